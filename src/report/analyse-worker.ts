/** The worker's side of an analysis: takes a snapshot and a seed, posts progress and the analysis. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from '../jobs/run-in-worker.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './model.ts';

export interface AnalysisJob {
  snapshot: StudySnapshot;
  /** The snapshot's. */
  hash: string;
  seed: number;
}

const post = (message: WorkerMessage<Analysis>): void => parentPort?.postMessage(message);
// The only sender is analysis-of-study.ts, which types what it hands over.
const { snapshot, hash, seed } = workerData as AnalysisJob;

post({
  result: analyse(snapshot, {
    seed,
    snapshot: hash,
    onProgress: (progress) => post({ progress }),
  }),
});
