/** The F distribution: the beta distribution in odds. */
import { betaQuantileLogit, betaTails } from './beta.ts';

function tails(x: number, numerator: number, denominator: number): { lower: number; upper: number } {
  if (!(x >= 0)) throw new RangeError(`x: got ${x}; expected a number of 0 or more`);
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const sum = numerator * x + denominator;
  return betaTails((numerator * x) / sum, numerator / 2, denominator / 2, denominator / sum);
}

/** P(X <= x) with these degrees of freedom. @example fCdf(1, 2, 2) // 0.5 */
export function fCdf(x: number, numerator: number, denominator: number): number {
  return tails(x, numerator, denominator).lower;
}

/** P(X > x). @example fUpperTail(1, 2, 2) // 0.5 */
export function fUpperTail(x: number, numerator: number, denominator: number): number {
  return tails(x, numerator, denominator).upper;
}

/** The x with P(X <= x) = p. @example fQuantile(0.5, 2, 2) // 1 */
export function fQuantile(p: number, numerator: number, denominator: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: got ${p}; expected a probability, 0 to 1`);
  return (denominator / numerator) * Math.exp(betaQuantileLogit(p, 1 - p, numerator / 2, denominator / 2));
}

/** The x with P(X > x) = q. @example fUpperQuantile(0.05, 1, 10) // 4.964602743730711 */
export function fUpperQuantile(q: number, numerator: number, denominator: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`q: got ${q}; expected a probability, 0 to 1`);
  return (denominator / numerator) * Math.exp(betaQuantileLogit(1 - q, q, numerator / 2, denominator / 2));
}
