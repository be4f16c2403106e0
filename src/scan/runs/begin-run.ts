/**
 * Begins a run of a saved query, or takes up the last one where it was left. Whoever takes a run up holds it: the
 * attempt's number goes up, and a process that held it before can keep nothing more.
 */
import { v7 as newId } from 'uuid';
import { type Author, record } from '../../access/record.ts';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Store } from '../../store/database.ts';
import type { ScanQueryTable, ScanRunTable } from '../../store/scan-tables.ts';
import type { Span } from '../sources/source.ts';
import { sources } from '../sources/sources.ts';
import { withProblem } from './run-rows.ts';

/** The right to keep what a run receives. */
export interface Claim extends Author {
  run: string;
  attempt: number;
}

export interface BegunRun {
  claim: Claim;
  row: ScanRunTable;
}

export async function beginRun(store: Store, author: Author, query: ScanQueryTable): Promise<BegunRun> {
  const settings = canonicalJson(JSON.parse(query.settings));
  return record(store, author, async ({ transaction, did, tell }) => {
    const [last, ...earlier] = await transaction
      .selectFrom('scan_runs')
      .selectAll()
      .where('study_id', '=', author.studyId)
      .where('query', '=', query.query)
      .where('settings', '=', settings)
      .orderBy('started_at', 'desc')
      .orderBy('run', 'desc')
      .execute();
    const begun =
      last === undefined || last.state === 'finished'
        ? freshRun(author, { ...query, settings }, last ?? earlier[0])
        : takenUp(last, author.now);
    await transaction
      .insertInto('scan_runs')
      .values(begun)
      .onConflict((conflict) => conflict.columns(['study_id', 'run']).doUpdateSet(begun))
      .execute();
    did('scan run begun', begun.run, { query: query.query, attempt: begun.attempt });
    tell({ kind: 'scan', id: begun.run });
    return { claim: { ...author, run: begun.run, attempt: begun.attempt }, row: begun };
  });
}

function takenUp(row: ScanRunTable, now: string): ScanRunTable {
  return {
    ...row,
    state: 'running',
    attempt: row.attempt + 1,
    beat_at: now,
    ended_at: null,
    problems: row.state === 'running' ? withProblem(row, 'interrupted', now) : row.problems,
  };
}

/** @param finished the last run of the same query, which this one goes on from */
function freshRun(author: Author, query: ScanQueryTable, finished: ScanRunTable | undefined): ScanRunTable {
  const { from, until } = spanFrom(query, finished?.covers_until ?? null, author.now);
  return {
    study_id: author.studyId,
    run: newId(),
    query: query.query,
    source: query.source,
    file_name: null,
    settings: query.settings,
    covers_from: from,
    covers_until: until,
    state: 'running',
    cursor: null,
    attempt: 1,
    expected: null,
    received: 0,
    fresh: 0,
    problems: '[]',
    started_at: author.now,
    beat_at: author.now,
    ended_at: null,
    account_id: author.accountId,
  };
}

/** From some days before what is covered, because sources add records late; what comes again is known by its key. */
function spanFrom({ source, settings }: ScanQueryTable, covered: string | null, now: string): Span {
  const { overlapDays } = sources[source];
  const { since = null }: { since?: string | null } = JSON.parse(settings); // parsed when it was saved
  const until = now.slice(0, 10);
  if (overlapDays === null || covered === null) return { from: since, until };
  const again = new Date(Date.parse(covered) - overlapDays * 86_400_000).toISOString().slice(0, 10);
  return { from: since !== null && since > again ? since : again, until };
}
