/**
 * Signs of life of a run while it is at work: where they stop, its process was killed, and whoever looks may go on with it
 * at once. A run that is taken for dead though it lives loses nothing: who takes it up holds it, and the other ends.
 */
import type { Store } from '../../store/database.ts';
import type { ScanRunTable } from '../../store/scan-tables.ts';
import type { Claim } from './begin-run.ts';

const EVERY_MS = 5_000;
/** Several signs have failed to come. */
const DEAD_AFTER_MS = 20_000;

/** Whether the run says that it is at work while nothing is. */
export function isAbandoned(
  { state, beat_at }: Pick<ScanRunTable, 'state' | 'beat_at'>,
  now: string,
): boolean {
  return state === 'running' && Date.parse(now) - Date.parse(beat_at) > DEAD_AFTER_MS;
}

/** @throws what `work` throws; a sign that cannot be given is left out */
export async function whileBeating<Result>(
  { store, clock }: { store: Store; clock: () => string },
  claim: Claim,
  work: () => Promise<Result>,
): Promise<Result> {
  let beating = Promise.resolve();
  const timer = setInterval(() => {
    beating = beating.then(() => beat(store, claim, clock()).catch(() => {}));
  }, EVERY_MS);
  timer.unref();
  try {
    return await work();
  } finally {
    clearInterval(timer);
    await beating;
  }
}

async function beat(store: Store, { studyId, run, attempt }: Claim, now: string): Promise<void> {
  await store
    .updateTable('scan_runs')
    .set({ beat_at: now })
    .where('study_id', '=', studyId)
    .where('run', '=', run)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running')
    .execute();
}
