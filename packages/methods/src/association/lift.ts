/** Lift: how many times as often two themes meet as they would if they did not depend on each other. */
import { requireLevel } from '../common/checks.ts';
import type { Result } from '../common/result.ts';
import { type FourCells, requireFourCells } from './four-cells.ts';
import { logScaleInterval } from './log-scale-interval.ts';

/**
 * lift = a n / ((a+b)(a+c)): 1 under independence, 0 where the themes never meet.
 * Source: Brin, Motwani, Ullman, Tsur, SIGMOD (1997) 255, there called interest.
 *
 * Interval on the log scale with the delta-method variance under multinomial sampling,
 * 1/a - 1/(a+b) - 1/(a+c) + 2a/((a+b)(a+c)) - 1/n; there is none where a = 0.
 * @param cells counts of participants.
 * @returns `estimate: null` where a theme is shown by nobody.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example lift({ a: 18, b: 12, c: 22, d: 68 }).estimate // 1.8
 */
export function lift(cells: FourCells, { level = 0.95 }: { level?: number } = {}): Result {
  const n = requireFourCells(cells);
  requireLevel(level);
  const method = 'lift';
  const { a, b, c } = cells;
  const expected = (a + b) * (a + c);
  if (expected === 0) {
    const message = 'lift is undefined: a theme is shown by nobody';
    return { estimate: null, interval: null, n, method, warnings: [{ code: 'empty-margin', message }] };
  }
  if (a === 0) {
    const message = 'the themes never meet: lift is 0 and has no interval on the log scale';
    return { estimate: 0, interval: null, n, method, warnings: [{ code: 'empty-cell', message }] };
  }
  const estimate = (a * n) / expected;
  const variance = 1 / a - 1 / (a + b) - 1 / (a + c) + (2 * a) / expected - 1 / n;
  const interval = logScaleInterval(
    estimate,
    Math.sqrt(Math.max(0, variance)),
    level,
    'log scale, delta method',
  );
  return { estimate, interval, n, method, warnings: [] };
}
