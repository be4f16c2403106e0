/**
 * How codes accumulate when participants come in random order: the mean curve and its spread, by drawing orders.
 * Source: Gotelli and Colwell, Ecology Letters 4 (2001) 379-391.
 */
import { requireLevel, requirePositiveInteger } from '../common/checks.ts';
import { quantileOfSorted } from '../common/quantile.ts';
import { type Random, shuffle } from '../common/random.ts';
import type { Progress } from '../common/result.ts';
import { type CodesByParticipant, numberCodes } from './code-incidence.ts';

/** Entry k - 1 belongs to the first k participants; all in codes. */
export interface RandomOrderAccumulation {
  mean: Float64Array;
  standardDeviation: Float64Array;
  /** Percentiles (type 7) that hold `level` of the orders at each k; not a band for whole curves. */
  lower: Float64Array;
  upper: Float64Array;
  level: number;
  orders: number;
}

/**
 * @param codes each participant's codes; `orders` how many random orders to draw.
 * @throws RangeError for an order count that is not whole and positive or a level outside 0 to 1; TypeError where a
 * participant's codes are no list.
 * @example randomOrderAccumulation([['a'], ['a', 'b'], ['c']], { random: seededRandom(1), orders: 500 }).mean[2] // 3
 */
export function randomOrderAccumulation(
  codes: CodesByParticipant,
  {
    random,
    orders = 1000,
    level = 0.95,
    progress,
  }: { random: Random; orders?: number; level?: number; progress?: Progress },
): RandomOrderAccumulation {
  requirePositiveInteger('orders', orders);
  requireLevel(level);
  const numbered = numberCodes(codes);
  const n = codes.length;
  const order = Int32Array.from({ length: n }, (_, i) => i);
  // Row k holds the codes seen by k + 1 participants in each order.
  const seenBy = Array.from({ length: n }, () => new Float64Array(orders));
  const lastSeen = new Int32Array(numbered.codes).fill(-1);
  for (let o = 0; o < orders; o++) {
    shuffle(order, random);
    let seen = 0;
    for (let k = 0; k < n; k++) {
      for (const code of numbered.ofParticipant[order[k]]) {
        if (lastSeen[code] === o) continue;
        lastSeen[code] = o;
        seen++;
      }
      seenBy[k][o] = seen;
    }
    if (o % 64 === 63) progress?.((o + 1) / orders);
  }
  return { ...summaries(seenBy, level), level, orders };
}

function summaries(
  seenBy: Float64Array[],
  level: number,
): Pick<RandomOrderAccumulation, 'mean' | 'standardDeviation' | 'lower' | 'upper'> {
  const mean = Float64Array.from(seenBy, (seen) => seen.reduce((sum, codes) => sum + codes, 0) / seen.length);
  const standardDeviation = Float64Array.from(seenBy, (seen, k) => {
    const squares = seen.reduce((sum, codes) => sum + (codes - mean[k]) ** 2, 0);
    return Math.sqrt(squares / Math.max(1, seen.length - 1));
  });
  for (const seen of seenBy) seen.sort();
  const lower = Float64Array.from(seenBy, (seen) => quantileOfSorted(seen, (1 - level) / 2));
  const upper = Float64Array.from(seenBy, (seen) => quantileOfSorted(seen, (1 + level) / 2));
  return { mean, standardDeviation, lower, upper };
}
