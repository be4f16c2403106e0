/** The worker's side of preparing: takes the records' texts, posts what is known of them before the first decision. */
import { parentPort, workerData } from 'node:worker_threads';
import { prepareScreening, type ScreeningFeatures } from '@firsthand/methods';
import type { WorkerMessage } from '../../jobs/run-in-worker.ts';

const message: WorkerMessage<ScreeningFeatures> = {
  // The only sender is learner.ts, which hands over a list of texts.
  result: prepareScreening(workerData as string[]),
};
parentPort?.postMessage(message);
