/**
 * Phi: how strongly two themes go together in the same participants, as a correlation.
 * Source: Yule, J R Stat Soc 75 (1912) 579; variance: Bishop, Fienberg, Holland, Discrete Multivariate Analysis (1975) 11.3.
 */
import { requireLevel } from '../common/checks.ts';
import { normalQuantile } from '../common/normal.ts';
import type { Result } from '../common/result.ts';
import { emptyMargin, type FourCells, requireFourCells } from './four-cells.ts';

/**
 * phi = (ad - bc) / sqrt((a+b)(c+d)(a+c)(b+d)), from -1 to 1.
 *
 * The interval is Fisher's z with the delta-method variance under multinomial sampling,
 * z = atanh(phi) +- z_(1-alpha/2) SE / (1 - phi^2); there is none where |phi| = 1.
 * @param cells counts of participants.
 * @returns `estimate: null` where a theme is shown by nobody or by everybody.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example phi({ a: 18, b: 12, c: 22, d: 68 }).estimate // 0.32659863237109
 */
export function phi(cells: FourCells, { level = 0.95 }: { level?: number } = {}): Result {
  const n = requireFourCells(cells);
  requireLevel(level);
  const method = 'phi coefficient';
  const empty = emptyMargin(cells);
  if (empty !== null) {
    const message = `phi is undefined: ${empty}`;
    return { estimate: null, interval: null, n, method, warnings: [{ code: 'empty-margin', message }] };
  }
  const { a, b, c, d } = cells;
  const estimate = (a * d - b * c) / Math.sqrt((a + b) * (c + d)) / Math.sqrt((a + c) * (b + d));
  if (b + c === 0 || a + d === 0) {
    const message =
      'the two themes coincide or exclude each other entirely; the asymptotic interval does not exist';
    return {
      estimate: b + c === 0 ? 1 : -1,
      interval: null,
      n,
      method,
      warnings: [{ code: 'boundary', message }],
    };
  }
  const spread = (normalQuantile((1 + level) / 2) * standardError(cells, n, estimate)) / (1 - estimate ** 2);
  const centre = Math.atanh(estimate);
  const interval = {
    lower: Math.tanh(centre - spread),
    upper: Math.tanh(centre + spread),
    level,
    method: 'Fisher z, delta-method variance',
  };
  return { estimate, interval, n, method, warnings: [] };
}

function standardError({ a, b, c, d }: FourCells, n: number, value: number): number {
  const left = (a + b) * (c + d);
  const right = (a + c) * (b + d);
  const leftLean = a + b - c - d;
  const rightLean = a + c - b - d;
  const variance =
    1 -
    value ** 2 +
    (value * (1 + value ** 2 / 2) * leftLean * rightLean) / Math.sqrt(left * right) -
    0.75 * value ** 2 * (leftLean ** 2 / left + rightLean ** 2 / right);
  return Math.sqrt(Math.max(0, variance) / n);
}
