/** Krippendorff's alpha from counts: for data that keep how many coders chose a category, not which coder did. */
import type { Progress } from '../common/result.ts';
import { type AlphaInterval, type AlphaResult, alphaResult } from './alpha-result.ts';
import { differenceAtLevel, type MeasurementLevel } from './difference.ts';
import { patternsOfCounts } from './unit-patterns.ts';

/** `counts[u][k]`: how many coders gave unit u the value `values[k]`; `values` defaults to 0, 1, 2, ... */
export interface AlphaFromCountsInput {
  counts: ReadonlyArray<ArrayLike<number>>;
  level: MeasurementLevel;
  values?: ArrayLike<number>;
  interval?: AlphaInterval;
  progress?: Progress;
}

/**
 * The alpha that `krippendorffAlpha` gives for any ratings with these counts.
 * @returns as `krippendorffAlpha`.
 * @throws RangeError for ragged rows, counts that are negative or not whole, values that do not ascend or do not match
 * the columns; and as `krippendorffAlpha`.
 * @example alphaFromCounts({ counts: [[2, 0], [0, 2], [1, 1], [0, 2]], level: 'nominal' }).estimate // 0.5333333333333333
 */
export function alphaFromCounts({
  counts,
  level,
  values,
  interval,
  progress,
}: AlphaFromCountsInput): AlphaResult {
  const patterns = patternsOfCounts(counts);
  return alphaResult({
    patterns,
    differenceOf: differenceAtLevel(level, categoryValues(values, patterns.categories)),
    fixed: level !== 'ordinal',
    method: `Krippendorff's alpha, ${level}`,
    interval,
    progress,
  });
}

function categoryValues(values: ArrayLike<number> | undefined, categories: number): Float64Array {
  if (values === undefined) return Float64Array.from({ length: categories }, (_, k) => k);
  if (values.length !== categories) {
    throw new RangeError(
      `values: got ${values.length} values; expected ${categories}, one a column of counts`,
    );
  }
  for (let k = 0; k < categories; k++) {
    if (!Number.isFinite(values[k]) || (k > 0 && values[k] <= values[k - 1])) {
      throw new RangeError(`values[${k}]: got ${values[k]}; expected finite numbers in ascending order`);
    }
  }
  return Float64Array.from(values);
}
