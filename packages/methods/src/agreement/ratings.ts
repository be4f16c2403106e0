/** The shapes in which ratings are given, and their checks. */
import { requireCount, requireRectangular } from '../common/checks.ts';

/** One row a unit, one column a coder; `null` where the coder did not rate the unit. */
export type RatingRows = ReadonlyArray<ArrayLike<number | null>>;

/** The same in one array, row by row: the rating of unit u by coder c stands at `u * coders + c`. */
export interface RatingMatrix {
  values: Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Float32Array | Float64Array;
  units: number;
  coders: number;
  /** The number that stands for "did not rate"; may be NaN. Without it every value is a rating. */
  missing?: number;
}

export type Ratings = RatingRows | RatingMatrix;

/**
 * @throws RangeError for ragged rows, a value in the rows that is neither a finite number nor null, or an array whose
 * length is not units * coders; TypeError for what is neither rows nor a matrix.
 */
export function ratingMatrix(ratings: Ratings): RatingMatrix {
  if (isRows(ratings)) return flatten(ratings);
  if (typeof ratings !== 'object' || ratings === null || !ArrayBuffer.isView(ratings.values)) {
    throw new TypeError('ratings: expected rows of ratings, or { values, units, coders } with a typed array');
  }
  const { values, units, coders } = ratings;
  requireCount('ratings.units', units);
  requireCount('ratings.coders', coders);
  if (values.length !== units * coders) {
    const wanted = `units * coders = ${units * coders}`;
    throw new RangeError(`ratings.values: got ${values.length} values; expected ${wanted}`);
  }
  return ratings;
}

function isRows(ratings: Ratings): ratings is RatingRows {
  return Array.isArray(ratings);
}

function flatten(rows: RatingRows): RatingMatrix {
  requireRectangular('ratings', rows);
  const units = rows.length;
  const coders = units > 0 ? rows[0].length : 0;
  const values = new Float64Array(units * coders);
  for (let u = 0; u < units; u++) {
    const row = rows[u];
    for (let c = 0; c < coders; c++) {
      const value = row[c];
      if (value === null) values[u * coders + c] = Number.NaN;
      else if (Number.isFinite(value)) values[u * coders + c] = value;
      else throw new RangeError(`ratings[${u}][${c}]: got ${value}; expected a finite number or null`);
    }
  }
  return { values, units, coders, missing: Number.NaN };
}

export function isMissing(value: number, missing: number | undefined): boolean {
  return value === missing || (missing !== undefined && Number.isNaN(missing) && Number.isNaN(value));
}
