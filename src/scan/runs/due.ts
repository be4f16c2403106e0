/** Which saved queries are to be run now: those that are switched on, when their time has come. */
import type { ScanSettings } from '../../access/scan-settings.ts';
import type { Store } from '../../store/database.ts';
import type { ScanQueryTable, ScanRunTable } from '../../store/scan-tables.ts';
import { startRun } from './at-work.ts';
import { isAbandoned } from './beat.ts';
import { problemsOf } from './run-rows.ts';

const HOUR_MS = 3_600_000;
/** A little less than the whole, so that a daily query does not slip by some minutes each day. */
const PERIOD_MS = { day: 23.5 * HOUR_MS, week: (7 * 24 - 0.5) * HOUR_MS };
/** A source that failed is asked again after this time, from where it failed. */
const AGAIN_AFTER_MS = HOUR_MS;

/** @param last the query's last run, by hand or not */
export function isDue(query: ScanQueryTable, last: ScanRunTable | undefined, now: string): boolean {
  if (query.switched_on === 0 || query.every === 'by hand') return false;
  if (last === undefined) return true;
  const since = (time: string | null) => Date.parse(now) - Date.parse(time ?? last.started_at);
  if (last.state === 'running') return isAbandoned(last, now);
  if (last.state === 'failed') return wasCutOff(last) || since(last.ended_at) >= AGAIN_AFTER_MS;
  return since(last.started_at) >= PERIOD_MS[query.every];
}

function wasCutOff(run: ScanRunTable): boolean {
  return problemsOf(run).some(({ code, at }) => code === 'interrupted' && at === run.ended_at);
}

/** Begins every query of every study that is due, in the name of whoever switched it on. */
export async function runDueQueries(
  store: Store,
  settings: ScanSettings,
  clock: () => string,
): Promise<Promise<void>[]> {
  const queries = await store
    .selectFrom('scan_queries')
    .selectAll()
    .where('switched_on', '=', 1)
    .where('every', '!=', 'by hand')
    .execute();
  const ends: Promise<void>[] = [];
  for (const query of queries) {
    const last = await store
      .selectFrom('scan_runs')
      .selectAll()
      .where('study_id', '=', query.study_id)
      .where('query', '=', query.query)
      .orderBy('started_at', 'desc')
      .orderBy('run', 'desc')
      .executeTakeFirst();
    if (!isDue(query, last, clock())) continue;
    const author = { studyId: query.study_id, accountId: query.changed_by, now: clock() };
    // One that a person has begun meanwhile runs already, which is all that is wanted.
    const started = await startRun({ store, author, query, settings, clock }).catch(() => null);
    if (started !== null) ends.push(started.ended);
  }
  return ends;
}
