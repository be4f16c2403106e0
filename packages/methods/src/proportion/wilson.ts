/**
 * The share of participants who show a theme, with Wilson's score interval: the library's default for a proportion.
 * Source: Wilson, J Am Stat Assoc 22 (1927) 209-212; recommended by Newcombe, Stat Med 17 (1998) 857-872.
 */
import { normalQuantile } from '../common/normal.ts';
import type { Result } from '../common/result.ts';
import { proportionResult } from './share.ts';

/** The two roots of |x/n - p| = z sqrt(p(1-p)/n); a limit at the boundary is exactly 0 or 1. */
export function wilsonLimits(count: number, total: number, z: number): readonly [number, number] {
  const share = count / total;
  const z2 = z * z;
  const centre = share + z2 / (2 * total);
  const spread = z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  const scale = 1 + z2 / total;
  const lower = count === 0 ? 0 : (centre - spread) / scale;
  const upper = count === total ? 1 : (centre + spread) / scale;
  return [lower, upper];
}

/**
 * Wilson score interval: (p + z^2/2n +- z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n).
 * @param count how many show it; `total` how many could have, both whole numbers of participants.
 * @returns the share, 0 to 1; `estimate: null` where the total is 0.
 * @throws RangeError for a negative or fractional count, a count above the total, a level outside 0 to 1.
 * @example wilson(81, 263).interval // { lower: 0.25528..., upper: 0.36620..., level: 0.95, ... }
 */
export function wilson(count: number, total: number, { level = 0.95 }: { level?: number } = {}): Result {
  return proportionResult(count, total, level, 'Wilson score', (alpha) =>
    wilsonLimits(count, total, -normalQuantile(alpha / 2)),
  );
}
