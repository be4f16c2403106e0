/**
 * The empirical Bayes geometric mean of the multi-item gamma Poisson shrinker: W. DuMouchel, "Bayesian data mining in
 * large frequency tables", The American Statistician 53 (1999) 177-190.
 */
import { requireCount, requireLevel } from '../common/checks.ts';
import { digamma } from '../common/digamma.ts';
import { gammaQuantile, gammaTails, gammaUpperQuantile } from '../common/gamma.ts';
import type { Result } from '../common/result.ts';
import { poissonDensity } from '../common/saddle-point.ts';
import { requirePositive } from '../common/series-checks.ts';
import { type GammaMixture, logCountDensity, requireGammaMixture } from './gamma-mixture.ts';

export interface Ebgm extends Result {
  estimate: number;
  /** Q_n, the posterior probability that the ratio came from the first component. */
  posteriorShare: number;
}

/** P f1 / (P f1 + (1 - P) f2) from the logarithms of f. */
function posteriorShareOf(count: number, expected: number, prior: GammaMixture): number {
  const { shape1, rate1, shape2, rate2, share } = prior;
  if (share === 0 || share === 1) return share;
  const first = Math.log(share) + logCountDensity(count, expected, shape1, rate1);
  const second = Math.log1p(-share) + logCountDensity(count, expected, shape2, rate2);
  return 1 / (1 + Math.exp(second - first));
}

interface Posterior {
  share: number;
  shapes: readonly [number, number];
  rates: readonly [number, number];
}

/** The smallest logarithm of a positive number: a quantile below it is 0. */
const LOWEST = -745;

/**
 * The x at which the mixture's tail is `tail`. It lies between the components' own quantiles; Newton's method on the
 * logarithms of both is kept within them, halving where it would leave.
 */
function mixtureQuantile(tail: number, upper: boolean, { share, shapes, rates }: Posterior): number {
  const quantile = upper ? gammaUpperQuantile : gammaQuantile;
  const own = (i: number): number => quantile(tail, shapes[i]) / rates[i];
  if (share === 1) return own(0);
  if (share === 0) return own(1);
  const ends = [own(0), own(1)].map((x) => Math.max(LOWEST, Math.log(x)));
  let low = Math.min(...ends);
  let high = Math.max(...ends);
  const side = upper ? 'upper' : 'lower';
  let at = share * ends[0] + (1 - share) * ends[1];
  for (let i = 0; i < 100; i++) {
    const [x0, x1] = rates.map((rate) => Math.exp(at) * rate);
    const mass = share * gammaTails(x0, shapes[0])[side] + (1 - share) * gammaTails(x1, shapes[1])[side];
    const density =
      share * shapes[0] * poissonDensity(shapes[0], x0) +
      (1 - share) * shapes[1] * poissonDensity(shapes[1], x1);
    if (mass < tail === upper) high = at;
    else low = at;
    const move = ((upper ? -1 : 1) * Math.log(tail / mass) * mass) / density;
    const next = at + move > low && at + move < high ? at + move : (low + high) / 2;
    if (Math.abs(next - at) <= 4e-16 * Math.max(1, Math.abs(at))) return Math.exp(next);
    at = next;
  }
  return Math.exp(at);
}

/**
 * The posterior of the ratio of observed to expected under a gamma mixture prior, itself a mixture of the gammas
 * (alpha_i + n, beta_i + E) with share Q_n = P f1(n) / [P f1(n) + (1 - P) f2(n)].
 * EBGM = exp(Q_n [psi(alpha1 + n) - ln(beta1 + E)] + (1 - Q_n) [psi(alpha2 + n) - ln(beta2 + E)]), the geometric mean;
 * the interval are the posterior's quantiles, at the default level 0.9 EB05 and EB95. EB05 of 2 or more is a usual
 * signal.
 * @param observed reports seen, n, a whole number.
 * @param expected reports expected, E, above 0, as from `expectedReports`.
 * @param prior as from `fitGammaMixture`.
 * @throws RangeError where observed is no count, expected, a shape or a rate is not above 0, the share lies outside 0 to
 * 1, or the level outside 0 to 1.
 * @example
 * ebgm(16, 0.40644, { shape1: 3.25381, rate1: 0.39989, shape2: 2.02617, rate2: 1.90812, share: 0.06535 }).estimate // 23.26
 */
export function ebgm(
  observed: number,
  expected: number,
  prior: GammaMixture,
  { level = 0.9 }: { level?: number } = {},
): Ebgm {
  requireCount('observed', observed);
  requirePositive('expected', expected);
  requireGammaMixture(prior);
  requireLevel(level);
  const share = posteriorShareOf(observed, expected, prior);
  const shapes = [prior.shape1 + observed, prior.shape2 + observed] as const;
  const rates = [prior.rate1 + expected, prior.rate2 + expected] as const;
  const meanLog = (i: 0 | 1): number => digamma(shapes[i]) - Math.log(rates[i]);
  const posterior = { share, shapes, rates };
  const tail = (1 - level) / 2;
  return {
    estimate: Math.exp(share * meanLog(0) + (1 - share) * meanLog(1)),
    interval: {
      lower: mixtureQuantile(tail, false, posterior),
      upper: mixtureQuantile(tail, true, posterior),
      level,
      method: 'posterior quantiles',
    },
    posteriorShare: share,
    n: observed,
    method: 'empirical Bayes geometric mean (DuMouchel 1999)',
    warnings: [],
  };
}
