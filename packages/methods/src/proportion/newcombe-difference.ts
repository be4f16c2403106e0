/**
 * The difference of two shares with Newcombe's hybrid score interval: the library's default for two proportions.
 * Source: Newcombe, Stat Med 17 (1998) 873-890, method 10.
 */
import { normalQuantile } from '../common/normal.ts';
import type { Result } from '../common/result.ts';
import { differenceResult, type Share } from './two-shares.ts';
import { wilsonLimits } from './wilson.ts';

/**
 * d - sqrt((p1 - l1)^2 + (u2 - p2)^2) to d + sqrt((u1 - p1)^2 + (p2 - l2)^2), l and u being the Wilson limits of each.
 * @returns first share - second share, -1 to 1; `n` is both totals; `estimate: null` where a total is 0.
 * @throws RangeError for a negative or fractional count, a count above its total, a level outside 0 to 1.
 * @example
 * newcombeDifference({ count: 56, total: 70 }, { count: 48, total: 80 }).interval // lower 0.05243..., upper 0.33387...
 */
export function newcombeDifference(
  first: Share,
  second: Share,
  { level = 0.95 }: { level?: number } = {},
): Result {
  return differenceResult(first, second, level, 'Newcombe hybrid score', (difference) => {
    const z = normalQuantile((1 + level) / 2);
    const [low1, high1] = wilsonLimits(first.count, first.total, z);
    const [low2, high2] = wilsonLimits(second.count, second.total, z);
    const share1 = first.count / first.total;
    const share2 = second.count / second.total;
    return [
      difference - Math.hypot(share1 - low1, high2 - share2),
      difference + Math.hypot(high1 - share1, share2 - low2),
    ];
  });
}
