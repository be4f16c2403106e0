/**
 * How far apart two categories are, squared: what makes an alpha nominal, ordinal, interval or ratio.
 * Source: Krippendorff, "Computing Krippendorff's alpha-reliability" (2011), section "metric differences".
 */
import type { UnitPatterns } from './unit-patterns.ts';

/** The level of measurement of the values. */
export type MeasurementLevel = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * A squared difference that is ready for use: equal or not (`nominal`), the squared distance of two positions
 * (`interval`, and `ordinal` by mid-ranks), or any function of two categories.
 */
export type Difference =
  | { kind: 'nominal' }
  | { kind: 'positions'; at: Float64Array }
  | { kind: 'pairs'; squared: (c: number, k: number) => number };

/** Ordinal differences hang on the category totals, so each resample needs its own. */
export type DifferenceOf = (totals: Float64Array) => Difference;

/**
 * @param values the category values in ascending order.
 * @throws RangeError for a negative value at the ratio level.
 */
export function differenceAtLevel(level: MeasurementLevel, values: Float64Array): DifferenceOf {
  switch (level) {
    case 'nominal':
      return () => ({ kind: 'nominal' });
    case 'interval':
      return () => ({ kind: 'positions', at: values });
    case 'ordinal':
      return (totals) => ({ kind: 'positions', at: midRanks(totals) });
    case 'ratio': {
      if (values.length > 0 && values[0] < 0) {
        throw new RangeError(`ratings: got ${values[0]}; expected values of 0 or more at the ratio level`);
      }
      const difference: Difference = {
        kind: 'pairs',
        squared: (c, k) => (c === k ? 0 : ((values[c] - values[k]) / (values[c] + values[k])) ** 2),
      };
      return () => difference;
    }
    default:
      throw new RangeError(`level: got ${String(level)}; expected nominal, ordinal, interval or ratio`);
  }
}

/** The ordinal difference, sum of n_g from c to k less (n_c + n_k)/2, is the distance of these mid-ranks. */
function midRanks(totals: Float64Array): Float64Array {
  const ranks = new Float64Array(totals.length);
  let below = 0;
  for (let c = 0; c < totals.length; c++) {
    ranks[c] = below + totals[c] / 2;
    below += totals[c];
  }
  return ranks;
}

/** A unit's share of the observed disagreement: sum over ordered pairs of n_c n_k d2(c, k), over m - 1. */
export function patternDisagreement(patterns: UnitPatterns, pattern: number, difference: Difference): number {
  const { category, count } = patterns;
  const from = patterns.start[pattern];
  const to = patterns.start[pattern + 1];
  const size = patterns.size[pattern];
  let sum = 0;
  if (difference.kind === 'nominal') {
    sum = size * size;
    for (let i = from; i < to; i++) sum -= count[i] * count[i];
    return sum / (size - 1);
  }
  if (difference.kind === 'positions') {
    const at = difference.at;
    for (let i = from + 1; i < to; i++) {
      for (let j = from; j < i; j++) {
        const apart = at[category[i]] - at[category[j]];
        sum += count[i] * count[j] * apart * apart;
      }
    }
    return (2 * sum) / (size - 1);
  }
  for (let i = from + 1; i < to; i++) {
    for (let j = from; j < i; j++) sum += count[i] * count[j] * difference.squared(category[i], category[j]);
  }
  return (2 * sum) / (size - 1);
}

/** Sum over ordered pairs of categories of n_c n_k d2(c, k). */
export function totalDifference(totals: Float64Array, difference: Difference): number {
  if (difference.kind === 'pairs') return sumOverPairs(totals, difference.squared);
  let n = 0;
  for (let c = 0; c < totals.length; c++) n += totals[c];
  if (difference.kind === 'nominal') {
    let sum = n * n;
    for (let c = 0; c < totals.length; c++) sum -= totals[c] * totals[c];
    return sum;
  }
  // Twice n times the sum of squares about the mean.
  const { at } = difference;
  let mean = 0;
  for (let c = 0; c < totals.length; c++) mean += (totals[c] * at[c]) / n;
  let squares = 0;
  for (let c = 0; c < totals.length; c++) squares += totals[c] * (at[c] - mean) ** 2;
  return 2 * n * squares;
}

function sumOverPairs(totals: Float64Array, squared: (c: number, k: number) => number): number {
  let sum = 0;
  for (let c = 1; c < totals.length; c++) {
    if (totals[c] === 0) continue;
    for (let k = 0; k < c; k++) {
      if (totals[k] !== 0) sum += totals[c] * totals[k] * squared(c, k);
    }
  }
  return 2 * sum;
}

/** d2(c, k). */
export function squaredDifference(difference: Difference, c: number, k: number): number {
  if (difference.kind === 'nominal') return c === k ? 0 : 1;
  if (difference.kind === 'positions') return (difference.at[c] - difference.at[k]) ** 2;
  return difference.squared(c, k);
}
