/** Wilcoxon's test of whether the same people's ratings moved. Source: Wilcoxon, Biometrics Bull 1 (1945) 80. */
import { averageRanks } from '../common/average-ranks.ts';
import { normalUpperTail } from '../common/normal.ts';
import { requirePaired } from '../common/paired.ts';
import type { MethodWarning } from '../common/result.ts';
import type { TestResult } from '../common/test-result.ts';

/** `statistic` V is the sum of the ranks of the positive differences first - second. */
export interface WilcoxonResult extends TestResult {
  statistic: number | null;
  /** Pairs that differ: the others are left out. */
  moved: number;
}

/**
 * Two-sided. Exact for fewer than 50 differences without ties or zeros, else by the normal approximation with variance
 * n(n+1)(2n+1)/24 - sum(t^3 - t)/48 and a continuity correction of 1/2; as R's wilcox.test, and `method` says which.
 * @param first one rating a person; `second` theirs again, in the same order.
 * @returns `p: null` where nobody's rating moved.
 * @throws RangeError where the lengths differ or an entry is not a finite number.
 * @example wilcoxonSignedRank([5, 6, 7, 4, 8, 9], [6, 8, 10, 8, 13, 8]).p // 0.07393743585215
 */
export function wilcoxonSignedRank(first: ArrayLike<number>, second: ArrayLike<number>): WilcoxonResult {
  const n = requirePaired(first, second);
  const differences = Float64Array.from({ length: n }, (_, i) => first[i] - second[i]).filter((d) => d !== 0);
  const moved = differences.length;
  if (moved === 0) {
    const warnings = [{ code: 'no-change', message: "nobody's rating moved: there is nothing to test" }];
    return { p: null, statistic: null, moved, n, method: 'Wilcoxon signed rank', warnings };
  }
  const { ranks, tieSum } = averageRanks(differences.map(Math.abs));
  const statistic = ranks.reduce((sum, rank, i) => sum + (differences[i] > 0 ? rank : 0), 0);
  if (tieSum === 0 && moved === n && moved < 50) {
    const method = 'Wilcoxon signed rank, exact';
    return { p: exactP(statistic, moved), statistic, moved, n, method, warnings: [] };
  }
  const distance = Math.abs(statistic - (moved * (moved + 1)) / 4);
  const variance = (moved * (moved + 1) * (2 * moved + 1)) / 24 - tieSum / 48;
  const p = Math.min(1, 2 * normalUpperTail((distance - Math.min(0.5, distance)) / Math.sqrt(variance)));
  const warnings: MethodWarning[] = [];
  if (moved < 10) {
    const message = `only ${moved} ratings moved, with ties or zeros: the normal approximation is rough`;
    warnings.push({ code: 'few-differences', message });
  }
  const method = 'Wilcoxon signed rank, normal approximation with continuity correction';
  return { p, statistic, moved, n, method, warnings };
}

/** Counts the subsets of the ranks 1 to n by their sum. */
function exactP(statistic: number, n: number): number {
  const ways = new Float64Array((n * (n + 1)) / 2 + 1);
  ways[0] = 1;
  for (let rank = 1; rank <= n; rank++) {
    for (let sum = ways.length - 1; sum >= rank; sum--) ways[sum] += ways[sum - rank];
  }
  const smaller = Math.min(statistic, (n * (n + 1)) / 2 - statistic);
  let tail = 0;
  for (let sum = 0; sum <= smaller; sum++) tail += ways[sum];
  return Math.min(1, (2 * tail) / 2 ** n);
}
