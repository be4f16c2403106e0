/** The gamma function's logarithm and the gamma distribution (shape a, rate 1), both tails, both directions. */
import { logConcaveRoot } from './log-concave-root.ts';
import { poissonDensity, stirlingError } from './saddle-point.ts';

const EULER_COMPLEMENT = 0.42278433509846713; // 1 - Euler's constant
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** (zeta(k) - 1) / k for k = 2, 3, ...: the Taylor coefficients of ln Gamma(2 + z), signs apart. */
const ZETA_TERMS = /* @__PURE__ */ zetaTerms();

function zetaTerms(): number[] {
  const terms: number[] = [];
  for (let k = 2; k < 32; k++) {
    // Sum of n^-k from 2, the tail by Euler-Maclaurin from N = 40.
    let sum = 0;
    for (let n = 39; n >= 2; n--) sum += n ** -k;
    const N = 40;
    const tail =
      N ** (1 - k) / (k - 1) +
      N ** -k / 2 +
      (k * N ** (-k - 1)) / 12 -
      (k * (k + 1) * (k + 2) * N ** (-k - 3)) / 720 +
      (k * (k + 1) * (k + 2) * (k + 3) * (k + 4) * N ** (-k - 5)) / 30240;
    terms.push((sum + tail) / k);
  }
  return terms;
}

/** ln Gamma(2 + z) for |z| <= 1/2, exact in relative terms also near its zero at z = 0. */
function logGammaTwoPlus(z: number): number {
  let sum = 0;
  for (let i = ZETA_TERMS.length - 1; i >= 0; i--) sum = ZETA_TERMS[i] * (i % 2 === 0 ? 1 : -1) + z * sum;
  return z * (EULER_COMPLEMENT + z * sum);
}

/** ln Gamma(1 + z) for z > -1, without loss where z is tiny. */
export function logGammaOnePlus(z: number): number {
  return Math.abs(z) <= 0.5 ? logGammaTwoPlus(z) - Math.log1p(z) : logGamma(1 + z);
}

/**
 * ln Gamma(x), x > 0. Taylor series about 2 (coefficients zeta(k) - 1), recurrence up to 10, Stirling's series above.
 * Relative error below 1e-14, also near the zeros at 1 and 2. Source: NIST DLMF 5.7.3, 5.5.1, 5.11.1.
 * @throws RangeError where x is not above 0.
 * @example logGamma(11) // ln(10!) = 15.104412573075516
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`x: got ${x}; expected a number above 0`);
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaTwoPlus(x - 1) - Math.log1p(x - 1);
  if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingError(x);
  let product = 1;
  let at = x;
  while (at > 2.5) {
    at -= 1;
    product *= at;
  }
  return Math.log(product) + logGammaTwoPlus(at - 2);
}

/**
 * Both tails of the gamma distribution: lower P(a, x) and upper Q(a, x) = 1 - P, each accurate when small.
 * Series below a + 1, continued fraction above (NIST DLMF 8.7.1, 8.9.2); the leading factor by Loader's saddle point.
 * @throws RangeError where the shape is not above 0 or x is below 0.
 * @example gammaTails(1, 1).upper // exp(-1)
 */
export function gammaTails(x: number, shape: number): { lower: number; upper: number } {
  if (!(shape > 0)) throw new RangeError(`shape: got ${shape}; expected a number above 0`);
  if (!(x >= 0)) throw new RangeError(`x: got ${x}; expected a number of 0 or more`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (shape < 1 && x < 1) return smallShapeTails(x, shape);
  if (x < shape + 1) {
    const lower = Math.min(1, poissonDensity(shape, x) * lowerSeries(x, shape));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, poissonDensity(shape, x) * shape * upperFraction(x, shape));
  return { lower: 1 - upper, upper };
}

/** 1 + x/(a+1) + x^2/((a+1)(a+2)) + ... */
function lowerSeries(x: number, shape: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= x / (shape + n);
    sum += term;
  }
  return sum;
}

/** The continued fraction of Gamma(a, x) e^x x^-a, by Lentz's method. */
function upperFraction(x: number, shape: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 1e7; i++) {
    const an = -i * (i - shape);
    b += 2;
    d = an * d + b;
    if (Math.abs(d) < 1e-300) d = 1e-300;
    c = b + an / c;
    if (Math.abs(c) < 1e-300) c = 1e-300;
    d = 1 / d;
    const change = d * c;
    h *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return h;
}

/** For shapes below 1 the lower tail nears 1 early: Q = 1 - x^a/Gamma(1+a) (1 - a x/(a+1) + ...), apart. */
function smallShapeTails(x: number, shape: number): { lower: number; upper: number } {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 60; n++) {
    term *= -x / n;
    const next = sum + (shape * term) / (shape + n);
    if (next === sum) break;
    sum = next;
  }
  const logPower = shape * Math.log(x) - logGammaOnePlus(shape);
  const power = Math.exp(logPower);
  return { lower: power * (1 + sum), upper: -Math.expm1(logPower) - power * sum };
}

/** P(X <= x) for a gamma variable of this shape and rate 1. @example gammaCdf(1, 1) // 1 - exp(-1) */
export function gammaCdf(x: number, shape: number): number {
  return gammaTails(x, shape).lower;
}

/** P(X > x) for a gamma variable of this shape and rate 1. @example gammaUpperTail(1, 1) // exp(-1) */
export function gammaUpperTail(x: number, shape: number): number {
  return gammaTails(x, shape).upper;
}

/** The x with P(X <= x) = p, rate 1; divide by the rate for another. @example gammaQuantile(0.5, 1) // ln 2 */
export function gammaQuantile(p: number, shape: number): number {
  return quantileOfTails('p', p, p, 1 - p, shape);
}

/** The x with P(X > x) = q, rate 1: use it for small q, where 1 - q has lost digits. */
export function gammaUpperQuantile(q: number, shape: number): number {
  return quantileOfTails('q', q, 1 - q, q, shape);
}

function quantileOfTails(name: string, given: number, p: number, q: number, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`shape: got ${shape}; expected a number above 0`);
  if (!(given >= 0 && given <= 1))
    throw new RangeError(`${name}: got ${given}; expected a probability, 0 to 1`);
  if (p === 0) return 0;
  if (q === 0) return Number.POSITIVE_INFINITY;
  // P(a, x) <= x^a / Gamma(a + 1), with equality to the last digit where x is tiny.
  const bound = (Math.log(p) + logGammaOnePlus(shape)) / shape;
  if (bound < -40) return Math.exp(bound);
  const useLower = p <= q;
  const tail = (u: number): { log: number; slope: number } => {
    const x = Math.exp(u);
    const tails = gammaTails(x, shape);
    const density = shape * poissonDensity(shape, x);
    const value = useLower ? tails.lower : tails.upper;
    return { log: Math.log(value), slope: (useLower ? density : -density) / value };
  };
  return Math.exp(logConcaveRoot(tail, Math.log(useLower ? p : q), Math.max(bound, Math.log(shape))));
}
