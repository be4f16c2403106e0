/**
 * Fisher's exact test of two themes' independence. A two-sided exact test must say which tables count as extreme.
 * Sources: Fisher, Statistical Methods for Research Workers (1934) 21.02; Blaker, Can J Stat 28 (2000) 783;
 * Fay, Biostatistics 11 (2010) 373, for the three rules.
 */
import type { MethodWarning } from '../common/result.ts';
import type { TestResult } from '../common/test-result.ts';
import { emptyMargin, type FourCells, requireFourCells } from './four-cells.ts';
import { type FirstCellWeights, firstCellWeights } from './hypergeometric.ts';

/**
 * Which tables with the same margins are at least as extreme as the observed one:
 * - `minimum-likelihood`: those no more probable than it, as R's fisher.test;
 * - `central`: twice the smaller tail, at most 1, which goes with the exact central interval;
 * - `blaker`: those whose smaller tail is no larger than its own.
 */
export type FisherRule = 'minimum-likelihood' | 'central' | 'blaker';

/** `less` and `greater` are the one-sided p-values, of the observed count or fewer, or more. */
export interface FisherResult extends TestResult {
  rule: FisherRule;
  less: number | null;
  greater: number | null;
}

/** Probabilities this close, relatively, count as equal: rounding must not decide which tables are extreme. */
const TIE = 1 + 1e-7;

/**
 * Fisher's exact test on counts of participants, with ties judged at a relative tolerance of 1e-7, as in R.
 * @param cells counts of participants.
 * @returns `p: null` where no participant was counted; p = 1 with a warning where a margin is empty.
 * @throws RangeError where a cell is no count.
 * @example fisherExact({ a: 18, b: 12, c: 22, d: 68 }).p // 0.000645375964748884
 */
export function fisherExact(
  cells: FourCells,
  { rule = 'minimum-likelihood' }: { rule?: FisherRule } = {},
): FisherResult {
  const n = requireFourCells(cells);
  const method = `Fisher's exact test, ${rule} rule`;
  const warnings: MethodWarning[] = [];
  if (n === 0) {
    warnings.push({ code: 'no-data', message: 'the test is undefined: no participant was counted' });
    return { p: null, less: null, greater: null, rule, n, method, warnings };
  }
  const empty = emptyMargin(cells);
  if (empty !== null) {
    warnings.push({ code: 'empty-margin', message: `no other table has these margins, so p = 1: ${empty}` });
  }
  const distribution = firstCellWeights(cells);
  const { less, greater } = tailsOf(cells.a, distribution);
  const p = twoSided(cells.a, distribution, rule);
  if (p === 0) warnings.push({ code: 'underflow', message: 'p is below 1e-290 and shown as 0' });
  return { p, less, greater, rule, n, method, warnings };
}

/**
 * Two-sided Fisher p-values of many tables at once, without a result object for each.
 * @param tables four counts a table, one after the other: a, b, c, d, a, b, c, d, ...
 * @returns one p-value a table; 1 for a table without participants.
 * @throws RangeError where the length is no multiple of 4 or an entry is no count.
 * @example fisherExactMany([3, 1, 1, 3, 7, 0, 12, 21])[1] // 0.0027027027027027
 */
export function fisherExactMany(
  tables: ArrayLike<number>,
  { rule = 'minimum-likelihood' }: { rule?: FisherRule } = {},
): Float64Array {
  if (tables.length % 4 !== 0) {
    throw new RangeError(
      `tables: got ${tables.length} entries; expected a multiple of 4, four cells a table`,
    );
  }
  const p = new Float64Array(tables.length / 4);
  const cells = { a: 0, b: 0, c: 0, d: 0 };
  let scratch: Float64Array = new Float64Array(64);
  for (let i = 0; i < p.length; i++) {
    for (let k = 4 * i; k < 4 * i + 4; k++) {
      if (!(Number.isInteger(tables[k]) && tables[k] >= 0)) {
        throw new RangeError(`tables[${k}]: got ${tables[k]}; expected a whole number of 0 or more`);
      }
    }
    cells.a = tables[4 * i];
    cells.b = tables[4 * i + 1];
    cells.c = tables[4 * i + 2];
    cells.d = tables[4 * i + 3];
    const distribution = firstCellWeights(cells, scratch);
    scratch = distribution.weights;
    p[i] = twoSided(cells.a, distribution, rule);
  }
  return p;
}

function twoSided(observed: number, distribution: FirstCellWeights, rule: FisherRule): number {
  if (rule === 'minimum-likelihood') return minimumLikelihood(observed, distribution);
  if (rule === 'blaker') return blaker(observed, distribution);
  const { less, greater } = tailsOf(observed, distribution);
  return Math.min(1, 2 * Math.min(less, greater));
}

function minimumLikelihood(observed: number, { low, high, weights, total }: FirstCellWeights): number {
  const limit = weights[observed - low] * TIE;
  let sum = 0;
  for (let i = 0; i <= high - low; i++) if (weights[i] <= limit) sum += weights[i];
  return Math.min(1, sum / total);
}

function blaker(observed: number, distribution: FirstCellWeights): number {
  const { low, high, weights, total } = distribution;
  const { less, greater } = tailsOf(observed, distribution);
  const limit = Math.min(less, greater) * TIE * total;
  let first = low;
  let below = 0;
  while (first <= high && below + weights[first - low] <= limit) below += weights[first++ - low];
  let last = high;
  let above = 0;
  while (last >= first && above + weights[last - low] <= limit) above += weights[last-- - low];
  return last < first ? 1 : Math.min(1, (below + above) / total);
}

/** Both tails, each with the observed count. */
export function tailsOf(observed: number, distribution: FirstCellWeights): { less: number; greater: number } {
  const { low, high, weights, total } = distribution;
  let below = 0;
  for (let i = 0; i <= observed - low; i++) below += weights[i];
  let above = 0;
  for (let i = high - low; i >= observed - low; i--) above += weights[i];
  return { less: Math.min(1, below / total), greater: Math.min(1, above / total) };
}
