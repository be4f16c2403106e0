/**
 * Krippendorff's own bootstrap of alpha: it redraws the observed pairs of values and holds the expected disagreement
 * fixed. It says how alpha would vary if these units' pairs fell anew, not how it would vary with other units, so its
 * interval is the narrower one. Offered for comparison with published results.
 * Source: Krippendorff, "Bootstrapping distributions for Krippendorff's alpha" (2006, revised 2016).
 */
import type { Random } from '../common/random.ts';
import type { Progress } from '../common/result.ts';
import type { AlphaParts } from './alpha-of-times.ts';
import { type Difference, squaredDifference } from './difference.ts';
import type { UnitPatterns } from './unit-patterns.ts';

/**
 * alpha* = 1 - sum over units and their pairs of 2 d2(random pair) / (n D_e (m_u - 1)), not below -1.
 * @param expected D_e of the sample, above 0.
 * @returns alpha of each draw.
 */
export function krippendorffBootstrap(
  patterns: UnitPatterns,
  { difference, values }: AlphaParts,
  expected: number,
  draws: number,
  random: Random,
  progress?: Progress,
): Float64Array {
  const squaredAt = squaredDifferences(patterns, difference);
  const pairsOfSize = new Map<number, number>();
  let pairs = 0;
  for (let p = 0; p < patterns.size.length; p++) {
    const size = patterns.size[p];
    const own = (patterns.times[p] * size * (size - 1)) / 2;
    pairs += own;
    pairsOfSize.set(size, (pairsOfSize.get(size) ?? 0) + own);
  }
  const alphas = new Float64Array(draws);
  for (let d = 0; d < draws; d++) {
    let sum = 0;
    for (const [size, count] of pairsOfSize) {
      let drawn = 0;
      for (let i = 0; i < count; i++) drawn += squaredAt(random() * pairs);
      sum += drawn / (size - 1);
    }
    alphas[d] = Math.max(-1, 1 - (2 * sum) / (values * expected));
    if (d % 32 === 31) progress?.((d + 1) / draws);
  }
  return alphas;
}

/** Lays the pairs of unequal values end to end; what lies beyond them are the equal pairs, which differ by 0. */
function squaredDifferences(patterns: UnitPatterns, difference: Difference): (place: number) => number {
  const { start, category, count, times, size, categories } = patterns;
  const cells = new Map<number, number>();
  for (let p = 0; p < size.length; p++) {
    for (let i = start[p] + 1; i < start[p + 1]; i++) {
      for (let j = start[p]; j < i; j++) {
        const cell = Math.min(category[i], category[j]) * categories + Math.max(category[i], category[j]);
        cells.set(cell, (cells.get(cell) ?? 0) + times[p] * count[i] * count[j]);
      }
    }
  }
  const ends: number[] = [];
  const squared: number[] = [];
  let end = 0;
  for (const [cell, pairs] of cells) {
    end += pairs;
    ends.push(end);
    squared.push(squaredDifference(difference, Math.floor(cell / categories), cell % categories));
  }
  return (place) => {
    if (place >= end) return 0;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle] > place) high = middle;
      else low = middle + 1;
    }
    return squared[low];
  };
}
