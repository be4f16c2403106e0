/**
 * Data squashing for the fit of the gamma mixture: W. DuMouchel and D. Pregibon, "Empirical Bayes screening for
 * multi-item associations", Proceedings of KDD (2001) 67-76.
 */
import { requireCount, requirePositiveInteger } from '../common/checks.ts';
import { requireCounts, requireNonNegativeValues, requireSameLength } from '../common/series-checks.ts';

export interface SquashRule {
  /** The count whose cells are squashed. */
  count: number;
  /** How many cells of neighbouring expectation make one. */
  binSize: number;
  /** How many cells of the largest expectation stay as they are, because they differ most. */
  keep: number;
}

export interface SquashedCounts {
  counts: number[];
  /** Mean expectation of the cells that each entry stands for. */
  expected: number[];
  /** How many cells each entry stands for. */
  weights: number[];
}

const USUAL_RULES: readonly SquashRule[] = [
  { count: 1, binSize: 50, keep: 100 },
  { count: 2, binSize: 10, keep: 50 },
];

/**
 * Joins cells of the same count and of neighbouring expectation into one weighted cell of their mean expectation, in
 * ascending order of count and expectation. The last bin of a count may be smaller. A count with fewer cells than
 * `keep` + `binSize` stays as it is.
 * @param counts reports of each pair, in any order; `expected` likewise.
 * @throws RangeError on a count that is not whole or is negative, an expectation that is negative or not finite, lengths
 * that differ, a rule's count or `keep` that is no count, or a `binSize` below 1.
 * @example
 * squashCounts([1, 1, 1, 2], [0.3, 0.1, 0.2, 5], [{ count: 1, binSize: 2, keep: 1 }]).weights // [2,1,1]
 */
export function squashCounts(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  rules: readonly SquashRule[] = USUAL_RULES,
): SquashedCounts {
  requireCounts('counts', counts);
  requireNonNegativeValues('expected', expected);
  requireSameLength('expected', expected, 'counts', counts);
  rules.forEach(({ count, binSize, keep }, i) => {
    requireCount(`rules[${i}].count`, count);
    requirePositiveInteger(`rules[${i}].binSize`, binSize);
    requireCount(`rules[${i}].keep`, keep);
  });
  const order = Array.from({ length: counts.length }, (_, i) => i);
  order.sort((i, j) => counts[i] - counts[j] || expected[i] - expected[j]);
  const squashed: SquashedCounts = { counts: [], expected: [], weights: [] };
  for (let first = 0; first < order.length; ) {
    const count = counts[order[first]];
    let after = first + 1;
    while (after < order.length && counts[order[after]] === count) after++;
    const rule = rules.find((candidate) => candidate.count === count);
    const applies = rule !== undefined && after - first >= rule.keep + rule.binSize;
    const binned = applies ? after - rule.keep : first;
    const binSize = applies ? rule.binSize : 1;
    while (first < after) {
      const end = first < binned ? Math.min(first + binSize, binned) : first + 1;
      let sum = 0;
      for (let i = first; i < end; i++) sum += expected[order[i]];
      squashed.counts.push(count);
      squashed.expected.push(sum / (end - first));
      squashed.weights.push(end - first);
      first = end;
    }
  }
  return squashed;
}
