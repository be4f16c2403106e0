/** The relative reporting ratio: W. DuMouchel, The American Statistician 53 (1999) 177-190. */
import type { Result } from '../common/result.ts';
import { expectedReports, type ReportTable, requireReportTable } from './report-table.ts';

/**
 * RRR = a / E with E = (a + b)(a + c) / n. Without an interval: `informationComponent` and `ebgm` shrink the same ratio
 * and have one.
 * @returns `estimate: null` where nothing is expected, because product or event is in no report.
 * @throws RangeError where a cell is no count.
 * @example
 * relativeReportingRatio({ a: 25, b: 200, c: 150, d: 9000 }).estimate // 5.9523809523809526
 */
export function relativeReportingRatio(table: ReportTable): Result {
  const n = requireReportTable(table);
  const expected = expectedReports(table);
  const method = 'relative reporting ratio';
  if (expected === null || expected === 0) {
    const message = 'the ratio is undefined: the product or the event is in no report';
    return { estimate: null, interval: null, n, method, warnings: [{ code: 'empty-margin', message }] };
  }
  return { estimate: table.a / expected, interval: null, n, method, warnings: [] };
}
