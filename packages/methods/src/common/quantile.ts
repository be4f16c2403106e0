/**
 * Sample quantiles by the nine rules of Hyndman and Fan, "Sample quantiles in statistical packages",
 * The American Statistician 50 (1996) 361-365. The rule changes the answer, so it is always named.
 */

/** Hyndman and Fan's number; 7 is the default of R and of spreadsheets, 6 that of SPSS and Minitab. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** For types 4 to 9, position = n p + m with m = alpha + p (1 - alpha - beta). */
const ALPHA_BETA: Record<4 | 5 | 6 | 7 | 8 | 9, readonly [number, number]> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/**
 * Quantile of values that are already in ascending order.
 * @param sorted one value or more, ascending, no NaN.
 * @param p share of the values below, 0 to 1.
 * @throws RangeError for no values or p outside 0 to 1.
 * @example quantileOfSorted([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.7, 6) // 7
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  const n = sorted.length;
  if (n === 0) throw new RangeError('sorted: got no values; expected at least one');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`p: got ${p}; expected a number from 0 to 1`);
  const at = (position: number): number => sorted[Math.min(n, Math.max(1, position)) - 1];
  // A share such as 0.3 of 10 must count as 3 although its product falls a rounding error beside it.
  const fuzz = 4 * Number.EPSILON;
  if (type <= 3) {
    const position = type === 3 ? n * p - 0.5 : n * p;
    const whole = Math.floor(position + fuzz * Math.max(1, position));
    const between = position - whole > fuzz * Math.max(1, position);
    if (type === 1) return at(between ? whole + 1 : whole);
    if (type === 2) return between ? at(whole + 1) : (at(whole) + at(whole + 1)) / 2;
    return at(between || whole % 2 !== 0 ? whole + 1 : whole);
  }
  const [alpha, beta] = ALPHA_BETA[type as keyof typeof ALPHA_BETA];
  const position = alpha + p * (n + 1 - alpha - beta);
  const whole = Math.floor(position + fuzz * Math.max(1, position));
  const share = position - whole;
  if (Math.abs(share) < fuzz * Math.max(1, position)) return at(whole);
  return at(whole) + share * (at(whole + 1) - at(whole));
}

/** Quantile of values in any order. @throws RangeError for a value that is not a number. */
export function quantile(values: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  const sorted = Float64Array.from(values);
  for (let i = 0; i < sorted.length; i++) {
    if (Number.isNaN(sorted[i])) throw new RangeError(`values[${i}]: got NaN; expected a number`);
  }
  return quantileOfSorted(sorted.sort(), p, type);
}
