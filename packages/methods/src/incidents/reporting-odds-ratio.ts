/**
 * The reporting odds ratio: E. P. van Puijenbroek and others, Pharmacoepidemiology and Drug Safety 11 (2002) 3-10.
 */
import { oddsRatio } from '../association/odds-ratio.ts';
import type { Result } from '../common/result.ts';
import { type ReportTable, requireReportTable } from './report-table.ts';

/**
 * ROR = ad / (bc), with SE(ln ROR) = sqrt(1/a + 1/b + 1/c + 1/d) and the interval exp(ln ROR ± z SE).
 * @returns `estimate: null` where b or c is 0; 0 without an interval where a or d is 0.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example
 * reportingOddsRatio({ a: 25, b: 200, c: 150, d: 9000 }).estimate // 7.5
 */
export function reportingOddsRatio(table: ReportTable, { level = 0.95 }: { level?: number } = {}): Result {
  const n = requireReportTable(table);
  const { estimate, interval } = oddsRatio(table, { level });
  const method = 'reporting odds ratio';
  if (estimate === null) {
    const message = 'the ratio is undefined: product and event are never reported apart from each other';
    return { estimate, interval, n, method, warnings: [{ code: 'undefined-ratio', message }] };
  }
  if (interval === null) {
    const message = 'a cell is empty: the ratio is 0 and has no interval';
    return { estimate, interval, n, method, warnings: [{ code: 'empty-cell', message }] };
  }
  return { estimate, interval, n, method, warnings: [] };
}
