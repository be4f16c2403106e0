/** The standard normal distribution: both tails and the quantile. */
import { gammaTails } from './gamma.ts';

/** Density at z. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) * 0.3989422804014327;
}

/** P(Z > z) = Q(1/2, z^2 / 2) / 2 for z >= 0. @example normalUpperTail(1.959963984540054) // 0.025 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z: got NaN; expected a number');
  const tails = gammaTails(0.5 * z * z, 0.5);
  return z >= 0 ? 0.5 * tails.upper : 0.5 + 0.5 * tails.lower;
}

/** P(Z <= z). @example normalCdf(0) // 0.5 */
export function normalCdf(z: number): number {
  return normalUpperTail(-z);
}

// Wichura's coefficients, from the constant term upwards.
const CENTRE_TOP = [
  3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987,
  67265.7709270087, 33430.57558358813, 2509.0809287301227,
];
const CENTRE_BOTTOM = [
  1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
  28729.085735721943, 5226.495278852854,
];
const MIDDLE_TOP = [
  1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
  0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
];
const MIDDLE_BOTTOM = [
  1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
  0.0005475938084995345, 1.0507500716444169e-9,
];
const TAIL_TOP = [
  6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
  0.0012426609473880784, 2.7115555687434876e-5, 2.0103343992922881e-7,
];
const TAIL_BOTTOM = [
  1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133,
  1.8463183175100548e-5, 1.421511758316446e-7, 2.0442631033899397e-15,
];

function ratio(top: readonly number[], bottom: readonly number[], r: number): number {
  let a = 0;
  let b = 0;
  for (let i = top.length - 1; i >= 0; i--) {
    a = a * r + top[i];
    b = b * r + bottom[i];
  }
  return a / b;
}

/**
 * The z with P(Z <= z) = p, to about one part in 10^16.
 * Source: M. J. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477-484.
 * @throws RangeError where p lies outside 0 to 1.
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: got ${p}; expected a probability, 0 to 1`);
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(CENTRE_TOP, CENTRE_BOTTOM, 0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-Math.log(tail));
  const z = r <= 5 ? ratio(MIDDLE_TOP, MIDDLE_BOTTOM, r - 1.6) : ratio(TAIL_TOP, TAIL_BOTTOM, r - 5);
  return q < 0 ? -z : z;
}

/** The z with P(Z > z) = q: use it for small q. @example normalUpperQuantile(0.025) // 1.959963984540054 */
export function normalUpperQuantile(q: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`q: got ${q}; expected a probability, 0 to 1`);
  return -normalQuantile(q);
}
