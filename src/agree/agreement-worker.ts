/** The worker's side of live agreement: takes the snapshot of a pass and a seed, posts the agreement. */
import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage } from '../jobs/run-in-worker.ts';
import { lookUp } from '../study/lookup.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { agreement } from './agreement.ts';
import type { Agreement } from './model.ts';

export interface AgreementJob {
  snapshot: StudySnapshot;
  seed: number;
}

const post = (message: WorkerMessage<Agreement>): void => parentPort?.postMessage(message);
// The only sender is pass-agreement.ts, which types what it hands over.
const { snapshot, seed } = workerData as AgreementJob;

post({
  result: agreement({
    lookup: lookUp(snapshot),
    isWithheld: () => false,
    includedWithheld: false,
    options: {
      bootstrap: 1000,
      level: 0.95,
      threshold: 0,
      seed,
      onProgress: (progress) => post({ progress }),
    },
  }),
});
