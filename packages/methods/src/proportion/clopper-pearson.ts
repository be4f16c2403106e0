/**
 * The "exact" interval for a proportion, which covers at least as often as it says, and usually more.
 * Source: Clopper and Pearson, Biometrika 26 (1934) 404-413.
 */
import { betaQuantile, betaUpperQuantile } from '../common/beta.ts';
import type { Result } from '../common/result.ts';
import { proportionResult } from './share.ts';

/** Beta quantiles: lower at alpha/2 of Beta(x, n-x+1), upper at 1-alpha/2 of Beta(x+1, n-x). */
export function clopperPearsonLimits(count: number, total: number, alpha: number): readonly [number, number] {
  const lower = count === 0 ? 0 : betaQuantile(alpha / 2, count, total - count + 1);
  const upper = count === total ? 1 : betaUpperQuantile(alpha / 2, count + 1, total - count);
  return [lower, upper];
}

/**
 * Clopper-Pearson interval of count / total.
 * @param count how many show it; `total` how many could have, both whole numbers of participants.
 * @returns the share, 0 to 1; `estimate: null` where the total is 0.
 * @throws RangeError for a negative or fractional count, a count above the total, a level outside 0 to 1.
 * @example clopperPearson(0, 20).interval // { lower: 0, upper: 0.16843..., level: 0.95, ... }
 */
export function clopperPearson(
  count: number,
  total: number,
  { level = 0.95 }: { level?: number } = {},
): Result {
  return proportionResult(count, total, level, 'Clopper-Pearson', (alpha) =>
    clopperPearsonLimits(count, total, alpha),
  );
}
