/**
 * Bayesian interval for a proportion under Jeffreys' prior, Beta(1/2, 1/2).
 * Source: Brown, Cai, DasGupta, Statistical Science 16 (2001) 101-133.
 */
import { betaQuantile, betaUpperQuantile } from '../common/beta.ts';
import type { Result } from '../common/result.ts';
import { proportionResult } from './share.ts';

/** `equal-tailed` leaves alpha/2 on each side; `highest-density` is the shortest interval. */
export type JeffreysShape = 'equal-tailed' | 'highest-density';

/**
 * Quantiles of Beta(x + 1/2, n - x + 1/2). The equal-tailed form starts at 0 where nobody shows the theme and ends at
 * 1 where everybody does, as Brown, Cai and DasGupta ask.
 * @param count how many show it; `total` how many could have, both whole numbers of participants.
 * @returns the share, 0 to 1; `estimate: null` where the total is 0.
 * @throws RangeError for a negative or fractional count, a count above the total, a level outside 0 to 1.
 * @example jeffreys(5, 12).interval // { lower: 0.18047..., upper: 0.68805..., level: 0.95, ... }
 */
export function jeffreys(
  count: number,
  total: number,
  { level = 0.95, shape = 'equal-tailed' }: { level?: number; shape?: JeffreysShape } = {},
): Result {
  const a = count + 0.5;
  const b = total - count + 0.5;
  return proportionResult(count, total, level, `Jeffreys, ${shape}`, (alpha) => {
    if (shape === 'highest-density') return highestDensity(count, total, a, b, alpha);
    const lower = count === 0 ? 0 : betaQuantile(alpha / 2, a, b);
    const upper = count === total ? 1 : betaUpperQuantile(alpha / 2, a, b);
    return [lower, upper];
  });
}

/** The limits whose densities are equal; at the boundary the density falls one way, and one limit is the boundary. */
function highestDensity(
  count: number,
  total: number,
  a: number,
  b: number,
  alpha: number,
): readonly [number, number] {
  if (count === 0) return [0, betaUpperQuantile(alpha, a, b)];
  if (count === total) return [betaQuantile(alpha, a, b), 1];
  const limits = (below: number): readonly [number, number] => [
    betaQuantile(below, a, b),
    betaUpperQuantile(alpha - below, a, b),
  ];
  const logDensity = (x: number): number => (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x);
  // The lower limit's density rises against the upper one's as more probability is left below.
  let least = 0;
  let most = alpha;
  for (let i = 0; i < 60; i++) {
    const below = (least + most) / 2;
    const [lower, upper] = limits(below);
    if (logDensity(lower) < logDensity(upper)) least = below;
    else most = below;
  }
  return limits((least + most) / 2);
}
