/**
 * Fits the prior of the multi-item gamma Poisson shrinker by maximum likelihood: W. DuMouchel, The American Statistician
 * 53 (1999) 177-190; squashed data: W. DuMouchel and D. Pregibon, Proceedings of KDD (2001) 67-76.
 */
import { digamma } from '../common/digamma.ts';
import { logGamma } from '../common/gamma.ts';
import { type Minimum, minimise } from '../common/minimise.ts';
import type { MethodWarning } from '../common/result.ts';
import { requireCounts, requirePositiveValues, requireSameLength } from '../common/series-checks.ts';
import { type GammaMixture, logRising } from './gamma-mixture.ts';

export interface GammaMixtureFitOptions {
  /** How many cells each entry stands for, from `squashCounts`; 1 each by default. */
  weights?: ArrayLike<number>;
  /**
   * Whether pairs that were never reported are among the cells. 'left-out' (default) divides each component by its own
   * probability of 1 or more (DuMouchel and Pregibon 2001); 'listed' takes every pair, with its 0, as it stands
   * (DuMouchel 1999).
   */
  zeros?: 'left-out' | 'listed';
}

export interface GammaMixtureFit {
  /** The component with the larger mean ratio first; null where undefined. */
  prior: GammaMixture | null;
  /** The natural logarithm of the likelihood, null where undefined. */
  logLikelihood: number | null;
  /** Cells, weights counted. */
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/** DuMouchel's own start and three that lie apart from it and from each other. */
const STARTS: readonly GammaMixture[] = [
  { shape1: 0.2, rate1: 0.1, shape2: 2, rate2: 4, share: 1 / 3 },
  { shape1: 0.2, rate1: 0.1, shape2: 2, rate2: 2, share: 0.1 },
  { shape1: 2, rate1: 0.5, shape2: 2, rate2: 2, share: 0.1 },
  { shape1: 0.5, rate1: 0.5, shape2: 5, rate2: 5, share: 0.5 },
];

/** The logarithms are searched within ±16: where one component would do, another could wander off without end. */
const FARTHEST = 16;

interface Cells {
  counts: ArrayLike<number>;
  expected: ArrayLike<number>;
  weights: ArrayLike<number> | undefined;
  truncated: boolean;
}

/** ln[Gamma(shape + n) / Gamma(shape)] and its derivative by the shape, worked out once for each distinct n. */
function risingTable(shape: number): (count: number) => readonly [number, number] {
  const known = new Map<number, readonly [number, number]>();
  return (count) => {
    const found = known.get(count);
    if (found !== undefined) return found;
    let slope = 0;
    if (count > 60) slope = digamma(shape + count) - digamma(shape);
    else for (let i = 0; i < count; i++) slope += 1 / (shape + i);
    const made = [logRising(shape, count), slope] as const;
    known.set(count, made);
    return made;
  };
}

/**
 * ln of n! times the probability of a count under one component, and its derivatives by ln shape and ln rate. Where
 * zeros are left out the component is divided by its own 1 - P(0) = 1 - (1 + E / rate)^-shape.
 */
function component(
  count: number,
  expected: number,
  truncated: boolean,
  [shape, rate]: readonly [number, number],
  [logRise, riseSlope]: readonly [number, number],
): [log: number, byShape: number, byRate: number] {
  const over = Math.log1p(expected / rate);
  const exponent = shape * over;
  const share = expected / (rate + expected);
  // A count of 0 under an expected count so small that rate / expected overflows must not give 0 times infinity.
  let log = logRise - exponent - (count === 0 ? 0 : count * Math.log1p(rate / expected));
  let zeros = 1;
  if (truncated) {
    log -= Math.log(-Math.expm1(-exponent));
    zeros += 1 / Math.expm1(exponent);
  }
  return [log, shape * (riseSlope - over * zeros), shape * share * zeros - count * (1 - share)];
}

/**
 * The negative log-likelihood, without the ln n! of the counts, at (ln shape1, ln rate1, ln shape2, ln rate2,
 * ln[share / (1 - share)]), with its gradient: logarithms, because every parameter is then free.
 */
function negativeLogLikelihood(cells: Cells, point: Float64Array, gradient: Float64Array): number {
  const { counts, expected, weights, truncated } = cells;
  const [shape1, rate1, shape2, rate2] = point.subarray(0, 4).map(Math.exp);
  const logShare1 = -Math.log1p(Math.exp(-point[4]));
  const logShare2 = -Math.log1p(Math.exp(point[4]));
  const share = Math.exp(logShare1);
  const rising1 = risingTable(shape1);
  const rising2 = risingTable(shape2);
  gradient.fill(0);
  let total = 0;
  for (let i = 0; i < counts.length; i++) {
    const weight = weights === undefined ? 1 : weights[i];
    const one = component(counts[i], expected[i], truncated, [shape1, rate1], rising1(counts[i]));
    const two = component(counts[i], expected[i], truncated, [shape2, rate2], rising2(counts[i]));
    const log1 = logShare1 + one[0];
    const log2 = logShare2 + two[0];
    const most = Math.max(log1, log2);
    const logDensity = most + Math.log(Math.exp(log1 - most) + Math.exp(log2 - most));
    const posterior1 = Math.exp(log1 - logDensity);
    const posterior2 = Math.exp(log2 - logDensity);
    total -= weight * logDensity;
    gradient[0] -= weight * posterior1 * one[1];
    gradient[1] -= weight * posterior1 * one[2];
    gradient[2] -= weight * posterior2 * two[1];
    gradient[3] -= weight * posterior2 * two[2];
    gradient[4] -= weight * (posterior1 - share);
  }
  return point.some((value) => Math.abs(value) > FARTHEST) ? Number.POSITIVE_INFINITY : total;
}

function pointOf({ shape1, rate1, shape2, rate2, share }: GammaMixture): number[] {
  const logit = Math.log(share) - Math.log1p(-share);
  return [Math.log(shape1), Math.log(rate1), Math.log(shape2), Math.log(rate2), logit];
}

/** The components have no order of their own: the one with the larger mean comes first. */
function priorOf(point: Float64Array): GammaMixture {
  const [shape1, rate1, shape2, rate2] = point.subarray(0, 4).map(Math.exp);
  const share = 1 / (1 + Math.exp(-point[4]));
  if (shape1 / rate1 >= shape2 / rate2) return { shape1, rate1, shape2, rate2, share };
  return { shape1: shape2, rate1: rate2, shape2: shape1, rate2: rate1, share: 1 / (1 + Math.exp(point[4])) };
}

/** Cells of equal count and expectation weigh together: in a registry most pairs are reported once. */
function mergeEqualCells({ counts, expected, weights, truncated }: Cells): Cells {
  const order = Array.from({ length: counts.length }, (_, i) => i);
  order.sort((i, j) => counts[i] - counts[j] || expected[i] - expected[j]);
  const merged = { counts: [] as number[], expected: [] as number[], weights: [] as number[], truncated };
  for (const i of order) {
    const last = merged.counts.length - 1;
    const weight = weights === undefined ? 1 : weights[i];
    if (last >= 0 && merged.counts[last] === counts[i] && merged.expected[last] === expected[i]) {
      merged.weights[last] += weight;
      continue;
    }
    merged.counts.push(counts[i]);
    merged.expected.push(expected[i]);
    merged.weights.push(weight);
  }
  return merged;
}

function cellsOf(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: GammaMixtureFitOptions,
): Cells {
  const { weights, zeros = 'left-out' } = options;
  requireCounts('counts', counts);
  requirePositiveValues('expected', expected);
  requireSameLength('expected', expected, 'counts', counts);
  if (weights !== undefined) {
    requirePositiveValues('options.weights', weights);
    requireSameLength('options.weights', weights, 'counts', counts);
  }
  if (zeros === 'left-out') {
    for (let i = 0; i < counts.length; i++) {
      if (counts[i] === 0) {
        throw new RangeError(
          `counts[${i}]: got 0; expected 1 or more, or options.zeros 'listed' with all zeros listed`,
        );
      }
    }
  }
  return { counts, expected, weights, truncated: zeros === 'left-out' };
}

/**
 * ln L of a prior: the sum over cells of the weight times ln[P f1(n) + (1 - P) f2(n)]. f is the negative binomial of size
 * alpha and probability beta / (beta + E), divided by 1 - f(0) where zeros are left out.
 * @throws RangeError as `fitGammaMixture`.
 * @example
 * gammaMixtureLogLikelihood([1, 2], [1, 1], { shape1: 1, rate1: 1, shape2: 1, rate2: 1, share: 0.5 }) // -2.0794415416798357
 */
export function gammaMixtureLogLikelihood(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  prior: GammaMixture,
  options: GammaMixtureFitOptions = {},
): number {
  const cells = cellsOf(counts, expected, options);
  return (
    -negativeLogLikelihood(cells, Float64Array.from(pointOf(prior)), new Float64Array(5)) -
    logFactorials(cells)
  );
}

function logFactorials({ counts, weights }: Cells): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += (weights === undefined ? 1 : weights[i]) * logGamma(counts[i] + 1);
  }
  return sum;
}

