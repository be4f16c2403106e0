/** The runs that this process is at: begun here, told of, stopped. One query is run once at a time. */

import type { Author } from '../../access/record.ts';
import type { ScanSettings } from '../../access/scan-settings.ts';
import type { Store } from '../../store/database.ts';
import type { ScanQueryTable, ScanRunTable } from '../../store/scan-tables.ts';
import { alreadyRunning, querySwitchedOff } from '../refusals.ts';
import { type Asking, realSurroundings } from '../sources/ask.ts';
import { SourceFault } from '../sources/source.ts';
import { sources } from '../sources/sources.ts';
import { type BegunRun, beginRun } from './begin-run.ts';
import { beginFileRun, type GivenFile, importFile } from './import-file.ts';
import { runQuery } from './run-query.ts';

interface AtWork {
  stop: AbortController;
  /** The run's id, once it has one. */
  run: string | null;
  ended: Promise<void>;
}

export interface Started {
  /** The run as it begins. */
  row: ScanRunTable;
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
 * @throws Refusal where the query is switched off or runs already
 */
export async function startRun(asked: RunAsked): Promise<Started> {
  const { store, author, query, settings, clock, onPage } = asked;
  if (query.switched_on === 0) throw querySwitchedOff();
  return start(
    store,
    keyOf(query.study_id, query.query),
    () => beginRun(store, author, query),
    (begun, signal) => {
      const asking = { settings, pace, surroundings: realSurroundings, signal };
      const running = { store, source: sources[query.source], asking, clock };
      return runQuery(onPage === undefined ? running : { ...running, onPage }, begun);
    },
  );
}

/** Begins to read a file. */
export async function startFile(
  { store, clock }: { store: Store; clock: () => string },
  author: Author,
  file: GivenFile,
): Promise<Started> {
  return start(
    store,
    file.path,
    () => beginFileRun(store, author, file.name),
    (begun, signal) => importFile({ store, clock, signal }, begun, file),
  );
}

async function start(
  store: Store,
  key: string,
  begin: () => Promise<BegunRun>,
  work: (begun: BegunRun, signal: AbortSignal) => Promise<void>,
): Promise<Started> {
  const those = runsOf(store);
  if (those.has(key)) throw alreadyRunning();
  const stop = new AbortController();
  const beginning = begin();
  const ended = beginning.then((begun) => work(begun, stop.signal)).finally(() => those.delete(key));
  const own: AtWork = { stop, run: null, ended };
  those.set(key, own);
  try {
    const { row } = await beginning;
    own.run = row.run;
    return { row, ended };
  } catch (error) {
    ended.catch(() => {}); // the same error, thrown here
    throw error;
  }
}

/** Stops the query where it runs here: switched off, it asks nothing more. */
export async function stopQuery(store: Store, studyId: string, query: string): Promise<void> {
  const found = runsOf(store).get(keyOf(studyId, query));
  found?.stop.abort();
  await found?.ended.catch(() => {});
}

function keyOf(studyId: string, query: string): string {
  return `${studyId}/${query}`;
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
