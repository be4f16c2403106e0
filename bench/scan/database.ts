/** A database with the sample study and two people in it, and what a scan has kept there. */
import { createAccount, type Role, setRole } from '../../src/access/accounts.ts';
import { SESSION_COOKIE } from '../../src/access/session-cookie.ts';
import { openSession } from '../../src/access/sign-in.ts';
import { readStudyFolder } from '../../src/collect/index.ts';
import { closeStore, openStore, type Store } from '../../src/store/database.ts';
import { findStudy, importSnapshot } from '../../src/store/snapshots.ts';
import { type Person, SAMPLE } from '../workbench/database.ts';

export interface Place {
  file: string;
  study: string;
  lead: Person;
  second: Person;
}

export async function preparePlace(file: string): Promise<Place> {
  const sample = await readStudyFolder(SAMPLE);
  return inStore(file, async (store) => {
    const now = new Date().toISOString();
    const studyId = await importSnapshot(store, sample, now);
    const person = async (name: string, role: Role): Promise<Person> => {
      const account = await createAccount(store, name, now);
      await setRole(store, studyId, account, role);
      return { cookie: { name: SESSION_COOKIE, value: await openSession(store, account, now) } };
    };
    return {
      file,
      study: sample.study.id,
      lead: await person('Lead', 'lead'),
      second: await person('Second screener', 'coder'),
    };
  });
}

export interface Kept {
  /** What each source said, by source and key; the hash is of all that was said. */
  hashes: Map<string, string>;
  /** Which of these are one document, in an order that depends on nothing else. */
  documents: string[];
  /** Source records that were kept twice, or stand in two documents. */
  doubled: number;
  runs: { source: string; state: string; received: number; fresh: number; problems: string }[];
}

export async function keptIn({ file, study }: Place): Promise<Kept> {
  return inStore(file, async (store) => {
    const studyId = (await findStudy(store, study)) ?? '';
    const rows = await store
      .selectFrom('scan_source_records')
      .select(['source_record', 'source', 'source_key', 'content_hash'])
      .where('study_id', '=', studyId)
      .execute();
    const members = await store
      .selectFrom('scan_members')
      .select(['record', 'source_record'])
      .where('study_id', '=', studyId)
      .where('ended_at', 'is', null)
      .execute();
    const runs = await store
      .selectFrom('scan_runs')
      .select(['source', 'state', 'received', 'fresh', 'problems'])
      .where('study_id', '=', studyId)
      .orderBy('run')
      .execute();
    const nameOf = new Map(
      rows.map(({ source_record, source, source_key }) => [source_record, `${source} ${source_key}`]),
    );
    const groups = new Map<string, string[]>();
    for (const { record, source_record } of members)
      groups.set(record, [...(groups.get(record) ?? []), nameOf.get(source_record) ?? '']);
    const hashes = new Map(
      rows.map(({ source, source_key, content_hash }) => [`${source} ${source_key}`, content_hash]),
    );
    return {
      hashes,
      documents: [...groups.values()].map((names) => names.sort().join(' | ')).sort(),
      doubled: rows.length - hashes.size + (members.length - hashes.size),
      runs,
    };
  });
}

async function inStore<Result>(file: string, use: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore({ kind: 'sqlite', file });
  try {
    return await use(store);
  } finally {
    await closeStore(store);
  }
}
