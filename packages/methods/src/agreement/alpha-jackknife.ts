/** Leaves out one unit, or one participant, at a time: a standard error without chance. Source: Tukey (1958). */
import type { Progress } from '../common/result.ts';
import type { AlphaOfTimes } from './alpha-of-times.ts';
import type { Blocks } from './resampling-blocks.ts';

/**
 * @param times how often each pattern occurs in the whole sample.
 * @returns alpha without each block in turn, NaN where it is undefined.
 */
export function alphaJackknife(
  alphaOf: AlphaOfTimes,
  { blocks, start, pattern }: Blocks,
  times: ArrayLike<number>,
  progress?: Progress,
): Float64Array {
  const alphas = new Float64Array(blocks);
  const left = Float64Array.from(times);
  for (let b = 0; b < blocks; b++) {
    for (let e = start[b]; e < start[b + 1]; e++) left[pattern[e]]--;
    alphas[b] = alphaOf(left).alpha ?? Number.NaN;
    for (let e = start[b]; e < start[b + 1]; e++) left[pattern[e]]++;
    if (b % 256 === 255) progress?.((b + 1) / blocks);
  }
  return alphas;
}

/** sqrt((B - 1)/B sum (alpha_(-b) - mean)^2); `null` where a leave-one-out alpha is undefined. */
export function jackknifeStandardError(alphas: Float64Array): number | null {
  const n = alphas.length;
  let mean = 0;
  for (const alpha of alphas) mean += alpha / n;
  let squares = 0;
  for (const alpha of alphas) squares += (alpha - mean) ** 2;
  return Number.isNaN(squares) ? null : Math.sqrt(((n - 1) / n) * squares);
}
