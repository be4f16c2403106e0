import fc from 'fast-check';
import { v7 as newId } from 'uuid';
import { expect, it } from 'vitest';
import type { Store } from '../../store/database.ts';
import { importSnapshot } from '../../store/snapshots.ts';
import { smallStudy } from '../../store/testing/small-study.ts';
import { onEveryDatabase } from '../../store/testing/stores.ts';
import { findDuplicates } from '../deduplicate/deduplicate.ts';
import type { ExternalRecord } from '../records/model.ts';
import { imaginaryRecord } from '../testing/records.ts';
import { keepRecords } from './keep-records.ts';

const SUBJECTS = ['Discharge letters', 'Night watches', 'Copper surfaces', 'Sleep diaries', 'Waiting rooms'];

/** One of some documents, as one of several sources tells of it. */
const told = fc
  .record({
    document: fc.nat(11),
    hasDoi: fc.boolean(),
    isLoud: fc.boolean(),
    year: fc.constantFrom(2025, 2026, null),
    pages: fc.constantFrom('11-19', '11', null),
  })
  .map(({ document, hasDoi, isLoud, year, pages }): Partial<ExternalRecord> => {
    const title = `${SUBJECTS[document % 5]} drafted by language machine number ${document * 7919}`;
    return {
      title: isLoud ? title.toUpperCase() : title,
      authors: [`Kim${'abcdefghijkl'[document]}, M`, 'Lee, S'],
      journal: 'Journal of Invented Results',
      volume: String(document + 1),
      year,
      pages,
      doi: hasDoi ? `10.5555/${document}` : null,
    };
  });

async function groupsKept(store: Store, parts: readonly Partial<ExternalRecord>[][]): Promise<string[][]> {
  const studyId = await importSnapshot(store, smallStudy(`study-${newId()}`), '2026-03-01T00:00:00.000Z');
  let at = 0;
  for (const part of parts) {
    const given = part.map((one) => {
      const key = String(at++).padStart(3, '0');
      return { key, record: imaginaryRecord(key, one) };
    });
    const arrival = { studyId, run: 'r', source: 'file', now: '2026-03-01T00:00:00.000Z' } as const;
    await store.transaction().execute((transaction) => keepRecords(transaction, arrival, given));
  }
  const rows = await store
    .selectFrom('scan_members as members')
    .innerJoin('scan_source_records as given', 'given.source_record', 'members.source_record')
    .select(['members.record', 'given.source_key'])
    .where('members.study_id', '=', studyId)
    .where('members.ended_at', 'is', null)
    .orderBy('given.source_key')
    .execute();
  const groups = new Map<string, string[]>();
  for (const { record, source_key } of rows) groups.set(record, [...(groups.get(record) ?? []), source_key]);
  return [...groups.values()];
}

onEveryDatabase('records that come page by page', (store) => {
  it('are each in one record, and together only where none speaks against another', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(told, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        async (parts) => {
          const groups = await groupsKept(store(), parts);
          const all = parts.flat();
          expect(groups.flat().sort()).toEqual(all.map((_, at) => String(at).padStart(3, '0')));
          for (const group of groups) {
            const documents = new Set(group.map((key) => all[Number(key)]?.volume));
            expect(documents.size).toBe(1);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('are grouped as if they had come at once', async () => {
    const documents = fc.sample(told, { numRuns: 24, seed: 7 });
    const records = documents.map((one, at) => imaginaryRecord(String(at), one));
    const atOnce = findDuplicates(records).groups.map((group) =>
      group.map((at) => String(at).padStart(3, '0')),
    );
    const inParts = Array.from({ length: 8 }, (_, part) => documents.slice(part * 3, part * 3 + 3));
    const kept = (await groupsKept(store(), inParts)).filter((group) => group.length > 1);
    const order = (groups: string[][]) => groups.map((group) => group.join(' ')).sort();
    expect(order(kept)).toEqual(order(atOnce));
  });
});
