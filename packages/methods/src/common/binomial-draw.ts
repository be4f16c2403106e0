/** Random binomial and multinomial counts, so that a resample of a million units costs no more than its few patterns. */
import type { Random } from './random.ts';
import { stirlingError } from './saddle-point.ts';

/** Below this mean the distribution is walked from 0 upwards; above it, rejection needs fewer steps. */
const WALKED_MEAN = 12;

/**
 * Successes among n trials of probability p.
 * Source: inversion, Devroye (1986) ch. X.4.3; above a mean of 12 Hörmann's transformed rejection (BTRS),
 * J Stat Comput Simul 46 (1993) 101-110.
 */
export function binomialDraw(random: Random, n: number, p: number): number {
  if (p > 0.5) return n - binomialDraw(random, n, 1 - p);
  if (n === 0 || p <= 0) return 0;
  return n * p < WALKED_MEAN ? walk(random, n, p) : reject(random, n, p);
}

function walk(random: Random, n: number, p: number): number {
  const odds = p / (1 - p);
  const none = Math.exp(n * Math.log1p(-p));
  for (;;) {
    let left = random();
    let probability = none;
    for (let k = 0; k <= n; k++) {
      if (left < probability) return k;
      left -= probability;
      probability *= (odds * (n - k)) / (k + 1);
    }
    // Rounding left a sliver of probability beyond n: draw again.
  }
}

function reject(random: Random, n: number, p: number): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const surelyBelow = 0.92 - 4.2 / b;
  const scale = (2.83 + 5.1 / b) * deviation;
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    const u = random() - 0.5;
    const v = random();
    const edge = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / edge + b) * u + centre);
    if (edge >= 0.07 && v <= surelyBelow) return k;
    if (k < 0 || k > n) continue;
    const height = Math.log((v * scale) / (a / (edge * edge) + b));
    if (height <= logProbability(k, n, p) - logProbability(mode, n, p)) return k;
  }
}

/** ln of p^k (1-p)^(n-k) / (k! (n-k)!), up to a constant that depends on n alone. */
function logProbability(k: number, n: number, p: number): number {
  return k * Math.log(p) + (n - k) * Math.log1p(-p) - logFactorial(k) - logFactorial(n - k);
}

/** ln k! of the counts that most resamples meet. */
const LOG_FACTORIALS = /* @__PURE__ */ logFactorials(1024);

function logFactorials(size: number): Float64Array {
  const table = new Float64Array(size);
  for (let k = 2; k < size; k++) table[k] = table[k - 1] + Math.log(k);
  return table;
}

function logFactorial(k: number): number {
  if (k < LOG_FACTORIALS.length) return LOG_FACTORIALS[k];
  return (k + 0.5) * Math.log(k) - k + 0.9189385332046728 + stirlingError(k);
}

/**
 * Fills `into` with how many of `draws` balls fall into each box, the boxes' chances being as their weights.
 * @param weights 0 or more, some above 0; `into` of the same length.
 */
export function multinomialDraw(
  random: Random,
  draws: number,
  weights: ArrayLike<number>,
  into: Float64Array,
): void {
  let weight = 0;
  for (let i = 0; i < weights.length; i++) weight += weights[i];
  let left = draws;
  for (let i = 0; i < weights.length; i++) {
    const share = weights[i] >= weight ? 1 : weights[i] / weight;
    into[i] = left === 0 ? 0 : binomialDraw(random, left, share);
    left -= into[i];
    weight -= weights[i];
  }
}
