/** The cross-table of two coders, from their ratings or as it is given. */
import { requireCount, requireRectangular } from '../common/checks.ts';
import type { MethodWarning } from '../common/result.ts';
import { readRatings } from './rating-table.ts';
import type { Ratings } from './ratings.ts';

/**
 * Ratings of two coders (units are rows), with the `categories` there were where some may have gone unused; or a square
 * table of counts, one row a category of the first coder, one column a category of the second.
 */
export type TwoCoderData =
  | { ratings: Ratings; categories?: ArrayLike<number> }
  | { table: ReadonlyArray<ArrayLike<number>> };

/** `counts[k * size + l]`: units that the first coder put into k and the second into l; `n` is their sum. */
export interface TwoCoderCounts {
  size: number;
  counts: Float64Array;
  n: number;
}

export interface TwoCoderTable extends TwoCoderCounts {
  values: ArrayLike<number>;
  warnings: MethodWarning[];
}

/**
 * @throws RangeError for ratings of other than two coders, a table that is not square, counts that are negative or not
 * whole; and as `readRatings`.
 */
export function twoCoderTable(data: TwoCoderData): TwoCoderTable {
  return 'table' in data ? fromTable(data.table) : fromRatings(data.ratings, data.categories);
}

function fromTable(rows: ReadonlyArray<ArrayLike<number>>): TwoCoderTable {
  requireRectangular('table', rows);
  const size = rows.length;
  if (size > 0 && rows[0].length !== size) {
    throw new RangeError(`table: got ${size} rows of ${rows[0].length} cells; expected a square table`);
  }
  const counts = new Float64Array(size * size);
  let n = 0;
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      requireCount(`table[${k}][${l}]`, rows[k][l]);
      counts[k * size + l] = rows[k][l];
      n += rows[k][l];
    }
  }
  return { size, values: Array.from({ length: size }, (_, k) => k), counts, n, warnings: [] };
}

function fromRatings(ratings: Ratings, categories: ArrayLike<number> | undefined): TwoCoderTable {
  const { coders, values, category, times } = readRatings(ratings, categories);
  if (times.length > 0 && coders !== 2) {
    throw new RangeError(`ratings: got ${coders} coders; expected 2`);
  }
  const size = values.length;
  const counts = new Float64Array(size * size);
  let n = 0;
  let left = 0;
  for (let r = 0; r < times.length; r++) {
    if (category[2 * r] < 0 || category[2 * r + 1] < 0) {
      left += times[r];
      continue;
    }
    counts[category[2 * r] * size + category[2 * r + 1]] += times[r];
    n += times[r];
  }
  const message = `${left} units that one of the two coders did not rate were left out`;
  return { size, values, counts, n, warnings: left > 0 ? [{ code: 'units-left-out', message }] : [] };
}
