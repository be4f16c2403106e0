/**
 * One odds ratio over several strata, such as roles or regions, each with its own 2 x 2 table.
 * Sources: Mantel, Haenszel, J Natl Cancer Inst 22 (1959) 719; Robins, Breslow, Greenland, Biometrics 42 (1986) 311.
 */
import { requireLevel } from '../common/checks.ts';
import { chiSquareUpperTail } from '../common/chi-square.ts';
import type { Result } from '../common/result.ts';
import { type FourCells, requireFourCells } from './four-cells.ts';
import { logScaleInterval } from './log-scale-interval.ts';

/** `statistic` and `p` test conditional independence, with continuity correction, on one degree of freedom. */
export interface MantelHaenszelResult extends Result {
  statistic: number | null;
  p: number | null;
}

/**
 * OR = sum(a d / n) / sum(b c / n) over strata, with the Robins-Breslow-Greenland variance of its logarithm.
 * Statistic (|sum(a - E a)| - 1/2)^2 / sum var(a), the bracket at least 0.
 * @param strata counts of participants, one table a stratum; strata with fewer than two participants tell nothing.
 * @returns `estimate: null` where the ratio divides by 0.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example mantelHaenszel([{ a: 18, b: 12, c: 22, d: 68 }]).estimate // 4.636363636363637
 */
export function mantelHaenszel(
  strata: readonly FourCells[],
  { level = 0.95 }: { level?: number } = {},
): MantelHaenszelResult {
  requireLevel(level);
  const method = 'Mantel-Haenszel odds ratio';
  const sums = { n: 0, r: 0, s: 0, pr: 0, mixed: 0, qs: 0, away: 0, variance: 0 };
  for (const cells of strata) {
    const n = requireFourCells(cells);
    if (n < 2) continue;
    const { a, b, c, d } = cells;
    const [p, q] = [(a + d) / n, (b + c) / n];
    const [r, s] = [(a * d) / n, (b * c) / n];
    sums.n += n;
    sums.r += r;
    sums.s += s;
    sums.pr += p * r;
    sums.mixed += p * s + q * r;
    sums.qs += q * s;
    sums.away += a - ((a + b) * (a + c)) / n;
    sums.variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
  }
  const testable = sums.variance > 0;
  const statistic = testable ? Math.max(0, Math.abs(sums.away) - 0.5) ** 2 / sums.variance : null;
  const p = statistic === null ? null : chiSquareUpperTail(statistic, 1);
  const head = { n: sums.n, method, statistic, p };
  if (sums.s === 0) {
    const message =
      'the odds ratio is undefined: in no stratum does anybody show each theme without the other';
    return { estimate: null, interval: null, ...head, warnings: [{ code: 'empty-cell', message }] };
  }
  const estimate = sums.r / sums.s;
  if (sums.r === 0) {
    const message = 'the odds ratio is 0 and has no interval on the log scale';
    return { estimate, interval: null, ...head, warnings: [{ code: 'empty-cell', message }] };
  }
  const { r, s, pr, mixed, qs } = sums;
  const variance = pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s);
  const interval = logScaleInterval(
    estimate,
    Math.sqrt(variance),
    level,
    'Robins-Breslow-Greenland, log scale',
  );
  return { estimate, interval, ...head, warnings: [] };
}
