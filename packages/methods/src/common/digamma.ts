/** The first two derivatives of ln Gamma, which posterior means and variances of logarithms need. */

/**
 * psi(x), the derivative of ln Gamma(x), x > 0: recurrence up to 10, then the asymptotic series (NIST DLMF 5.5.2,
 * 5.11.2). Absolute error below 1e-14 beside its zero, relative error below 1e-14 elsewhere.
 * @throws RangeError where x is not above 0.
 * @example digamma(1) // -0.5772156649015329
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`x: got ${x}; expected a number above 0`);
  let shift = 0;
  let at = x;
  while (at < 10) {
    shift += 1 / at;
    at += 1;
  }
  const s = 1 / (at * at);
  const series =
    s * (1 / 12 - s * (1 / 120 - s * (1 / 252 - s * (1 / 240 - s * (1 / 132 - s * (691 / 32760 - s / 12))))));
  return Math.log(at) - 0.5 / at - series - shift;
}

/**
 * psi'(x), the second derivative of ln Gamma(x), x > 0 (NIST DLMF 5.15.5, 5.15.8). Relative error below 1e-14.
 * @throws RangeError where x is not above 0.
 * @example trigamma(1) // 1.6449340668482264
 */
export function trigamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`x: got ${x}; expected a number above 0`);
  let shift = 0;
  let at = x;
  while (at < 10) {
    shift += 1 / (at * at);
    at += 1;
  }
  const s = 1 / (at * at);
  const series =
    s * (1 / 6 - s * (1 / 30 - s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - s * (691 / 2730 - (s * 7) / 6))))));
  return shift + 1 / at + s / 2 + series / at;
}
