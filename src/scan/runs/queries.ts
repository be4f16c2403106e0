/** Saved queries of a study: what is asked of which source, how often, and whether it may be asked at all. */
import { type Author, record } from '../../access/record.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Store } from '../../store/database.ts';
import type { ScanQueryTable, ScanRunTable } from '../../store/scan-tables.ts';
import { type QueryState, SavedQuery } from '../model.ts';
import { queryUnknown } from '../refusals.ts';
import { runOf } from './run-rows.ts';

export async function saveQuery(
  store: Store,
  author: Author,
  id: string,
  saved: SavedQuery,
): Promise<ScanQueryTable> {
  const row: ScanQueryTable = {
    study_id: author.studyId,
    query: id,
    source: saved.ask.source,
    label: saved.label,
    settings: canonicalJson(saved.ask.settings),
    switched_on: saved.switchedOn ? 1 : 0,
    every: saved.every,
    changed_by: author.accountId,
    changed_at: author.now,
  };
  return record(store, author, async ({ transaction, did, tell }) => {
    await transaction
      .insertInto('scan_queries')
      .values(row)
      .onConflict((conflict) => conflict.columns(['study_id', 'query']).doUpdateSet(row))
      .execute();
    did('scan query saved', id, saved);
    tell({ kind: 'scan', id });
    return row;
  });
}

/** @throws Refusal where there is none */
export async function queryRow(store: Store, studyId: string, id: string): Promise<ScanQueryTable> {
  const row = await store
    .selectFrom('scan_queries')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('query', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw queryUnknown();
  return row;
}

/** In the order in which they were made. */
export async function queryRows(store: Store, studyId: string): Promise<ScanQueryTable[]> {
  return store
    .selectFrom('scan_queries')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('query')
    .execute();
}

/** Each with what it has covered: what its finished runs asked, as long as it asks the same still. */
export async function listQueries(store: Store, studyId: string, now: string): Promise<QueryState[]> {
  const runs = await store
    .selectFrom('scan_runs')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('query', 'is not', null)
    .orderBy('started_at')
    .orderBy('run')
    .execute();
  return (await queryRows(store, studyId)).map((row) => {
    const own = runs.filter(({ query }) => query === row.query);
    const last = own.at(-1);
    return {
      id: row.query,
      query: savedQueryOf(row),
      changedAt: row.changed_at,
      completeUntil: completeUntil(own, row),
      lastRun: last === undefined ? null : runOf(last, now),
    };
  });
}

function completeUntil(runs: readonly ScanRunTable[], { settings }: ScanQueryTable): string | null {
  const finished = runs.filter((run) => run.state === 'finished' && run.settings === settings);
  return finished.at(-1)?.covers_until ?? null;
}

export function savedQueryOf(row: ScanQueryTable): SavedQuery {
  return SavedQuery.parse({
    label: row.label,
    ask: { source: row.source, settings: JSON.parse(row.settings) },
    switchedOn: row.switched_on === 1,
    every: row.every,
  });
}
