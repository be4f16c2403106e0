/** Agreement of one pass as it stands, for the lead while coders still work and for everybody who settles it after. */
import { runInWorker } from '../jobs/run-in-worker.ts';
import type { Store } from '../store/database.ts';
import { loadSnapshot } from '../store/snapshots.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { snapshotHash } from '../study/snapshot-hash.ts';
import type { AgreementJob } from './agreement-worker.ts';
import type { Agreement } from './model.ts';

/** The seed of what the screens show; a report made by the command may name another. */
export const SCREEN_SEED = 1;

// By database, then by study and pass: the latest state alone is kept.
const kept = new WeakMap<Store, Map<string, { hash: string; agreement: Promise<Agreement> }>>();

/**
 * Nothing is withheld: the lead reads every answer, and rare codes are those that need a talk most. Whom a coder has not
 * worked through yet is not counted against anybody.
 */
export async function passAgreement(store: Store, studyId: string, passId: string): Promise<Agreement> {
  const snapshot = await snapshotOfPass(store, studyId, passId);
  const hash = snapshotHash(snapshot);
  const passes = kept.get(store) ?? new Map<string, { hash: string; agreement: Promise<Agreement> }>();
  kept.set(store, passes);
  const found = passes.get(`${studyId}/${passId}`);
  if (found?.hash === hash) return found.agreement;
  const job: AgreementJob = { snapshot, seed: SCREEN_SEED };
  const agreement = runInWorker<Agreement>('agree/agreement-worker', job);
  passes.set(`${studyId}/${passId}`, { hash, agreement });
  // A failed computation must not be kept as the answer for the next caller.
  agreement.catch(() => passes.delete(`${studyId}/${passId}`));
  return agreement;
}

/** The study with what was done in one pass, as if it were the independent one. */
async function snapshotOfPass(store: Store, studyId: string, passId: string): Promise<StudySnapshot> {
  const snapshot = await loadSnapshot(store, studyId, ({ pass_id }) => pass_id === passId);
  const independent = <Row extends { pass: string }>(row: Row) => ({ ...row, pass: 'independent' as const });
  return {
    ...snapshot,
    codings: snapshot.codings.map(independent),
    assignments: snapshot.assignments?.map(independent) ?? null,
    themes: [],
    priorities: [],
  };
}
