/**
 * The difference of two shares by adding one success and one failure to each sample.
 * Source: Agresti and Caffo, Am Stat 54 (2000) 280-288.
 */
import { normalQuantile } from '../common/normal.ts';
import type { Result } from '../common/result.ts';
import { differenceResult, type Share } from './two-shares.ts';

/**
 * Wald's interval about the difference of (x + 1)/(n + 2). The estimate remains the plain difference, which is not the
 * interval's middle.
 * @returns first share - second share, -1 to 1; `n` is both totals; `estimate: null` where a total is 0.
 * @throws RangeError for a negative or fractional count, a count above its total, a level outside 0 to 1.
 * @example
 * agrestiCaffoDifference({ count: 56, total: 70 }, { count: 48, total: 80 }).interval // lower 0.05245..., upper 0.33575...
 */
export function agrestiCaffoDifference(
  first: Share,
  second: Share,
  { level = 0.95 }: { level?: number } = {},
): Result {
  return differenceResult(first, second, level, 'Agresti-Caffo', () => {
    const share1 = (first.count + 1) / (first.total + 2);
    const share2 = (second.count + 1) / (second.total + 2);
    const variance =
      (share1 * (1 - share1)) / (first.total + 2) + (share2 * (1 - share2)) / (second.total + 2);
    const spread = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
    return [share1 - share2 - spread, share1 - share2 + spread];
  });
}
