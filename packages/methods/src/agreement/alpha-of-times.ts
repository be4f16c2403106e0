/** Krippendorff's alpha of any sample of unit patterns: the one formula behind the estimate and its resamples. */
import { type Difference, type DifferenceOf, patternDisagreement, totalDifference } from './difference.ts';
import type { UnitPatterns } from './unit-patterns.ts';

/** `alpha` and `expected` are `null` where fewer than two categories occur. */
export interface AlphaParts {
  alpha: number | null;
  /** D_o and D_e, in squared units of the difference. */
  observed: number;
  expected: number | null;
  /** n, the number of pairable values. */
  values: number;
  difference: Difference;
}

/** Alpha of the sample that holds pattern p `times[p]` times. */
export type AlphaOfTimes = (times: ArrayLike<number>) => AlphaParts;

/**
 * alpha = 1 - (n - 1) sum of unit disagreements / sum of n_c n_k d2(c, k).
 * @param fixed whether the difference stays the same in every sample; the ordinal one does not.
 */
export function alphaOfTimes(
  patterns: UnitPatterns,
  differenceOf: DifferenceOf,
  fixed: boolean,
): AlphaOfTimes {
  const { start, category, count, size } = patterns;
  const totals = new Float64Array(patterns.categories);
  const disagreements = new Float64Array(size.length);
  const measure = (difference: Difference): void => {
    for (let p = 0; p < size.length; p++) disagreements[p] = patternDisagreement(patterns, p, difference);
  };
  if (fixed) measure(differenceOf(totals));
  return (times) => {
    totals.fill(0);
    let values = 0;
    for (let p = 0; p < size.length; p++) {
      if (times[p] === 0) continue;
      values += times[p] * size[p];
      for (let e = start[p]; e < start[p + 1]; e++) totals[category[e]] += times[p] * count[e];
    }
    const difference = differenceOf(totals);
    if (!fixed) measure(difference);
    let disagreement = 0;
    for (let p = 0; p < size.length; p++) disagreement += times[p] * disagreements[p];
    const observed = values === 0 ? 0 : disagreement / values;
    const sum = hasVariety(totals) ? totalDifference(totals, difference) : 0;
    if (sum === 0) return { alpha: null, observed, expected: null, values, difference };
    const alpha = 1 - ((values - 1) * disagreement) / sum;
    return { alpha, observed, expected: sum / (values * (values - 1)), values, difference };
  };
}

/** Whether two categories or more occur: with one, agreement cannot be told from chance. */
function hasVariety(totals: Float64Array): boolean {
  let seen = 0;
  for (let c = 0; c < totals.length && seen < 2; c++) if (totals[c] > 0) seen++;
  return seen >= 2;
}
