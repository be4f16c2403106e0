/** A stored study and its analysis, computed once for each state of the study. */
import { runInWorker } from '../jobs/run-in-worker.ts';
import type { Store } from '../store/database.ts';
import { loadSnapshot } from '../store/snapshots.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { snapshotHash } from '../study/snapshot-hash.ts';
import type { AnalysisJob } from './analyse-worker.ts';
import type { Analysis } from './model.ts';

/** The seed of what the screens show; a report made by the command may name another. */
export const SCREEN_SEED = 1;

export interface StudyAndAnalysis {
  snapshot: StudySnapshot;
  analysis: Analysis;
}

// By database, then by study: the latest state alone is kept.
const kept = new WeakMap<Store, Map<string, { hash: string; analysis: Promise<Analysis> }>>();

/** The study as it stands and its analysis; concurrent callers share one computation. */
export async function analysisOfStudy(store: Store, studyId: string): Promise<StudyAndAnalysis> {
  const snapshot = await loadSnapshot(store, studyId);
  const hash = snapshotHash(snapshot);
  const studies = kept.get(store) ?? new Map<string, { hash: string; analysis: Promise<Analysis> }>();
  kept.set(store, studies);
  const found = studies.get(studyId);
  if (found?.hash === hash) return { snapshot, analysis: await found.analysis };
  const job: AnalysisJob = { snapshot, seed: SCREEN_SEED };
  const analysis = runInWorker<Analysis>('report/analyse-worker', job);
  studies.set(studyId, { hash, analysis });
  // A failed computation must not be kept as the answer for the next caller.
  analysis.catch(() => studies.delete(studyId));
  return { snapshot, analysis: await analysis };
}
