/**
 * The likelihood of a gamma mixture prior: W. DuMouchel, The American Statistician 53 (1999) 177-190; without the pairs
 * that were never reported: W. DuMouchel and D. Pregibon, Proceedings of KDD (2001) 67-76.
 */
import { digamma } from '../common/digamma.ts';
import { logGamma } from '../common/gamma.ts';
import { requireCounts, requirePositiveValues, requireSameLength } from '../common/series-checks.ts';
import { type GammaMixture, logOnePlusRatio, logRising, requireGammaMixture } from './gamma-mixture.ts';

export interface GammaMixtureCellOptions {
  /** How many cells each entry stands for, from `squashCounts`; 1 each by default. */
  weights?: ArrayLike<number>;
  /**
   * Whether pairs that were never reported are among the cells. 'left-out' (default) divides each component by its own
   * probability of 1 or more (DuMouchel and Pregibon 2001); 'listed' takes every pair, with its 0, as it stands
   * (DuMouchel 1999).
   */
  zeros?: 'left-out' | 'listed';
}

export interface ReportCells {
  counts: ArrayLike<number>;
  expected: ArrayLike<number>;
  weights: ArrayLike<number> | undefined;
  truncated: boolean;
}

/** Checks the cells of reports. */
export function reportCells(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: GammaMixtureCellOptions,
): ReportCells {
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
  const over = logOnePlusRatio(expected, rate);
  const exponent = shape * over;
  const share = expected / (rate + expected);
  let log = logRise - exponent - count * logOnePlusRatio(rate, expected);
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
export function negativeLogLikelihood(
  cells: ReportCells,
  point: Float64Array,
  gradient: Float64Array,
): number {
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
  return total;
}

/** Where the likelihood of a prior is taken. */
export function pointOf({ shape1, rate1, shape2, rate2, share }: GammaMixture): number[] {
  const logit = Math.log(share) - Math.log1p(-share);
  return [Math.log(shape1), Math.log(rate1), Math.log(shape2), Math.log(rate2), logit];
}

/** The sum of weight times ln n!, which no prior changes. */
export function logFactorials({ counts, weights }: ReportCells): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    sum += (weights === undefined ? 1 : weights[i]) * logGamma(counts[i] + 1);
  }
  return sum;
}

/**
 * ln L of a prior: the sum over cells of the weight times ln[P f1(n) + (1 - P) f2(n)]. f is the negative binomial of size
 * alpha and probability beta / (beta + E), divided by 1 - f(0) where zeros are left out.
 * @throws RangeError as `fitGammaMixture`, and where a shape or rate of the prior is not above 0 or its share outside 0 to 1.
 * @example
 * gammaMixtureLogLikelihood([1, 2], [1, 1], { shape1: 1, rate1: 1, shape2: 1, rate2: 1, share: 0.5 }) // -2.0794415416798357
 */
export function gammaMixtureLogLikelihood(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  prior: GammaMixture,
  options: GammaMixtureCellOptions = {},
): number {
  requireGammaMixture(prior);
  const cells = reportCells(counts, expected, options);
  return (
    -negativeLogLikelihood(cells, Float64Array.from(pointOf(prior)), new Float64Array(5)) -
    logFactorials(cells)
  );
}
