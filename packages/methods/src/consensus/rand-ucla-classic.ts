/**
 * The older RAND/UCLA definitions by counting members, for panels of 8 to 16.
 * Source: Fitch et al., RAND MR-1269 (2001), chapter 8, after Brook et al. (1986).
 */
import { quantile } from '../common/quantile.ts';
import { requireNinePoint } from './rand-ucla.ts';

export type ClassicVerdict = 'agreement' | 'disagreement' | 'indeterminate';

/**
 * Disagreement where at least 3, 4 or 5 members rate 1 to 3 and as many 7 to 9 (panels of 8-10, 11-13, 14-16);
 * agreement where at most 2, 3 or 4 rate outside the region of three points that holds the median.
 * @param ratings whole numbers 1 to 9, one a panel member.
 * @returns `null` for panels of fewer than 8 or more than 16, for which no such rule was given.
 * @throws RangeError for a rating that is not a whole number from 1 to 9.
 * @example randUclaClassic([1, 1, 1, 2, 5, 8, 9, 9, 9]) // "disagreement"
 */
export function randUclaClassic(ratings: ArrayLike<number>): ClassicVerdict | null {
  requireNinePoint(ratings);
  const n = ratings.length;
  if (n < 8 || n > 16) return null;
  const apart = n <= 10 ? 3 : n <= 13 ? 4 : 5;
  const regions = [0, 0, 0];
  for (let i = 0; i < n; i++) regions[Math.ceil(ratings[i] / 3) - 1]++;
  if (regions[0] >= apart && regions[2] >= apart) return 'disagreement';
  const median = quantile(ratings, 0.5, 2);
  const home = median < 3.5 ? 0 : median < 6.5 ? 1 : 2;
  return n - regions[home] <= apart - 1 ? 'agreement' : 'indeterminate';
}
