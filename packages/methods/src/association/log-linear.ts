/**
 * Hierarchical log-linear models: which themes or attributes of a cross-table may be taken as independent.
 * Sources: Deming, Stephan, Ann Math Stat 11 (1940) 427, iterative proportional fitting;
 * Agresti, Categorical Data Analysis (2013) chapter 9.
 */
import { requireCount, requirePositiveInteger } from '../common/checks.ts';
import { chiSquareUpperTail } from '../common/chi-square.ts';
import type { MethodWarning } from '../common/result.ts';

export interface LogLinearInput {
  /** Counts of participants, the last factor varying fastest. */
  counts: ArrayLike<number>;
  /** How many levels each factor has; their product is the number of counts. */
  levels: readonly number[];
  /** The highest terms of the model, as positions in `levels`: [[0], [1]] is independence, [[0, 1]] saturated. */
  terms: ReadonlyArray<readonly number[]>;
}

/** Statistics are 0 with p = 1 where no degree of freedom is left. */
export interface LogLinearResult {
  /** Likelihood ratio, 2 sum n ln(n / m), and Pearson's sum (n - m)^2 / m. */
  likelihoodRatio: number;
  pearson: number;
  degreesOfFreedom: number;
  /** Of the likelihood ratio and of Pearson's statistic. */
  p: number;
  pearsonP: number;
  fitted: Float64Array;
  iterations: number;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

const LIMIT = 1000;
const TOLERANCE = 1e-13;

/**
 * Fits expected counts m that agree with the observed margins of every term, and tests what the model leaves out.
 * Degrees of freedom: cells less one parameter for each combination of levels above the first, in every term and all
 * terms below it. They are not lowered for empty margins, of which a warning tells.
 * @throws RangeError where the counts do not fill the levels, or a term names no factor of the table.
 * @example logLinear({ counts: [18, 12, 22, 68], levels: [2, 2], terms: [[0], [1]] }).pearson // 12.8
 */
export function logLinear({ counts, levels, terms }: LogLinearInput): LogLinearResult {
  const size = requireTable(counts, levels, terms);
  let n = 0;
  for (let cell = 0; cell < size; cell++) n += counts[cell];
  const places = terms.map((term) => marginOfCells(levels, term, size));
  const targets = places.map((place) => sumBy(place, counts));
  const fitted = new Float64Array(size).fill(n / size);
  let iterations = 0;
  for (let change = Number.POSITIVE_INFINITY; change > TOLERANCE && iterations < LIMIT; iterations++) {
    change = 0;
    places.forEach((place, t) => {
      change = Math.max(change, scaleToMargin(fitted, place, targets[t]));
    });
  }
  const warnings: MethodWarning[] = [];
  if (targets.some((target) => target.some((count) => count === 0))) {
    const message = 'a fitted margin is empty: the degrees of freedom are too many, and p is too large';
    warnings.push({ code: 'empty-margin', message });
  }
  if (iterations === LIMIT) {
    warnings.push({ code: 'not-converged', message: `fitted counts still moved after ${LIMIT} rounds` });
  }
  const degreesOfFreedom = size - parameters(levels, terms);
  const { likelihoodRatio, pearson } = distances(counts, fitted);
  const upperTail = (x: number) => (degreesOfFreedom === 0 ? 1 : chiSquareUpperTail(x, degreesOfFreedom));
  return {
    likelihoodRatio,
    pearson,
    degreesOfFreedom,
    p: upperTail(likelihoodRatio),
    pearsonP: upperTail(pearson),
    fitted,
    iterations,
    n,
    method: 'log-linear model by iterative proportional fitting',
    warnings,
  };
}

function requireTable(
  counts: ArrayLike<number>,
  levels: readonly number[],
  terms: ReadonlyArray<readonly number[]>,
): number {
  levels.forEach((level, i) => {
    requirePositiveInteger(`levels[${i}]`, level);
  });
  const size = levels.reduce((product, level) => product * level, 1);
  if (counts.length !== size) {
    throw new RangeError(`counts: got ${counts.length} cells; expected ${size}, the product of the levels`);
  }
  for (let cell = 0; cell < size; cell++) requireCount(`counts[${cell}]`, counts[cell]);
  if (terms.length === 0) throw new RangeError('terms: got none; expected at least one, such as [[0], [1]]');
  terms.forEach((term, t) => {
    for (const factor of term) {
      if (!Number.isInteger(factor) || factor < 0 || factor >= levels.length) {
        throw new RangeError(`terms[${t}]: got ${factor}; expected a factor from 0 to ${levels.length - 1}`);
      }
    }
  });
  return size;
}

/** To which cell of the term's margin each cell of the table belongs. */
function marginOfCells(levels: readonly number[], term: readonly number[], size: number): Int32Array {
  const place = new Int32Array(size);
  let stride = size;
  levels.forEach((level, factor) => {
    stride /= level;
    if (!term.includes(factor)) return;
    for (let cell = 0; cell < size; cell++)
      place[cell] = place[cell] * level + (Math.floor(cell / stride) % level);
  });
  return place;
}

function sumBy(place: Int32Array, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(place.reduce((most, at) => Math.max(most, at), 0) + 1);
  for (let cell = 0; cell < place.length; cell++) sums[place[cell]] += values[cell];
  return sums;
}

/** Scales the fitted counts to the wanted margin; returns the largest relative change. */
function scaleToMargin(fitted: Float64Array, place: Int32Array, target: Float64Array): number {
  const sums = sumBy(place, fitted);
  let change = 0;
  const factors = target.map((want, at) => (sums[at] === 0 ? 0 : want / sums[at]));
  for (let cell = 0; cell < fitted.length; cell++) {
    if (fitted[cell] > 0) change = Math.max(change, Math.abs(factors[place[cell]] - 1));
    fitted[cell] *= factors[place[cell]];
  }
  return change;
}

/** One parameter for the total, and for each set of factors within a term the product of its levels less one. */
function parameters(levels: readonly number[], terms: ReadonlyArray<readonly number[]>): number {
  let sum = 0;
  for (let set = 0; set < 2 ** levels.length; set++) {
    const factors = levels.map((_, i) => i).filter((i) => (set >> i) & 1);
    if (!terms.some((term) => factors.every((factor) => term.includes(factor)))) continue;
    sum += factors.reduce((product, factor) => product * (levels[factor] - 1), 1);
  }
  return sum;
}

function distances(
  counts: ArrayLike<number>,
  fitted: Float64Array,
): { likelihoodRatio: number; pearson: number } {
  let likelihoodRatio = 0;
  let pearson = 0;
  for (let cell = 0; cell < fitted.length; cell++) {
    if (counts[cell] > 0) likelihoodRatio += 2 * counts[cell] * Math.log(counts[cell] / fitted[cell]);
    if (fitted[cell] > 0) pearson += (counts[cell] - fitted[cell]) ** 2 / fitted[cell];
  }
  return { likelihoodRatio: Math.max(0, likelihoodRatio), pearson };
}
