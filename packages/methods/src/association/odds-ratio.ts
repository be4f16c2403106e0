/**
 * The sample odds ratio of two themes, plain or with half a participant added to each cell.
 * Sources: Woolf, Ann Hum Genet 19 (1955) 251; Haldane, Ann Hum Genet 20 (1956) 309.
 */
import { requireLevel } from '../common/checks.ts';
import type { Result } from '../common/result.ts';
import { emptyMargin, type FourCells, requireFourCells } from './four-cells.ts';
import { logScaleInterval } from './log-scale-interval.ts';

/**
 * OR = ad / (bc), with SE(ln OR) = sqrt(1/a + 1/b + 1/c + 1/d) (Woolf).
 * `correction: 'haldane'` adds 0.5 to every cell, in the estimate and in the standard error.
 *
 * Without it an empty cell leaves no interval, and OR = ad / 0 is undefined rather than infinite.
 * @param cells counts of participants.
 * @returns `estimate: null` where the ratio divides by 0, or no participant was counted.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example oddsRatio({ a: 18, b: 12, c: 22, d: 68 }, { correction: 'haldane' }).estimate // 4.505777777777778
 */
export function oddsRatio(
  cells: FourCells,
  { correction = 'none', level = 0.95 }: { correction?: 'none' | 'haldane'; level?: number } = {},
): Result {
  const n = requireFourCells(cells);
  requireLevel(level);
  const corrected = correction === 'haldane';
  const method = corrected ? 'odds ratio, Haldane correction (0.5 in each cell)' : 'odds ratio';
  const undefinedBecause = (code: string, message: string): Result => {
    return { estimate: null, interval: null, n, method, warnings: [{ code, message }] };
  };
  if (n === 0) return undefinedBecause('no-data', 'the odds ratio is undefined: no participant was counted');
  const [a, b, c, d] = [cells.a, cells.b, cells.c, cells.d].map((count) => count + (corrected ? 0.5 : 0));
  if (b * c === 0) {
    return undefinedBecause(
      'empty-cell',
      'the odds ratio divides by 0: nobody shows one theme without the other',
    );
  }
  const estimate = (a * d) / (b * c);
  const warnings = [];
  const empty = emptyMargin(cells);
  if (empty !== null) {
    warnings.push({
      code: 'empty-margin',
      message: `the data hold no information on the odds ratio: ${empty}`,
    });
  }
  if (a * d === 0) {
    warnings.push({
      code: 'empty-cell',
      message: 'a cell is empty: the odds ratio is 0 and has no interval',
    });
    return { estimate, interval: null, n, method, warnings };
  }
  const standardError = Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d);
  const interval = logScaleInterval(
    estimate,
    standardError,
    level,
    corrected ? 'Haldane, log scale' : 'Woolf, log scale',
  );
  return { estimate, interval, n, method, warnings };
}
