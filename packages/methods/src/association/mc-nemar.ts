/**
 * McNemar's test: does the same theme come up more often in one question than in another, of the same participants?
 * Sources: McNemar, Psychometrika 12 (1947) 153; Fagerland, Lydersen, Laake, BMC Med Res Methodol 13 (2013) 91.
 */
import { requireLevel } from '../common/checks.ts';
import { chiSquareUpperTail } from '../common/chi-square.ts';
import type { Result } from '../common/result.ts';
import { clopperPearsonLimits } from '../proportion/clopper-pearson.ts';
import { tailsOf } from './fisher-exact.ts';
import { type FourCells, requireFourCells } from './four-cells.ts';
import { halfWeights } from './hypergeometric.ts';

/** `exact` and `mid-p` are binomial; `chi-square` is (b-c)^2/(b+c), `chi-square-corrected` (|b-c|-1)^2/(b+c). */
export type McNemarTest = 'exact' | 'mid-p' | 'chi-square' | 'chi-square-corrected';

/** The estimate is the odds ratio b / c; the p-value asks whether it is 1. */
export interface McNemarResult extends Result {
  p: number | null;
  /** Of the chi-square tests; `null` for the binomial ones. */
  statistic: number | null;
  test: McNemarTest;
  /** Participants who show the theme in one question only, b + c: the others tell nothing. */
  discordant: number;
}

/**
 * Given b + c, b is binomial with probability 1/2 under the null hypothesis. The interval of b / c is that of
 * Clopper and Pearson for b / (b + c), carried over by p / (1 - p).
 * @param cells counts of participants: `a` with the theme in both questions, `b` in the first only, `c` in the second
 * only, `d` in neither.
 * @returns `estimate: null` where c = 0 (then the upper limit is Infinity), `p: null` where b + c = 0.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example mcNemar({ a: 794, b: 150, c: 86, d: 570 }).p // 3.71593613957144e-5
 */
export function mcNemar(
  cells: FourCells,
  { test = 'exact', level = 0.95 }: { test?: McNemarTest; level?: number } = {},
): McNemarResult {
  const n = requireFourCells(cells);
  requireLevel(level);
  const { b, c } = cells;
  const discordant = b + c;
  const method = `McNemar's test, ${test}`;
  if (discordant === 0) {
    const warnings = [{ code: 'no-discordant', message: 'nobody shows the theme in one question only' }];
    return {
      estimate: null,
      interval: null,
      p: null,
      statistic: null,
      test,
      discordant,
      n,
      method,
      warnings,
    };
  }
  const [lower, upper] = clopperPearsonLimits(b, discordant, 1 - level);
  const interval = { lower: odds(lower), upper: odds(upper), level, method: 'exact, from Clopper-Pearson' };
  const statistic = test === 'chi-square' || test === 'chi-square-corrected' ? chiSquare(b, c, test) : null;
  const p = statistic === null ? binomialP(b, c, test === 'mid-p') : chiSquareUpperTail(statistic, 1);
  const message = 'nobody shows the theme in the second question only: the odds ratio grows without bound';
  const warnings = c === 0 ? [{ code: 'boundary', message }] : [];
  return { estimate: c === 0 ? null : b / c, interval, p, statistic, test, discordant, n, method, warnings };
}

function odds(probability: number): number {
  return probability === 1 ? Number.POSITIVE_INFINITY : probability / (1 - probability);
}

function chiSquare(b: number, c: number, test: McNemarTest): number {
  const difference = Math.abs(b - c);
  const correction = test === 'chi-square-corrected' && difference > 0 ? 1 : 0;
  return (difference - correction) ** 2 / (b + c);
}

function binomialP(b: number, c: number, midP: boolean): number {
  const distribution = halfWeights(b + c);
  const { less, greater } = tailsOf(b, distribution);
  const own = midP ? distribution.weights[b] / distribution.total / 2 : 0;
  return Math.min(1, 2 * (Math.min(less, greater) - own));
}
