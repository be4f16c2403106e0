/** Student's t distribution: both tails and the quantile, for any degrees of freedom above 0. */
import { betaQuantileLogit, betaTails } from './beta.ts';

function requireDegrees(degrees: number): void {
  if (!(degrees > 0 && Number.isFinite(degrees))) {
    throw new RangeError(`degrees: got ${degrees}; expected a finite number above 0`);
  }
}

/**
 * P(T > t) = I_{d / (d + t^2)}(d / 2, 1 / 2) / 2 for t >= 0.
 * @example studentUpperTail(1, 1) // 0.25
 */
export function studentUpperTail(t: number, degrees: number): number {
  requireDegrees(degrees);
  if (Number.isNaN(t)) throw new RangeError('t: got NaN; expected a number');
  const square = t * t;
  if (square === Number.POSITIVE_INFINITY) return t > 0 ? 0 : 1;
  const sum = degrees + square;
  const tails = betaTails(degrees / sum, degrees / 2, 0.5, square / sum);
  return t >= 0 ? 0.5 * tails.lower : 0.5 + 0.5 * tails.upper;
}

/** P(T <= t). @example studentCdf(0, 3) // 0.5 */
export function studentCdf(t: number, degrees: number): number {
  return studentUpperTail(-t, degrees);
}

/** The t with P(T > t) = q. @example studentUpperQuantile(0.25, 1) // 1 */
export function studentUpperQuantile(q: number, degrees: number): number {
  requireDegrees(degrees);
  if (!(q >= 0 && q <= 1)) throw new RangeError(`q: got ${q}; expected a probability, 0 to 1`);
  if (q === 0.5) return 0;
  if (q > 0.5) return -studentUpperQuantile(1 - q, degrees);
  if (q === 0) return Number.POSITIVE_INFINITY;
  const logit = betaQuantileLogit(2 * q, 1 - 2 * q, degrees / 2, 0.5);
  return Math.sqrt(degrees) * Math.exp(-0.5 * logit);
}

/** The t with P(T <= t) = p. @example studentQuantile(0.975, 11) // 2.20098516009164 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: got ${p}; expected a probability, 0 to 1`);
  const t = p > 0.5 ? studentUpperQuantile(1 - p, degrees) : studentUpperQuantile(p, degrees);
  return p < 0.5 ? -t : t;
}
