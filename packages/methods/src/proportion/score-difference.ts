/**
 * The difference of two shares by inverting the score test.
 * Source: Miettinen and Nurminen, Stat Med 4 (1985) 213-226; without the factor N/(N - 1) it would be Mee's (1984).
 */
import { normalQuantile } from '../common/normal.ts';
import type { Result } from '../common/result.ts';
import { differenceResult, type Share } from './two-shares.ts';

/**
 * The differences D that the score test does not reject: |d - D| <= z sqrt((p1 (1 - p1)/n1 + p2 (1 - p2)/n2) N/(N - 1)),
 * the shares being the most likely ones with p1 - p2 = D, and N both totals.
 * @returns first share - second share, -1 to 1; `n` is both totals; `estimate: null` where a total is 0.
 * @throws RangeError for a negative or fractional count, a count above its total, a level outside 0 to 1.
 * @example
 * scoreDifference({ count: 56, total: 70 }, { count: 48, total: 80 }).interval // lower 0.05282..., upper 0.33817...
 */
export function scoreDifference(
  first: Share,
  second: Share,
  { level = 0.95 }: { level?: number } = {},
): Result {
  return differenceResult(first, second, level, 'score (Miettinen-Nurminen)', (difference) => {
    const z = normalQuantile((1 + level) / 2);
    const n = first.total + second.total;
    const accepts = (shift: number): boolean => {
      const share2 = likelySecondShare(first, second, shift);
      const share1 = Math.min(1, Math.max(0, share2 + shift));
      const variance = (share1 * (1 - share1)) / first.total + (share2 * (1 - share2)) / second.total;
      return (difference - shift) ** 2 <= (z * z * variance * n) / (n - 1);
    };
    return [edge(accepts, difference, -1), edge(accepts, difference, 1)];
  });
}

/** Where acceptance ends on the way from `inside` to `end`, by bisection to the last digit. */
function edge(accepts: (shift: number) => boolean, inside: number, end: number): number {
  if (accepts(end)) return end;
  let within = inside;
  let beyond = end;
  for (let i = 0; i < 80; i++) {
    const middle = (within + beyond) / 2;
    if (accepts(middle)) within = middle;
    else beyond = middle;
  }
  return within;
}

/**
 * The most likely p2 with p1 = p2 + shift: the root of the likelihood's derivative, which falls throughout, by bisection.
 */
function likelySecondShare(first: Share, second: Share, shift: number): number {
  let low = Math.max(0, -shift);
  let high = Math.min(1, 1 - shift);
  const slope = (share: number): number =>
    rate(first.count, share + shift) -
    rate(first.total - first.count, 1 - share - shift) +
    rate(second.count, share) -
    rate(second.total - second.count, 1 - share);
  for (let i = 0; i < 80 && low < high; i++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function rate(count: number, share: number): number {
  return count === 0 ? 0 : count / share;
}
