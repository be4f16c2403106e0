/** The runs that this process is at: begun here, told of, stopped. One query is run once at a time. */

import type { Author } from '../../access/record.ts';
import type { ScanSettings } from '../../access/scan-settings.ts';
import type { Store } from '../../store/database.ts';
import type { ScanQueryTable, ScanRunTable } from '../../store/scan-tables.ts';
import { alreadyRunning, querySwitchedOff } from '../refusals.ts';
import { type Asking, realSurroundings } from '../sources/ask.ts';
import { SourceFault } from '../sources/source.ts';
import { sources } from '../sources/sources.ts';
import { beginRun } from './begin-run.ts';
import { runQuery } from './run-query.ts';

interface AtWork {
  stop: AbortController;
  /** The run's id, once it has one. */
  run: string | null;
  ended: Promise<void>;
}

const atWork = new WeakMap<Store, Map<string, AtWork>>();
/** One for the process: a source counts all that come from one machine. */
const pace: Asking['pace'] = new Map();

export interface RunAsked {
  store: Store;
  author: Author;
  query: ScanQueryTable;
  settings: ScanSettings;
  clock: () => string;
  onPage?: (run: ScanRunTable) => void;
}

/**
 * Begins the query, or takes it up where it was left, and lets it run.
 * @returns the run as it begins, and a promise of its end
 * @throws Refusal where the query is switched off or runs already
 */
export async function startRun(asked: RunAsked): Promise<{ row: ScanRunTable; ended: Promise<void> }> {
  const { store, author, query, settings, clock, onPage } = asked;
  if (query.switched_on === 0) throw querySwitchedOff();
  const those = runsOf(store);
  const key = `${query.study_id}/${query.query}`;
  if (those.has(key)) throw alreadyRunning();
  const own: AtWork = { stop: new AbortController(), run: null, ended: Promise.resolve() };
  those.set(key, own);
  try {
    const begun = await beginRun(store, author, query);
    own.run = begun.row.run;
    const asking = { settings, pace, surroundings: realSurroundings, signal: own.stop.signal };
    const running = { store, source: sources[query.source], asking, clock, ...(onPage ? { onPage } : {}) };
    own.ended = runQuery(running, begun).finally(() => those.delete(key));
    return { row: begun.row, ended: own.ended };
  } catch (error) {
    those.delete(key);
    throw error;
  }
}

/** @returns whether the run was at work here; it is over when the promise is. */
export async function stopRun(store: Store, run: string): Promise<boolean> {
  const found = [...runsOf(store).values()].find((one) => one.run === run);
  if (found === undefined) return false;
  found.stop.abort();
  await found.ended.catch(() => {});
  return true;
}

/** Ends all runs of the store, each at its place, before the store is closed; they count as cut off, not as stopped. */
export async function stopAllRuns(store: Store): Promise<void> {
  const those = [...runsOf(store).values()];
  for (const { stop } of those) stop.abort(new SourceFault('interrupted', ''));
  await Promise.allSettled(those.map(({ ended }) => ended));
}

function runsOf(store: Store): Map<string, AtWork> {
  const those = atWork.get(store) ?? new Map<string, AtWork>();
  atWork.set(store, those);
  return those;
}
