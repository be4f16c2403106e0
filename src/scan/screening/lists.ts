/** A study's lists: reasons for exclusion and criteria of relevance, in versions, of which the highest stands. */
import { type Author, record } from '../../access/record.ts';
import type { Store } from '../../store/database.ts';
import type { ScanListTable } from '../../store/screening-tables.ts';
import { defaultCriteria, defaultReasons } from './default-lists.ts';
import { Criteria, type CriterionList, type ReasonList, Reasons } from './model.ts';
import { listChanged, listTwice, reasonInUse } from './refusals.ts';

type ListName = ScanListTable['list'];

export async function reasonsOf(store: Store, studyId: string): Promise<ReasonList> {
  const last = await latest(store, studyId, 'reasons');
  return last === null
    ? { version: 0, items: defaultReasons }
    : { version: last.version, items: Reasons.parse(JSON.parse(last.document)) };
}

export async function criteriaOf(store: Store, studyId: string): Promise<CriterionList>;
/** That version of the criteria, or null where there is none. */
export async function criteriaOf(
  store: Store,
  studyId: string,
  version: number,
): Promise<CriterionList | null>;
export async function criteriaOf(
  store: Store,
  studyId: string,
  version?: number,
): Promise<CriterionList | null> {
  if (version === 0) return { version, items: defaultCriteria };
  const row = await latest(store, studyId, 'criteria', version);
  if (row !== null) return { version: row.version, items: Criteria.parse(JSON.parse(row.document)) };
  return version === undefined ? { version: 0, items: defaultCriteria } : null;
}

/** That version, or the latest. */
async function latest(
  store: Store,
  studyId: string,
  list: ListName,
  version?: number,
): Promise<ScanListTable | null> {
  let rows = store
    .selectFrom('scan_lists')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('list', '=', list);
  if (version !== undefined) rows = rows.where('version', '=', version);
  return (await rows.orderBy('version', 'desc').limit(1).executeTakeFirst()) ?? null;
}

/** Keeps the next version; sent again it is answered as before. @throws Refusal */
export async function saveList(
  store: Store,
  by: Author,
  edit:
    | { list: 'reasons'; expected: number; items: Reasons }
    | { list: 'criteria'; expected: number; items: Criteria },
): Promise<{ version: number }> {
  const { list, expected, items } = edit;
  const ids = items.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw listTwice(twice);
  const document = JSON.stringify(items);
  return record(store, by, async ({ transaction, did, tell }) => {
    const last = await latest(transaction, by.studyId, list);
    const isAgain =
      last?.version === expected + 1 && last.document === document && last.recorded_by === by.accountId;
    if (isAgain) return { version: last.version };
    if ((last?.version ?? 0) !== expected) {
      throw listChanged(
        list === 'reasons'
          ? await reasonsOf(transaction, by.studyId)
          : await criteriaOf(transaction, by.studyId),
      );
    }
    if (list === 'reasons') await keepThoseInUse(transaction, by.studyId, items);
    const row: ScanListTable = {
      study_id: by.studyId,
      list,
      version: expected + 1,
      document,
      recorded_by: by.accountId,
      recorded_at: by.now,
    };
    await transaction.insertInto('scan_lists').values(row).execute();
    did('scan list written', list, row);
    tell({ kind: 'scan', id: list });
    return { version: row.version };
  });
}

/** Exclusions are counted by their reasons: one that stands in a decision must keep its name. @throws Refusal */
async function keepThoseInUse(store: Store, studyId: string, items: Reasons): Promise<void> {
  const kept = new Set(items.map(({ id }) => id));
  for (const { id, label } of (await reasonsOf(store, studyId)).items) {
    if (kept.has(id)) continue;
    const count = await decisionsFor(store, studyId, id);
    if (count > 0) throw reasonInUse(label, count);
  }
}

/** How many decisions and settlements that nothing supersedes give this reason. */
async function decisionsFor(store: Store, studyId: string, reason: string): Promise<number> {
  const screenings = await store
    .selectFrom('screenings')
    .select(['screening as id', 'reason', 'supersedes'])
    .where('study_id', '=', studyId)
    .execute();
  const settlements = await store
    .selectFrom('screening_settlements')
    .select(['settlement as id', 'reason', 'supersedes'])
    .where('study_id', '=', studyId)
    .execute();
  const rows = [...screenings, ...settlements];
  const superseded = new Set(rows.map(({ supersedes }) => supersedes));
  return rows.filter((row) => row.reason === reason && !superseded.has(row.id)).length;
}
