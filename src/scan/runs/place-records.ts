/** Where new records belong among those of the study: each meets only the records that share a block with it. */
import { sql, type Transaction } from 'kysely';
import { v7 as newId } from 'uuid';
import type { ScanMemberTable, ScanPairTable, ScanRecordTable } from '../../store/scan-tables.ts';
import type { Tables } from '../../store/tables.ts';
import { findDuplicates } from '../deduplicate/deduplicate.ts';
import { ExternalRecord } from '../records/model.ts';
import type { Arrival, Arrived } from './keep-records.ts';
import { inParts } from './parts.ts';

/** A block of more records than this tells too little: a duplicate shares a smaller one with its like. */
const LARGEST_BLOCK = 30;

interface Standing {
  id: string;
  group: string;
  record: ExternalRecord;
}

export async function placeRecords(
  transaction: Transaction<Tables>,
  { studyId, now }: Arrival,
  arrived: readonly Arrived[],
): Promise<void> {
  if (arrived.length === 0) return;
  const standing = await neighbours(transaction, studyId, arrived);
  const all = [...standing, ...arrived];
  const groups = new Map<string, number[]>();
  for (const [place, { group }] of standing.entries())
    groups.set(group, [...(groups.get(group) ?? []), place]);
  const found = findDuplicates(
    all.map(({ record }) => record),
    [...groups.values()],
  );
  const recordOf = new Map(standing.map(({ group }, place) => [place, group]));
  const records: ScanRecordTable[] = [];
  const freshRecord = () => {
    const record = newId();
    records.push({ study_id: studyId, record, created_at: now });
    return record;
  };
  for (const group of found.groups) {
    const stood = group.find((place) => recordOf.has(place));
    const record = (stood === undefined ? undefined : recordOf.get(stood)) ?? freshRecord();
    for (const place of group) recordOf.set(place, record);
  }
  const members = arrived.map(
    ({ id }, at): ScanMemberTable => ({
      study_id: studyId,
      member: newId(),
      record: recordOf.get(standing.length + at) ?? freshRecord(),
      source_record: id,
      by: 'rules',
      pair: null,
      came_from: null,
      account_id: null,
      at: now,
      ended_at: null,
    }),
  );
  const pairs = found.review.map(
    ([left, right]): ScanPairTable => ({
      study_id: studyId,
      pair: newId(),
      left_source_record: idAt(all, left),
      right_source_record: idAt(all, right),
      state: 'open',
      made_at: now,
      account_id: null,
      decided_at: null,
    }),
  );
  await inParts(records, (part) => transaction.insertInto('scan_records').values(part).execute());
  await inParts(members, (part) => transaction.insertInto('scan_members').values(part).execute());
  await inParts(pairs, (part) => transaction.insertInto('scan_pairs').values(part).execute());
}

function idAt(all: readonly { id: string }[], place: number): string {
  const found = all[place];
  if (found === undefined) throw new RangeError(`no record at ${place}`);
  return found.id;
}

/** Records that share a block with one that arrived, each with all the others of its record. */
async function neighbours(
  transaction: Transaction<Tables>,
  studyId: string,
  arrived: readonly Arrived[],
): Promise<Standing[]> {
  const blocks = [...new Set(arrived.flatMap((one) => one.blocks))];
  const records = new Set<string>();
  await inParts(blocks, async (part) => {
    const telling = transaction
      .selectFrom('scan_blocks')
      .select('block')
      .where('study_id', '=', studyId)
      .where('block', 'in', part)
      .groupBy('block')
      .having(sql<number>`count(*)`, '<=', LARGEST_BLOCK);
    const found = await transaction
      .selectFrom('scan_blocks as blocks')
      .innerJoin('scan_members as members', (join) =>
        join
          .onRef('members.study_id', '=', 'blocks.study_id')
          .onRef('members.source_record', '=', 'blocks.source_record')
          .on('members.ended_at', 'is', null),
      )
      .select('members.record')
      .distinct()
      .where('blocks.study_id', '=', studyId)
      .where('blocks.block', 'in', telling)
      .execute();
    for (const { record } of found) records.add(record);
  });
  const standing: Standing[] = [];
  await inParts([...records], async (part) => {
    const rows = await transaction
      .selectFrom('scan_members as members')
      .innerJoin('scan_source_records as given', (join) =>
        join
          .onRef('given.study_id', '=', 'members.study_id')
          .onRef('given.source_record', '=', 'members.source_record'),
      )
      .select(['members.record as group', 'given.source_record as id', 'given.record'])
      .where('members.study_id', '=', studyId)
      .where('members.record', 'in', part)
      .where('members.ended_at', 'is', null)
      .orderBy('given.source_record')
      .execute();
    for (const { group, id, record } of rows)
      standing.push({ id, group, record: ExternalRecord.parse(JSON.parse(record)) });
  });
  return standing;
}
