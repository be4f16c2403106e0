/**
 * The information component of the Bayesian confidence propagation neural network: A. Bate and others, European Journal
 * of Clinical Pharmacology 54 (1998) 315-321, with the moments of A. L. Gould, Pharmacoepidemiology and Drug Safety 12
 * (2003) 559-574.
 */
import { requireLevel } from '../common/checks.ts';
import { digamma, trigamma } from '../common/digamma.ts';
import { normalQuantile } from '../common/normal.ts';
import type { Result } from '../common/result.ts';
import { type ReportTable, requireReportTable } from './report-table.ts';

/**
 * The posterior mean of IC = log2 p(product, event) / [p(product) p(event)] and a normal interval about it. With
 * r = 1 + a, p = 1 + a + b, q = 1 + a + c, m = n + 2 and t = n + m^2 / (pq), in units of ln 2:
 * mean psi(r) - psi(t) - psi(p) - psi(q) + 2 psi(m), variance psi'(r) - psi'(t) + psi'(p) + psi'(q) - 2 psi'(m).
 * Older than `informationComponent`, whose limits are exact; for comparison with systems that use it.
 * @returns `estimate: null` for an empty table.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example
 * informationComponentBcpnn({ a: 3, b: 47, c: 20, d: 4930 }).estimate // 1.5407026653316
 */
export function informationComponentBcpnn(
  table: ReportTable,
  { level = 0.95 }: { level?: number } = {},
): Result {
  const n = requireReportTable(table);
  requireLevel(level);
  const method = 'information component, BCPNN (Bate 1998, Gould 2003)';
  if (n === 0) {
    const message = 'the table is empty: there is no report';
    return { estimate: null, interval: null, n, method, warnings: [{ code: 'no-data', message }] };
  }
  const joint = 1 + table.a;
  const product = 1 + table.a + table.b;
  const event = 1 + table.a + table.c;
  const all = n + 2;
  const total = n + (all / product) * (all / event);
  const mean = digamma(joint) - digamma(total) - digamma(product) - digamma(event) + 2 * digamma(all);
  const variance =
    trigamma(joint) - trigamma(total) + trigamma(product) + trigamma(event) - 2 * trigamma(all);
  const estimate = mean / Math.LN2;
  const margin = (normalQuantile((1 + level) / 2) * Math.sqrt(variance)) / Math.LN2;
  const interval = {
    lower: estimate - margin,
    upper: estimate + margin,
    level,
    method: 'normal approximation',
  };
  return { estimate, interval, n, method, warnings: [] };
}
