/**
 * Kendall's W: how far panel members put the same items in the same order.
 * Source: Kendall, Babington Smith, Ann Math Stat 10 (1939) 275; ties as in Siegel, Castellan, Nonparametric Statistics (1988) 9.6.
 */
import { averageRanks } from '../common/average-ranks.ts';
import { requireFinite, requireRectangular } from '../common/checks.ts';
import { chiSquareUpperTail } from '../common/chi-square.ts';
import type { Result } from '../common/result.ts';

/** `statistic` is m (n - 1) W, chi-square with n - 1 degrees of freedom where the members order at random. */
export interface KendallWResult extends Result {
  /** W as if there were no ties: smaller than W where members give the same rating to several items. */
  uncorrected: number | null;
  statistic: number | null;
  degreesOfFreedom: number;
  p: number | null;
  raters: number;
}

/**
 * W = (12 sum R_i^2 - 3 m^2 n (n+1)^2) / (m^2 n (n^2 - 1) - m sum(t^3 - t)), R_i the sum of the ranks of item i over m
 * members, n items, t the sizes of a member's ties. 0 is no agreement, 1 the same order throughout.
 * @param ratings one row a member, one column an item; ranks or ratings, ranked within the member, none missing.
 * @returns `estimate: null` for fewer than two members or items, or where every member ties all items.
 * @throws RangeError where rows differ in length or an entry is not a finite number.
 * @example kendallW([[1, 6, 3, 2, 5, 4], [1, 5, 6, 4, 2, 3], [6, 3, 2, 5, 4, 1]]).estimate // 0.16190476190476
 */
export function kendallW(ratings: ReadonlyArray<ArrayLike<number>>): KendallWResult {
  requireRectangular('ratings', ratings);
  const raters = ratings.length;
  const n = raters === 0 ? 0 : ratings[0].length;
  const method = "Kendall's W, corrected for ties";
  const sums = new Float64Array(n);
  let ties = 0;
  ratings.forEach((row, member) => {
    for (let item = 0; item < n; item++) requireFinite(`ratings[${member}][${item}]`, row[item]);
    const { ranks, tieSum } = averageRanks(row);
    ties += tieSum;
    for (let item = 0; item < n; item++) sums[item] += ranks[item];
  });
  const untied = raters ** 2 * n * (n ** 2 - 1);
  const corrected = untied - raters * ties;
  const degreesOfFreedom = Math.max(0, n - 1);
  if (raters < 2 || n < 2 || corrected === 0) {
    const [code, message] =
      raters < 2 || n < 2
        ? ['too-few', `W needs two members and two items or more; there are ${raters} and ${n}`]
        : ['all-tied', 'W is undefined: every member gave all items the same rating'];
    const nothing = { estimate: null, uncorrected: null, statistic: null, p: null, interval: null };
    return { ...nothing, degreesOfFreedom, raters, n, method, warnings: [{ code, message }] };
  }
  const mean = (raters * (n + 1)) / 2;
  const spread = 12 * sums.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
  const estimate = spread / corrected;
  const statistic = raters * degreesOfFreedom * estimate;
  return {
    estimate,
    uncorrected: spread / untied,
    interval: null,
    statistic,
    degreesOfFreedom,
    p: chiSquareUpperTail(statistic, degreesOfFreedom),
    raters,
    n,
    method,
    warnings: [],
  };
}
