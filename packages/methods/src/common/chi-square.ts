/** The chi-square distribution: a gamma of shape d/2 and scale 2. */
import { gammaQuantile, gammaTails, gammaUpperQuantile } from './gamma.ts';

/** P(X <= x). @example chiSquareCdf(2, 2) // 1 - exp(-1) */
export function chiSquareCdf(x: number, degrees: number): number {
  return gammaTails(x / 2, degrees / 2).lower;
}

/** P(X > x): a test's p-value. @example chiSquareUpperTail(2, 2) // exp(-1) */
export function chiSquareUpperTail(x: number, degrees: number): number {
  return gammaTails(x / 2, degrees / 2).upper;
}

/** The x with P(X <= x) = p. @example chiSquareQuantile(0.5, 2) // 2 ln 2 */
export function chiSquareQuantile(p: number, degrees: number): number {
  return 2 * gammaQuantile(p, degrees / 2);
}

/** The x with P(X > x) = q. @example chiSquareUpperQuantile(0.05, 1) // 3.841458820694124 */
export function chiSquareUpperQuantile(q: number, degrees: number): number {
  return 2 * gammaUpperQuantile(q, degrees / 2);
}
