/**
 * The screening criteria of S. J. W. Evans, P. C. Waller and S. Davis, Pharmacoepidemiology and Drug Safety 10 (2001)
 * 483-486.
 */
import type { MethodWarning } from '../common/result.ts';
import { proportionalReportingRatio } from './proportional-reporting-ratio.ts';
import type { ReportTable } from './report-table.ts';
import { reportingChiSquare } from './reporting-chi-square.ts';

export interface EvansSignal {
  /** Whether all three criteria hold; null where the ratio or chi-square is undefined. */
  signal: boolean | null;
  ratio: number | null;
  chiSquare: number | null;
  /** Reports of the product with the event. */
  count: number;
  /** All reports. */
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/**
 * A signal where PRR >= 2, chi-square (Yates) >= 4 and a >= 3. A signal asks for a look at the reports; it is no proof.
 * @throws RangeError where a cell is no count.
 * @example
 * evansSignal({ a: 3, b: 47, c: 20, d: 4930 }).signal // true
 */
export function evansSignal(table: ReportTable): EvansSignal {
  const { estimate: ratio, n, warnings } = proportionalReportingRatio(table);
  const test = reportingChiSquare(table);
  const chiSquare = test.statistic;
  const signal = ratio === null || chiSquare === null ? null : ratio >= 2 && chiSquare >= 4 && table.a >= 3;
  return {
    signal,
    ratio,
    chiSquare,
    count: table.a,
    n,
    method: 'Evans 2001: PRR >= 2, chi-square (Yates) >= 4, 3 reports or more',
    warnings: [...warnings, ...test.warnings],
  };
}
