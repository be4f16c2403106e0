/** Fisher's test with half weight on the observed table, which takes away much of its conservatism. */
import type { TestResult } from '../common/test-result.ts';
import { tailsOf } from './fisher-exact.ts';
import { type FourCells, requireFourCells } from './four-cells.ts';
import { firstCellWeights } from './hypergeometric.ts';

/** `less` and `greater` are the one-sided mid-p-values; they add up to 1. */
export interface MidPResult extends TestResult {
  less: number | null;
  greater: number | null;
}

/**
 * Central mid-p: 2 min(P(X <= a) - P(X = a)/2, P(X >= a) - P(X = a)/2).
 * Source: Lancaster, J Am Stat Assoc 56 (1961) 223. Not exact: its size can pass the level a little.
 * @param cells counts of participants.
 * @returns `p: null` where no participant was counted.
 * @throws RangeError where a cell is no count.
 * @example fisherMidP({ a: 18, b: 12, c: 22, d: 68 }).p // 0.000595235119021959
 */
export function fisherMidP(cells: FourCells): MidPResult {
  const n = requireFourCells(cells);
  const method = "Fisher's test, central mid-p";
  if (n === 0) {
    const message = 'the test is undefined: no participant was counted';
    return { p: null, less: null, greater: null, n, method, warnings: [{ code: 'no-data', message }] };
  }
  const distribution = firstCellWeights(cells);
  const half = distribution.weights[cells.a - distribution.low] / distribution.total / 2;
  const tails = tailsOf(cells.a, distribution);
  const less = tails.less - half;
  const greater = tails.greater - half;
  return { p: Math.min(1, 2 * Math.min(less, greater)), less, greater, n, method, warnings: [] };
}
