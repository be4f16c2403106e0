/** The beta distribution: both tails and both directions; the F, t and exact binomial methods rest on it. */
import { logGamma } from './gamma.ts';
import { logConcaveRoot } from './log-concave-root.ts';
import { logBinomialDensity } from './saddle-point.ts';

/** ln B(a, b) = ln Gamma(a) + ln Gamma(b) - ln Gamma(a + b). */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

function requireShapes(a: number, b: number): void {
  if (!(a > 0)) throw new RangeError(`a: got ${a}; expected a number above 0`);
  if (!(b > 0)) throw new RangeError(`b: got ${b}; expected a number above 0`);
}

/** x^a y^b / B(a, b), y = 1 - x: the density on the logit scale. */
function logitDensity(x: number, y: number, a: number, b: number): number {
  return Math.exp(logBinomialDensity(a, b, x, y) + Math.log(a) + Math.log(b / (a + b)));
}

/**
 * I_x(a, b) B(a, b) / (x^a y^b) by a continued fraction, with Lentz's method.
 * Source: A. R. DiDonato and A. H. Morris, ACM TOMS 18 (1992) 360-373, eq. 9; written in both x and y = 1 - x, it
 * keeps its digits where x is near 1.
 */
function betaFraction(x: number, y: number, a: number, b: number): number {
  const lambda = a > b ? (a + b) * y - b : a - (a + b) * x;
  let f = (a / (a + 1)) * (lambda + 1);
  let c = f;
  let d = 0;
  for (let n = 1; n < 1e7; n++) {
    const step = a + 2 * n - 1;
    const top = ((a + n - 1) / step) * ((a + b + n - 1) / step) * n * (b - n) * x * x;
    const bottom = n + (n * (b - n) * x) / step + ((a + n) / (step + 2)) * (lambda + 1 + n * (1 + y));
    d = 1 / (bottom + top * d);
    c = bottom + top / c;
    const change = c * d;
    f *= change;
    if (Math.abs(change - 1) < 2.3e-16) break;
  }
  return 1 / f;
}

/**
 * Both tails of the beta distribution: lower I_x(a, b) and upper 1 - I_x(a, b), each accurate when small.
 * @param y 1 - x, given where the caller knows it to more digits than the subtraction would leave.
 * @throws RangeError where a shape is not above 0 or x lies outside 0 to 1.
 * @example betaTails(0.5, 2, 2).lower // 0.5
 */
export function betaTails(
  x: number,
  a: number,
  b: number,
  y: number = 1 - x,
): { lower: number; upper: number } {
  requireShapes(a, b);
  if (!(x >= 0 && x <= 1)) throw new RangeError(`x: got ${x}; expected a number from 0 to 1`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  const density = logitDensity(x, y, a, b);
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, density * betaFraction(x, y, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, density * betaFraction(y, x, b, a));
  return { lower: 1 - upper, upper };
}

/** P(X <= x) = I_x(a, b), the regularised incomplete beta function. @example betaCdf(0.25, 1, 1) // 0.25 */
export function betaCdf(x: number, a: number, b: number): number {
  return betaTails(x, a, b).lower;
}

/** P(X > x). @example betaUpperTail(0.25, 1, 1) // 0.75 */
export function betaUpperTail(x: number, a: number, b: number): number {
  return betaTails(x, a, b).upper;
}

/** The x with P(X <= x) = p. @example betaQuantile(0.25, 1, 1) // 0.25 */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability('p', p);
  return 1 / (1 + Math.exp(-betaQuantileLogit(p, 1 - p, a, b)));
}

/** The x with P(X > x) = q: use it for small q, where 1 - q has lost digits. */
export function betaUpperQuantile(q: number, a: number, b: number): number {
  requireProbability('q', q);
  return 1 / (1 + Math.exp(-betaQuantileLogit(1 - q, q, a, b)));
}

function requireProbability(name: string, value: number): void {
  if (!(value >= 0 && value <= 1))
    throw new RangeError(`${name}: got ${value}; expected a probability, 0 to 1`);
}

/** ln(x / (1 - x)) at lower tail p and upper tail q = 1 - p: the F and t quantiles need the odds, not x. */
export function betaQuantileLogit(p: number, q: number, a: number, b: number): number {
  requireShapes(a, b);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (q === 0) return Number.POSITIVE_INFINITY;
  const useLower = p <= q;
  const tail = (u: number): { log: number; slope: number } => {
    const x = 1 / (1 + Math.exp(-u));
    const y = 1 / (1 + Math.exp(u));
    const tails = betaTails(x, a, b, y);
    const value = useLower ? tails.lower : tails.upper;
    const density = logitDensity(x, y, a, b);
    return { log: Math.log(value), slope: (useLower ? density : -density) / value };
  };
  return logConcaveRoot(tail, Math.log(useLower ? p : q), Math.log(a / b));
}
