/** The 2 x 2 table of spontaneous reports, on which every measure of disproportionate reporting rests. */
import { requireCount } from '../common/checks.ts';

/**
 * Counts of reports. Reports, not patients: without a declared exposure no measure made from them is a rate, and all
 * compare one product with the other products reported to the same place.
 */
export interface ReportTable {
  /** Of the product, with the event. */
  a: number;
  /** Of the product, with other events. */
  b: number;
  /** Of other products, with the event. */
  c: number;
  /** Of other products, with other events. */
  d: number;
}

/** Checks the cells and returns how many reports they hold. */
export function requireReportTable({ a, b, c, d }: ReportTable): number {
  requireCount('table.a', a);
  requireCount('table.b', b);
  requireCount('table.c', c);
  requireCount('table.d', d);
  return a + b + c + d;
}

/**
 * E = (a + b)(a + c) / n, the reports expected in cell a if product and event were reported independently; null for an
 * empty table.
 * @throws RangeError where a cell is no count.
 * @example
 * expectedReports({ a: 3, b: 47, c: 20, d: 4930 }) // 0.23
 */
export function expectedReports(table: ReportTable): number | null {
  const n = requireReportTable(table);
  return n === 0 ? null : ((table.a + table.b) * (table.a + table.c)) / n;
}
