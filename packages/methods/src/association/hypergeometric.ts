/** The distribution of the first cell when all four margins are fixed: what every exact 2 x 2 method sums over. */
import type { FourCells } from './four-cells.ts';

/** Weights of the first cell's possible values `low`, `low + 1`, ..., `high`, in proportion to their probabilities. */
export interface FirstCellWeights {
  low: number;
  high: number;
  /** `weights[x - low]` belongs to x; entries beyond `high - low` are left over and mean nothing. */
  weights: Float64Array;
  total: number;
}

/** Under this share of the mode a weight is called 0, before denormal numbers slow the arithmetic down. */
const SMALLEST = 1e-290;

/**
 * w(x+1) / w(x) = (r-x)(k-x) / ((x+1)(n-r-k+x+1)) with r = a+b, k = a+c, from the mode outwards, w(mode) = 1.
 * @param scratch reused for the weights where it is long enough.
 */
export function firstCellWeights({ a, b, c, d }: FourCells, scratch?: Float64Array): FirstCellWeights {
  const r = a + b;
  const k = a + c;
  const rest = d - a;
  const low = Math.max(0, -rest);
  const high = Math.min(r, k);
  const size = high - low + 1;
  const weights = scratch !== undefined && scratch.length >= size ? scratch : new Float64Array(size);
  const mode = Math.min(high, Math.max(low, Math.floor(((r + 1) * (k + 1)) / (b + c + d + a + 2))));
  weights[mode - low] = 1;
  let total = 1;
  let weight = 1;
  let x = mode;
  for (; x < high && weight > SMALLEST; x++) {
    weight *= ((r - x) * (k - x)) / ((x + 1) * (rest + x + 1));
    weights[x + 1 - low] = weight;
    total += weight;
  }
  weights.fill(0, x + 1 - low, size);
  weight = 1;
  for (x = mode; x > low && weight > SMALLEST; x--) {
    weight *= (x * (rest + x)) / ((r - x + 1) * (k - x + 1));
    weights[x - 1 - low] = weight;
    total += weight;
  }
  weights.fill(0, 0, x - low);
  return { low, high, weights, total };
}

/** Weights of a binomial count of `n` trials with probability 1/2, in the same form. */
export function halfWeights(n: number): FirstCellWeights {
  const weights = new Float64Array(n + 1);
  const mode = Math.floor(n / 2);
  weights[mode] = 1;
  for (let x = mode; x < n && weights[x] > SMALLEST; x++) weights[x + 1] = (weights[x] * (n - x)) / (x + 1);
  for (let x = mode; x > 0 && weights[x] > SMALLEST; x--) weights[x - 1] = (weights[x] * x) / (n - x + 1);
  return { low: 0, high: n, weights, total: weights.reduce((sum, weight) => sum + weight, 0) };
}