/**
 * The mixture that makes the counts likeliest, the best of four starts. Weights make the fit to squashed counts, which
 * is faster and hardly differs.
 * @param counts reports of each pair of product and event, n.
 * @param expected reports expected of each, E, above 0, in the same order.
 * @returns `prior: null` for fewer than ten cells (five parameters cannot be told from so few). A warning says where the
 * search did not settle, which happens where one component would do.
 * @throws RangeError on a count that is not whole, is negative, or is 0 with zeros left out; an expected count or weight
 * not above 0; lengths that differ.
 * @example
 * fitGammaMixture([1, 2], [1, 1]).warnings[0].code // "too-few-cells"
 */
export function fitGammaMixture(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: GammaMixtureFitOptions = {},
): GammaMixtureFit {
  const cells = cellsOf(counts, expected, options);
  let n = 0;
  for (let i = 0; i < counts.length; i++) n += cells.weights === undefined ? 1 : cells.weights[i];
  const method = `gamma mixture (DuMouchel 1999), maximum likelihood, zeros ${cells.truncated ? 'left out' : 'listed'}`;
  if (counts.length < 10) {
    const message = `${counts.length} cells are too few to fit five parameters: ten or more are needed`;
    return { prior: null, logLikelihood: null, n, method, warnings: [{ code: 'too-few-cells', message }] };
  }
  const merged = mergeEqualCells(cells);
  let best: Minimum | null = null;
  for (const start of STARTS) {
    const found = minimise(
      (point, gradient) => negativeLogLikelihood(merged, point, gradient),
      pointOf(start),
    );
    if (best === null || found.value < best.value) best = found;
  }
  const { point, value, converged } = best as Minimum; // There is always a first start.
  const warnings: MethodWarning[] = [];
  if (!converged) {
    const message = 'the likelihood is flat near its maximum: the two components can hardly be told apart';
    warnings.push({ code: 'not-converged', message });
  }
  return { prior: priorOf(point), logLikelihood: -value - logFactorials(cells), n, method, warnings };
}
