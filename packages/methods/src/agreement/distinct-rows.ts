/**
 * Finds the rows of ratings that are alike. A million units that three coders sorted into five categories hold some
 * hundred different rows; every statistic of agreement is a sum over units, and so over these.
 */
import { isMissing, type RatingMatrix } from './ratings.ts';

/** `rowOf[u]` is the distinct row of unit u, `first[r]` the unit where row r was first seen, `times[r]` its frequency. */
export interface DistinctRows {
  rowOf: Int32Array;
  first: ArrayLike<number>;
  times: Float64Array;
}

/** Up to this many conceivable rows are told apart by a table, more by a map. */
const TABLE_ROWS = 2 ** 22;

/** Rows that cannot be told apart cheaply, such as those of measurements, are all taken as distinct. */
export function distinctRows(matrix: RatingMatrix): DistinctRows {
  const base = smallWholeBase(matrix);
  const conceivable = base === null ? Number.POSITIVE_INFINITY : base ** matrix.coders;
  if (base === null || conceivable > Number.MAX_SAFE_INTEGER) {
    const rowOf = Int32Array.from({ length: matrix.units }, (_, u) => u);
    return { rowOf, first: rowOf, times: new Float64Array(matrix.units).fill(1) };
  }
  return conceivable <= TABLE_ROWS ? byTable(matrix, base, conceivable) : byMap(matrix, base);
}

/** One more than the codes needed for whole numbers from 0 and for a missing value; `null` for other values. */
function smallWholeBase({ values, missing }: RatingMatrix): number | null {
  let most = -1;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value >= 0 && value < TABLE_ROWS && (value | 0) === value) {
      if (value > most) most = value;
    } else if (!isMissing(value, missing)) return null;
  }
  return most + 2;
}

function byTable({ values, units, coders }: RatingMatrix, base: number, conceivable: number): DistinctRows {
  const known = new Int32Array(conceivable);
  const rowOf = new Int32Array(units);
  const times = new Float64Array(Math.min(units, conceivable));
  const first: number[] = [];
  for (let u = 0; u < units; u++) {
    let key = 0;
    for (let i = u * coders; i < (u + 1) * coders; i++)
      key = key * base + (values[i] >= 0 ? values[i] + 1 : 0);
    let row = known[key];
    if (row === 0) {
      row = first.push(u);
      known[key] = row;
    }
    rowOf[u] = row - 1;
    times[row - 1]++;
  }
  return { rowOf, first, times: times.slice(0, first.length) };
}

function byMap({ values, units, coders }: RatingMatrix, base: number): DistinctRows {
  const known = new Map<number, number>();
  const rowOf = new Int32Array(units);
  const times: number[] = [];
  const first: number[] = [];
  for (let u = 0; u < units; u++) {
    let key = 0;
    for (let i = u * coders; i < (u + 1) * coders; i++)
      key = key * base + (values[i] >= 0 ? values[i] + 1 : 0);
    let row = known.get(key);
    if (row === undefined) {
      row = times.push(0) - 1;
      first.push(u);
      known.set(key, row);
    }
    rowOf[u] = row;
    times[row]++;
  }
  return { rowOf, first, times: Float64Array.from(times) };
}
