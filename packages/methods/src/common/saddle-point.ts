/**
 * Point probabilities of the Poisson and binomial families without the cancellation of large logarithms.
 * Source: C. Loader, "Fast and accurate computation of binomial probabilities" (2000).
 */

const HALF_LOG_TWO_PI = 0.9189385332046728;
const TWO_PI = 6.283185307179586;

/**
 * What Stirling's formula leaves out: ln Gamma(x + 1) - [(x + 1/2) ln x - x + ln(2 pi) / 2], x > 0.
 * Asymptotic series from 10 upwards; below, the exact step d(x) = d(x + 1) + (x + 1/2) ln((x + 1) / x) - 1.
 */
export function stirlingError(x: number): number {
  let shift = 0;
  let at = x;
  while (at < 10) {
    shift += (at + 0.5) * Math.log((at + 1) / at) - 1;
    at += 1;
  }
  const s = 1 / (at * at);
  const series =
    1 / 12 -
    s *
      (1 / 360 -
        s *
          (1 / 1260 -
            s * (1 / 1680 - s * (1 / 1188 - s * (691 / 360360 - s * (1 / 156 - (s * 3617) / 122400))))));
  return shift + series / at;
}

/** x ln(x / mean) + mean - x, without cancellation where the two are close. */
export function devianceTerm(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const v = (x - mean) / (x + mean);
  let sum = (x - mean) * v;
  let term = 2 * x * v;
  for (let k = 3; k < 2000; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** mean^x exp(-mean) / Gamma(x + 1) for real x >= 0 and mean >= 0: a Poisson probability where x is whole. */
export function poissonDensity(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-mean);
  if (!Number.isFinite(mean)) return 0;
  return Math.exp(-stirlingError(x) - devianceTerm(x, mean)) / Math.sqrt(TWO_PI * x);
}

/**
 * Gamma(n + 1) / (Gamma(x + 1) Gamma(n - x + 1)) p^x q^(n - x) for real 0 <= x <= n.
 * `p` and `q` are both given, so that neither loses digits as 1 minus the other.
 */
export function binomialDensity(x: number, n: number, p: number, q: number = 1 - p): number {
  const rest = n - x;
  if (x < 0 || rest < 0) return 0;
  if (p === 0) return x === 0 ? 1 : 0;
  if (q === 0) return rest === 0 ? 1 : 0;
  if (x === 0) return Math.exp(p < q ? n * Math.log1p(-p) : n * Math.log(q));
  if (rest === 0) return Math.exp(q < p ? n * Math.log1p(-q) : n * Math.log(p));
  return Math.exp(logBinomialDensity(x, rest, p, q));
}

/** The logarithm of `binomialDensity`, from both counts, which must be above zero. */
export function logBinomialDensity(x: number, rest: number, p: number, q: number): number {
  const n = x + rest;
  const corrections = stirlingError(n) - stirlingError(x) - stirlingError(rest);
  const deviance = devianceTerm(x, n * p) + devianceTerm(rest, n * q);
  return corrections - deviance - HALF_LOG_TWO_PI - 0.5 * (Math.log(x) + Math.log(rest / n));
}
