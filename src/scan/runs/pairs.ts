/**
 * Pairs that may be one document, for a person to decide, and the way back. Joining ends a membership and makes another;
 * parting does the same in the other direction, so that what was decided when stays on record.
 */
import type { Transaction } from 'kysely';
import { v7 as newId } from 'uuid';
import { type Author, record } from '../../access/record.ts';
import type { Store } from '../../store/database.ts';
import type { ScanMemberTable, ScanPairTable } from '../../store/scan-tables.ts';
import type { Tables } from '../../store/tables.ts';
import type { Pair, PairPage, Parted } from '../model.ts';
import { membersWrong, pairDecided, pairUnknown, recordUnknown } from '../refusals.ts';
import { recordsFound } from './records.ts';

/** Open ones are those whose two sides are still two records; oldest first. Decided ones newest first. */
export async function listPairs(
  store: Store,
  studyId: string,
  { state, from, count }: { state: 'open' | 'decided'; from: number; count: number },
): Promise<PairPage> {
  const pairs = store
    .selectFrom('scan_pairs')
    .innerJoin('scan_members as left', (join) =>
      join
        .onRef('left.study_id', '=', 'scan_pairs.study_id')
        .onRef('left.source_record', '=', 'scan_pairs.left_source_record')
        .on('left.ended_at', 'is', null),
    )
    .innerJoin('scan_members as right', (join) =>
      join
        .onRef('right.study_id', '=', 'scan_pairs.study_id')
        .onRef('right.source_record', '=', 'scan_pairs.right_source_record')
        .on('right.ended_at', 'is', null),
    )
    .where('scan_pairs.study_id', '=', studyId);
  const wanted =
    state === 'open'
      ? pairs.where('scan_pairs.state', '=', 'open').whereRef('left.record', '!=', 'right.record')
      : pairs.where('scan_pairs.state', '!=', 'open');
  const { total } = await wanted
    .select(({ fn }) => fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .selectAll('scan_pairs')
    .select(['left.record as left_record', 'right.record as right_record'])
    .orderBy(
      state === 'open' ? 'scan_pairs.pair' : 'scan_pairs.decided_at',
      state === 'open' ? 'asc' : 'desc',
    )
    .limit(count)
    .offset(from)
    .execute();
  const records = await recordsFound(
    store,
    studyId,
    rows.flatMap(({ left_record, right_record }) => [left_record, right_record]),
  );
  const shown = rows.flatMap((row): Pair[] => {
    const [left, right] = [records.get(row.left_record), records.get(row.right_record)];
    if (left === undefined || right === undefined) return [];
    const { pair: id, state, decided_at: decidedAt, account_id: decidedBy } = row;
    return [{ id, state, decidedAt, decidedBy, left, right }];
  });
  return { total: Number(total), pairs: shown };
}

/** Sent again it is answered as before. @throws Refusal where it was decided otherwise already */
export async function decidePair(
  store: Store,
  author: Author,
  pair: string,
  state: 'same' | 'different',
): Promise<void> {
  await record(store, author, async ({ transaction, did, tell }) => {
    const row = await pairRow(transaction, author, pair);
    if (row.state === state) return;
    if (row.state !== 'open') throw pairDecided();
    if (state === 'same') await join(transaction, author, row);
    await transaction
      .updateTable('scan_pairs')
      .set({ state, account_id: author.accountId, decided_at: author.now })
      .where('study_id', '=', author.studyId)
      .where('pair', '=', pair)
      .execute();
    did('scan pair decided', pair, { state });
    tell({ kind: 'scan', id: pair });
  });
}

/** Opens the pair again; what the decision had joined goes back where it was. */
export async function undoPair(store: Store, author: Author, pair: string): Promise<void> {
  await record(store, author, async ({ transaction, did, tell }) => {
    const row = await pairRow(transaction, author, pair);
    if (row.state === 'open') return;
    const joined = await living(transaction, author.studyId).where('pair', '=', pair).execute();
    for (const member of joined)
      if (member.came_from !== null) await move(transaction, author, member, member.came_from, null);
    await transaction
      .updateTable('scan_pairs')
      .set({ state: 'open', account_id: null, decided_at: null })
      .where('study_id', '=', author.studyId)
      .where('pair', '=', pair)
      .execute();
    did('scan pair opened again', pair, {});
    tell({ kind: 'scan', id: pair });
  });
}

/**
 * Parts source records from a record that the rules, or a person, put them in: they become a record of their own, and a
 * pair decided `different` says so.
 * @returns the new record, and the pair by which it is joined again
 */
export async function separate(
  store: Store,
  author: Author,
  from: string,
  members: readonly string[],
): Promise<Parted> {
  return record(store, author, async ({ transaction, did, tell }) => {
    const { studyId, accountId, now } = author;
    const all = await living(transaction, studyId).where('record', '=', from).execute();
    if (all.length === 0) throw recordUnknown();
    const parted = all.filter(({ source_record }) => members.includes(source_record));
    const [kept] = all.filter((member) => !parted.includes(member));
    const [first] = parted;
    if (first === undefined || kept === undefined || parted.length !== new Set(members).size)
      throw membersWrong();
    const fresh = newId();
    await transaction
      .insertInto('scan_records')
      .values({ study_id: studyId, record: fresh, created_at: now })
      .execute();
    for (const member of parted) await move(transaction, author, member, fresh, null);
    const [left, right] = [kept.source_record, first.source_record].sort();
    const decided = { state: 'different', account_id: accountId, decided_at: now } as const;
    const { pair } = await transaction
      .insertInto('scan_pairs')
      .values({
        study_id: studyId,
        pair: newId(),
        left_source_record: left ?? '',
        right_source_record: right ?? '',
        made_at: now,
        ...decided,
      })
      .onConflict((conflict) =>
        conflict.columns(['study_id', 'left_source_record', 'right_source_record']).doUpdateSet(decided),
      )
      .returning('pair')
      .executeTakeFirstOrThrow();
    did('scan record parted', fresh, { from, members: parted.map(({ source_record }) => source_record) });
    tell({ kind: 'scan', id: fresh });
    return { record: fresh, pair };
  });
}

/** The younger record's sources go to the older one, which keeps its decisions. */
async function join(transaction: Transaction<Tables>, author: Author, row: ScanPairTable): Promise<void> {
  const sides = await living(transaction, author.studyId)
    .where('source_record', 'in', [row.left_source_record, row.right_source_record])
    .execute();
  const [to, from] = [...new Set(sides.map(({ record }) => record))].sort();
  if (to === undefined || from === undefined) return;
  const moving = await living(transaction, author.studyId).where('record', '=', from).execute();
  for (const member of moving) await move(transaction, author, member, to, row.pair);
}

function living(transaction: Transaction<Tables>, studyId: string) {
  return transaction
    .selectFrom('scan_members')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('ended_at', 'is', null);
}

async function pairRow(
  transaction: Transaction<Tables>,
  { studyId }: Author,
  pair: string,
): Promise<ScanPairTable> {
  const row = await transaction
    .selectFrom('scan_pairs')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('pair', '=', pair)
    .executeTakeFirst();
  if (row === undefined) throw pairUnknown();
  return row;
}

async function move(
  transaction: Transaction<Tables>,
  { accountId, now }: Author,
  member: ScanMemberTable,
  to: string,
  pair: string | null,
): Promise<void> {
  await transaction
    .updateTable('scan_members')
    .set({ ended_at: now })
    .where('study_id', '=', member.study_id)
    .where('member', '=', member.member)
    .execute();
  await transaction
    .insertInto('scan_members')
    .values({
      ...member,
      member: newId(),
      record: to,
      by: 'person',
      pair,
      came_from: member.record,
      account_id: accountId,
      at: now,
      ended_at: null,
    })
    .execute();
}
