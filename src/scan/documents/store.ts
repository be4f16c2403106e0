/** Reads documents out of the source records that are gathered in them. */
import { group as groupBy } from 'd3-array';
import type { Store } from '../../store/database.ts';
import { ExternalRecord } from '../records/model.ts';
import { mergedDocument, mergedRecord, type SourceSays } from './merge.ts';
import type { Document } from './model.ts';

const READ_AT_ONCE = 500;

/** A record with what each of its sources says. */
interface Gathered {
  id: string;
  addedAt: string;
  says: SourceSays[];
}

/** Those of `records` that have a living source record, by their id. */
export async function readDocuments(
  store: Store,
  studyId: string,
  records: readonly string[],
): Promise<Map<string, Document>> {
  const gathered = await readGathered(store, studyId, records);
  return new Map(gathered.map(({ id, addedAt, says }) => [id, mergedDocument(id, addedAt, says)]));
}

/** Every record of the study as one bibliographic record, in the order in which they were added. */
export async function readJoinedRecords(store: Store, studyId: string): Promise<ExternalRecord[]> {
  const gathered = await readGathered(store, studyId, await livingRecords(store, studyId));
  return gathered.sort((left, right) => (left.id < right.id ? -1 : 1)).map(({ says }) => mergedRecord(says));
}

async function readGathered(store: Store, studyId: string, records: readonly string[]): Promise<Gathered[]> {
  const gathered: Gathered[] = [];
  for (let at = 0; at < records.length; at += READ_AT_ONCE) {
    const rows = await store
      .selectFrom('scan_members')
      .innerJoin('scan_source_records', (join) =>
        join
          .onRef('scan_source_records.study_id', '=', 'scan_members.study_id')
          .onRef('scan_source_records.source_record', '=', 'scan_members.source_record'),
      )
      .innerJoin('scan_records', (join) =>
        join
          .onRef('scan_records.study_id', '=', 'scan_members.study_id')
          .onRef('scan_records.record', '=', 'scan_members.record'),
      )
      .select(['scan_members.record as group', 'scan_records.created_at', 'scan_members.source_record'])
      .select(['scan_source_records.source', 'scan_source_records.source_key', 'scan_source_records.record'])
      .where('scan_members.study_id', '=', studyId)
      .where('scan_members.record', 'in', records.slice(at, at + READ_AT_ONCE))
      .where('scan_members.ended_at', 'is', null)
      .orderBy('scan_members.source_record')
      .execute();
    const groups = groupBy(rows, ({ group }) => group);
    for (const [id, members] of groups) {
      const says = members.map(
        ({ source, source_key, record }): SourceSays => ({
          source,
          key: source_key,
          record: ExternalRecord.parse(JSON.parse(record)),
        }),
      );
      gathered.push({ id, addedAt: members[0]?.created_at ?? '', says });
    }
  }
  return gathered;
}

export async function readDocument(store: Store, studyId: string, record: string): Promise<Document | null> {
  return (await readDocuments(store, studyId, [record])).get(record) ?? null;
}

/** Every record with a living source record, in the order in which they were added. */
export async function livingRecords(store: Store, studyId: string): Promise<string[]> {
  const rows = await store
    .selectFrom('scan_members')
    .select('record')
    .distinct()
    .where('study_id', '=', studyId)
    .where('ended_at', 'is', null)
    .orderBy('record')
    .execute();
  return rows.map(({ record }) => record);
}

/** Changes whenever a record is added, changed, joined to another or parted: memberships are added or ended, never else. */
export async function stateOfGroups(store: Store, studyId: string): Promise<string> {
  const { all, ended } = await store
    .selectFrom('scan_members')
    .select(({ fn }) => [fn.countAll().as('all'), fn.count('ended_at').as('ended')])
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  return `${all}/${ended}`;
}

/**
 * Where the sources of a record went that has none any more, because it was joined to another: decisions on it hold for
 * that one. Records whose sources went different ways stand for none.
 * @param only records that were joined to this one
 */
export async function joinedRecords(
  store: Store,
  studyId: string,
  only?: string,
): Promise<Map<string, string>> {
  let moved = store
    .selectFrom('scan_members as before')
    .innerJoin('scan_members as now', (join) =>
      join
        .onRef('now.study_id', '=', 'before.study_id')
        .onRef('now.source_record', '=', 'before.source_record')
        .on('now.ended_at', 'is', null),
    )
    .select(['before.record as from', 'now.record as to'])
    .distinct()
    .where('before.study_id', '=', studyId)
    .where('before.ended_at', 'is not', null);
  if (only !== undefined) {
    moved = moved.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('scan_members as target')
          .select('target.member')
          .whereRef('target.study_id', '=', 'before.study_id')
          .whereRef('target.source_record', '=', 'before.source_record')
          .where('target.record', '=', only)
          .where('target.ended_at', 'is', null),
      ),
    );
  }
  const rows = await moved.whereRef('before.record', '!=', 'now.record').execute();
  const living = await livingAmong(store, studyId, [...new Set(rows.map(({ from }) => from))]);
  const targets = groupBy(rows, ({ from }) => from);
  const joined = new Map<string, string>();
  for (const [from, [first, second]] of targets) {
    if (first !== undefined && second === undefined && !living.has(from)) joined.set(from, first.to);
  }
  return joined;
}

/** Which of `records` have a living source record. */
export async function livingAmong(
  store: Store,
  studyId: string,
  records: readonly string[],
): Promise<Set<string>> {
  const living = new Set<string>();
  for (let at = 0; at < records.length; at += READ_AT_ONCE) {
    const rows = await store
      .selectFrom('scan_members')
      .select('record')
      .distinct()
      .where('study_id', '=', studyId)
      .where('record', 'in', records.slice(at, at + READ_AT_ONCE))
      .where('ended_at', 'is', null)
      .execute();
    for (const { record } of rows) living.add(record);
  }
  return living;
}
