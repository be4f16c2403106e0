/** Imaginary documents, and studies that hold them. */
import { v7 as newId } from 'uuid';
import type { Store } from '../../store/database.ts';
import { importSnapshot } from '../../store/snapshots.ts';
import { smallStudy } from '../../store/testing/small-study.ts';
import type { ExternalRecord } from '../records/model.ts';
import { keepRecords } from '../runs/keep-records.ts';

export function imaginaryRecord(key: string, given: Partial<ExternalRecord>): ExternalRecord {
  return {
    title: null,
    abstract: null,
    authors: [],
    year: 2025,
    journal: null,
    journalAbbreviation: null,
    volume: null,
    issue: null,
    pages: null,
    doi: null,
    pmid: null,
    issns: [],
    isbns: [],
    type: null,
    keywords: [],
    url: null,
    language: null,
    ...given,
    source: { file: 'imaginary', index: 0, database: null, fields: [['key', key]] },
  };
}

/** As a run would keep them; the key of each is its place among `records`. */
export async function keepImaginary(
  store: Store,
  studyId: string,
  records: readonly Partial<ExternalRecord>[],
  keyed = 'r',
): Promise<void> {
  await store.transaction().execute((transaction) =>
    keepRecords(
      transaction,
      { studyId, run: 'imaginary', source: 'file', now: '2026-03-01T00:00:00.000Z' },
      records.map((given, at) => ({ key: `${keyed}${at}`, record: imaginaryRecord(`${keyed}${at}`, given) })),
    ),
  );
}

export async function studyWithRecords(
  store: Store,
  records: readonly Partial<ExternalRecord>[],
): Promise<string> {
  const studyId = await importSnapshot(store, smallStudy(`study-${newId()}`), '2026-03-01T00:00:00.000Z');
  await keepImaginary(store, studyId, records);
  return studyId;
}

const subjects = [
  'nurses',
  'surgeons',
  'residents',
  'patients',
  'carers',
  'chemists',
  'pilots',
  'farmers',
  'bakers',
];
const matters = [
  'asthma',
  'copper',
  'bridges',
  'wheat',
  'sleep',
  'fractures',
  'rivers',
  'engines',
  'memory',
  'bread',
];

/** Documents of which every `nth` is about a chatbot in psychiatry; no two are alike enough to be one. */
export function chatbotsAmongOthers(count: number, nth: number): Partial<ExternalRecord>[] {
  return Array.from({ length: count }, (_, at) => {
    const subject = subjects[at % subjects.length];
    const matter = matters[Math.floor(at / subjects.length) % matters.length];
    const round = Math.floor(at / (subjects.length * matters.length));
    const own = `Report ${at * 7919} on ${matter} among ${subject}, part ${round}`;
    return at % nth === 0
      ? {
          title: `${own}: a chatbot in psychiatry`,
          abstract: `A generative chatbot met delusion in psychiatry. ${own}.`,
        }
      : {
          title: `${own}: a register`,
          abstract: `We counted ${matter} in a register of ${subject}. ${own}.`,
        };
  });
}
