/** The prior of the multi-item gamma Poisson shrinker: W. DuMouchel, The American Statistician 53 (1999) 177-190. */
import { logGamma } from '../common/gamma.ts';
import { requirePositive } from '../common/series-checks.ts';

/**
 * The ratio of observed to expected is gamma (shape1, rate1) with probability `share`, else gamma (shape2, rate2).
 * DuMouchel's theta is (alpha1, beta1, alpha2, beta2, P) in this order.
 */
export interface GammaMixture {
  shape1: number;
  rate1: number;
  shape2: number;
  rate2: number;
  share: number;
}

export function requireGammaMixture({ shape1, rate1, shape2, rate2, share }: GammaMixture): void {
  requirePositive('prior.shape1', shape1);
  requirePositive('prior.rate1', rate1);
  requirePositive('prior.shape2', shape2);
  requirePositive('prior.rate2', rate2);
  if (!(share >= 0 && share <= 1))
    throw new RangeError(`prior.share: got ${share}; expected a number from 0 to 1`);
}

/** ln[Gamma(shape + count) / Gamma(shape)]: few factors are multiplied, for many the logarithms are subtracted. */
export function logRising(shape: number, count: number): number {
  if (count > 60) return logGamma(shape + count) - logGamma(shape);
  let sum = 0;
  for (let i = 0; i < count; i++) sum += Math.log(shape + i);
  return sum;
}

/** ln(1 + a / b), also where a / b would overflow. */
export function logOnePlusRatio(a: number, b: number): number {
  return a <= b ? Math.log1p(a / b) : Math.log(a + b) - Math.log(b);
}

/** ln of count! times the negative binomial probability of a count, expected E times a gamma (shape, rate) ratio. */
export function logCountDensity(count: number, expected: number, shape: number, rate: number): number {
  const failures = shape * logOnePlusRatio(expected, rate);
  return logRising(shape, count) - failures - count * logOnePlusRatio(rate, expected);
}
