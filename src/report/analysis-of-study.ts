/** A stored study and its analysis as somebody may see it, computed once for each state of what they see. */
import { SCREEN_SEED } from '../agree/pass-agreement.ts';
import { type Viewer, visibleSnapshot } from '../code/visible-codings.ts';
import { runInWorker } from '../jobs/run-in-worker.ts';
import type { Store } from '../store/database.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { snapshotHash } from '../study/snapshot-hash.ts';
import type { AnalysisJob } from './analyse-worker.ts';
import type { Analysis } from './model.ts';

export interface StudyAndAnalysis {
  snapshot: StudySnapshot;
  analysis: Analysis;
}

// By database, then by the hash of the snapshot, the latest last. While coders are blind each sees another study.
const kept = new WeakMap<Store, Map<string, Promise<Analysis>>>();
const MOST_KEPT = 8;

// Whoever asks waits for those who asked before: of several studies in memory at once each would take its own room.
const turns = new WeakMap<Store, Promise<unknown>>();

/** The study as the viewer sees it, and its analysis; concurrent callers share one computation. */
export function analysisOfStudy(store: Store, viewer: Viewer): Promise<StudyAndAnalysis> {
  const before = turns.get(store) ?? Promise.resolve();
  const turn = before.then(() => analysisNow(store, viewer));
  turns.set(
    store,
    turn.catch(() => undefined),
  );
  return turn;
}

async function analysisNow(store: Store, viewer: Viewer): Promise<StudyAndAnalysis> {
  const snapshot = await visibleSnapshot(store, viewer);
  const hash = snapshotHash(snapshot);
  const analyses = kept.get(store) ?? new Map<string, Promise<Analysis>>();
  kept.set(store, analyses);
  const found = analyses.get(hash) ?? computed(snapshot, hash);
  // Put last again, so that the one that was not asked for the longest goes first.
  analyses.delete(hash);
  analyses.set(hash, found);
  for (const oldest of [...analyses.keys()].slice(0, -MOST_KEPT)) analyses.delete(oldest);
  // A failed computation must not be kept as the answer for the next caller.
  found.catch(() => analyses.delete(hash));
  return { snapshot, analysis: await found };
}

function computed(snapshot: StudySnapshot, hash: string): Promise<Analysis> {
  const job: AnalysisJob = { snapshot, hash, seed: SCREEN_SEED };
  return runInWorker<Analysis>('report/analyse-worker', job);
}
