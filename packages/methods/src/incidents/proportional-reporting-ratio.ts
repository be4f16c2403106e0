/**
 * The proportional reporting ratio: S. J. W. Evans, P. C. Waller and S. Davis, Pharmacoepidemiology and Drug Safety 10
 * (2001) 483-486.
 */
import { logScaleInterval } from '../association/log-scale-interval.ts';
import { requireLevel } from '../common/checks.ts';
import type { Result } from '../common/result.ts';
import { type ReportTable, requireReportTable } from './report-table.ts';

/**
 * PRR = [a / (a + b)] / [c / (c + d)], with SE(ln PRR) = sqrt(1/a - 1/(a + b) + 1/c - 1/(c + d)) and the interval
 * exp(ln PRR ± z SE).
 * @returns `estimate: null` where no other product has the event or a product has no report; 0 without an interval
 * where a is 0.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example
 * proportionalReportingRatio({ a: 3, b: 47, c: 20, d: 4930 }).estimate // 14.85
 */
export function proportionalReportingRatio(
  table: ReportTable,
  { level = 0.95 }: { level?: number } = {},
): Result {
  const n = requireReportTable(table);
  requireLevel(level);
  const { a, b, c, d } = table;
  const method = 'proportional reporting ratio (Evans 2001)';
  if (a + b === 0 || c === 0) {
    const reason =
      a + b === 0 ? 'the product is in no report' : 'no other product is reported with the event';
    const warnings = [{ code: 'undefined-ratio', message: `the ratio is undefined: ${reason}` }];
    return { estimate: null, interval: null, n, method, warnings };
  }
  if (a === 0) {
    const message = 'the product is not reported with the event: the ratio is 0 and has no interval';
    return { estimate: 0, interval: null, n, method, warnings: [{ code: 'empty-cell', message }] };
  }
  if (b + d === 0) {
    const message = 'every report has the event: the ratio is 1 whatever the counts, and has no interval';
    return { estimate: 1, interval: null, n, method, warnings: [{ code: 'empty-margin', message }] };
  }
  const estimate = (a * (c + d)) / ((a + b) * c);
  const standardError = Math.sqrt(b / (a * (a + b)) + d / (c * (c + d)));
  const interval = logScaleInterval(estimate, standardError, level, 'Wald, log scale');
  return { estimate, interval, n, method, warnings: [] };
}
