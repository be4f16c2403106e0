/** Long computations run beside the server, so that nobody else's request waits for them. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../kernel/package-root.ts';

/** What a worker's file posts back. */
export type WorkerMessage<Result> = { progress: number } | { result: Result } | { failed: string };

/**
 * Runs `src/NAME.ts` (or what it was built to) in a thread of its own.
 * @param name the file's path below `src`, without its ending; `build.js` lists it as an entry
 * @param input handed over as `workerData`; must be clonable
 */
export function runInWorker<Result>(
  name: string,
  input: unknown,
  onProgress: (done: number) => void = () => {},
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = startWorker(name, input);
    worker.on('message', (message: WorkerMessage<Result>) => {
      if ('progress' in message) return onProgress(message.progress);
      if ('result' in message) resolve(message.result);
      else reject(new Error(`${name}: ${message.failed}`));
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${name}: the worker ended with ${code} and no result`)));
  });
}

function startWorker(name: string, workerData: unknown): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  if (!fromSource) return new Worker(join(packageRoot(), 'dist', `${name}.js`), { workerData });
  // A worker takes no loader from `execArgv` for its own file, so a line of JavaScript loads both.
  const file = pathToFileURL(join(packageRoot(), 'src', `${name}.ts`)).href;
  const start = `import('tsx/esm/api').then(({ register }) => { register(); return import('${file}'); })`;
  return new Worker(start, { workerData, eval: true });
}
