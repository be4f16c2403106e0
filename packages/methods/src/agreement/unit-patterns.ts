/**
 * What Krippendorff's alpha needs of the units: how often each category occurs in them, for units of two values or
 * more, those that are alike counted once with their frequency.
 */
import { requireRectangular } from '../common/checks.ts';
import type { RatingTable } from './rating-table.ts';

/**
 * Entries `start[p]` to `start[p + 1]` of `category` and `count` say how often pattern p holds each of its categories;
 * `size[p]` is its number of values and `times[p]` the number of units that have it.
 */
export interface UnitPatterns {
  start: number[];
  category: number[];
  count: number[];
  size: number[];
  times: number[];
  /** The pattern of unit u is `patternOf[rowOf[u]]`; -1 where it has fewer than two values. */
  rowOf: Int32Array;
  patternOf: Int32Array;
  /** How many categories there are, used or not. */
  categories: number;
  /** How many units have two values or more, and how many have one. */
  units: number;
  unpaired: number;
}

export function patternsOfRatings({ coders, values, category, times, rowOf }: RatingTable): UnitPatterns {
  const patterns = newPatterns(values.length, rowOf, times.length);
  // Rows that differ in who said what make one pattern; measurements, which hardly ever repeat, are not compared.
  const known = times.length < rowOf.length ? new Map<string, number>() : null;
  for (let r = 0; r < times.length; r++) {
    for (let i = r * coders; i < (r + 1) * coders; i++) {
      if (category[i] >= 0) addValues(patterns, category[i], 1);
    }
    closeRow(patterns, r, times[r], known);
  }
  return patterns;
}

/**
 * @param counts one row a unit, one column a category: how many coders put the unit there.
 * @throws RangeError for ragged rows and for a count that is negative or not whole.
 */
export function patternsOfCounts(counts: ReadonlyArray<ArrayLike<number>>): UnitPatterns {
  requireRectangular('counts', counts);
  const categories = counts.length > 0 ? counts[0].length : 0;
  const rowOf = Int32Array.from({ length: counts.length }, (_, u) => u);
  const patterns = newPatterns(categories, rowOf, counts.length);
  const known = new Map<string, number>();
  for (let u = 0; u < counts.length; u++) {
    for (let k = 0; k < categories; k++) {
      const count = counts[u][k];
      if (!Number.isInteger(count) || count < 0) {
        throw new RangeError(`counts[${u}][${k}]: got ${count}; expected a whole number of 0 or more`);
      }
      if (count > 0) addValues(patterns, k, count);
    }
    closeRow(patterns, u, 1, known);
  }
  return patterns;
}

function newPatterns(categories: number, rowOf: Int32Array, rows: number): UnitPatterns {
  return {
    start: [0],
    category: [],
    count: [],
    size: [],
    times: [],
    rowOf,
    patternOf: new Int32Array(rows),
    categories,
    units: 0,
    unpaired: 0,
  };
}

/** Adds values of a category to the row that is being read. */
function addValues({ start, category, count }: UnitPatterns, c: number, times: number): void {
  let at = start[start.length - 1];
  while (at < category.length && category[at] !== c) at++;
  if (at === category.length) {
    category.push(c);
    count.push(times);
  } else count[at] += times;
}

/** Makes a pattern of the row that was read, joins it to the one it equals, or drops it where it cannot be paired. */
function closeRow(
  patterns: UnitPatterns,
  row: number,
  units: number,
  known: Map<string, number> | null,
): void {
  const { start, category, count, size, patternOf } = patterns;
  const from = start[start.length - 1];
  let values = 0;
  for (let e = from; e < count.length; e++) values += count[e];
  if (values >= 2) {
    patterns.units += units;
    const key = known === null ? '' : keyOf(patterns, from);
    const equal = known?.get(key);
    if (equal === undefined) {
      patternOf[row] = size.push(values) - 1;
      known?.set(key, patternOf[row]);
      patterns.times.push(units);
      start.push(category.length);
      return;
    }
    patternOf[row] = equal;
    patterns.times[equal] += units;
  } else {
    patternOf[row] = -1;
    patterns.unpaired += values * units;
  }
  category.length = from;
  count.length = from;
}

function keyOf({ category, count }: UnitPatterns, from: number): string {
  const parts: string[] = [];
  for (let e = from; e < category.length; e++) parts.push(`${category[e]}x${count[e]}`);
  return parts.sort().join();
}
