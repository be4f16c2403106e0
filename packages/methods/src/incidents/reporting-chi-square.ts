/**
 * Pearson's chi-square of a table of reports, plain or with the continuity correction of F. Yates, Supplement to the
 * Journal of the Royal Statistical Society 1 (1934) 217-235.
 */
import { chiSquareUpperTail } from '../common/chi-square.ts';
import type { ChiSquareTest } from '../common/test-result.ts';
import { type ReportTable, requireReportTable } from './report-table.ts';

/**
 * chi2 = n (|ad - bc| - y)^2 / [(a + b)(c + d)(a + c)(b + d)] on one degree of freedom; y is 0, or n / 2 with Yates's
 * correction, but never more than |ad - bc|. Yates's is the default: the criteria of Evans (2001) use it.
 * @returns `statistic` and `p` null where a margin is empty.
 * @throws RangeError where a cell is no count.
 * @example
 * reportingChiSquare({ a: 3, b: 47, c: 20, d: 4930 }).statistic // 22.734795253599113
 */
export function reportingChiSquare(
  table: ReportTable,
  { correction = 'yates' }: { correction?: 'yates' | 'none' } = {},
): ChiSquareTest {
  const n = requireReportTable(table);
  const { a, b, c, d } = table;
  const method = correction === 'yates' ? 'chi-square with Yates correction' : 'chi-square';
  // Divided stepwise: the product of four margins of a large registry leaves the exact integers.
  const left = (a + b) * (c + d);
  const right = (a + c) * (b + d);
  if (left === 0 || right === 0) {
    const message = 'chi-square is undefined: a margin of the table is empty';
    const warnings = [{ code: 'empty-margin', message }];
    return { p: null, statistic: null, degreesOfFreedom: 1, n, method, warnings };
  }
  const apart = Math.abs(a * d - b * c);
  const distance = correction === 'yates' ? Math.max(0, apart - n / 2) : apart;
  const statistic = n * (distance / left) * (distance / right);
  return { p: chiSquareUpperTail(statistic, 1), statistic, degreesOfFreedom: 1, n, method, warnings: [] };
}
