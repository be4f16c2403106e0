/** Summaries of times in milliseconds, to a tenth. */
import { loadavg } from 'node:os';
import { quantile } from '../../packages/methods/src/index.ts';

export const median = (times: readonly number[]): number => tenth(quantile(times, 0.5));
export const p95 = (times: readonly number[]): number => tenth(quantile(times, 0.95));

export function tenth(milliseconds: number): number {
  return Math.round(milliseconds * 10) / 10;
}

/** How busy the machine has been in the last minute: a figure beside every time that was taken. */
export function load(): number {
  return tenth(loadavg()[0] ?? 0);
}

export async function timed<Result>(work: () => Promise<Result>): Promise<{ ms: number; result: Result }> {
  const started = performance.now();
  const result = await work();
  return { ms: performance.now() - started, result };
}
