/** Ratings as every statistic of agreement reads them: distinct rows of category numbers, and how often each occurs. */
import { distinctRows } from './distinct-rows.ts';
import { isMissing, type RatingMatrix, type Ratings, ratingMatrix } from './ratings.ts';

/** `category[r * coders + c]` is a position in `values`, which ascend, or -1 where coder c did not rate. */
export interface RatingTable {
  coders: number;
  values: Float64Array;
  category: Int32Array;
  /** Units with each distinct row. */
  times: Float64Array;
  /** The distinct row of each unit. */
  rowOf: Int32Array;
}

/**
 * @param categories the values that coders could give, where some may have gone unused; in any order. Without it, the
 * values that were used.
 * @throws RangeError for ragged rows, for a rating that is no finite number or none of the categories; TypeError for
 * ratings of no known shape. The message names the unit and the coder.
 */
export function readRatings(ratings: Ratings, categories?: ArrayLike<number>): RatingTable {
  const matrix = ratingMatrix(ratings);
  const { coders, missing } = matrix;
  const { rowOf, first, times } = distinctRows(matrix);
  const values = categories === undefined ? usedValues(matrix, first) : checkCategories(categories);
  const category = new Int32Array(first.length * coders).fill(-1);
  for (let r = 0; r < first.length; r++) {
    for (let c = 0; c < coders; c++) {
      const value = matrix.values[first[r] * coders + c];
      if (isMissing(value, missing)) continue;
      const position = positionOf(value, values);
      if (position < 0) throw ratingError(first[r], c, value, 'one of the categories');
      category[r * coders + c] = position;
    }
  }
  return { coders, values, category, times, rowOf };
}

/** The distinct ratings in ascending order. */
function usedValues({ values, coders, missing }: RatingMatrix, units: ArrayLike<number>): Float64Array {
  const sorted = new Float64Array(units.length * coders);
  let count = 0;
  for (let r = 0; r < units.length; r++) {
    for (let c = 0; c < coders; c++) {
      const value = values[units[r] * coders + c];
      if (isMissing(value, missing)) continue;
      if (!Number.isFinite(value)) throw ratingError(units[r], c, value, 'a finite number');
      // Adding 0 makes one value of 0 and -0.
      sorted[count++] = value + 0;
    }
  }
  return sorted
    .subarray(0, count)
    .sort()
    .filter((value, i, all) => i === 0 || value !== all[i - 1]);
}

function ratingError(unit: number, coder: number, value: number, expected: string): RangeError {
  return new RangeError(`ratings[${unit}][${coder}]: got ${value}; expected ${expected}`);
}

function checkCategories(categories: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(categories);
  for (let k = 0; k < values.length; k++) {
    if (!Number.isFinite(values[k])) {
      throw new RangeError(`categories[${k}]: got ${values[k]}; expected a finite number`);
    }
  }
  values.sort();
  for (let k = 1; k < values.length; k++) {
    if (values[k] === values[k - 1]) {
      throw new RangeError(`categories: got ${values[k]} twice; expected each category once`);
    }
  }
  return values;
}

/** By bisection; -1 where the value is not among the ascending values. */
function positionOf(value: number, values: Float64Array): number {
  let from = 0;
  let to = values.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    if (values[middle] === value) return middle;
    if (values[middle] < value) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}
