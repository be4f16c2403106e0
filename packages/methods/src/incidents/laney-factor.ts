/**
 * Laney's factor for rates that vary more (or less) than their distribution allows: D. B. Laney, "Improved control
 * charts for attributes", Quality Engineering 14 (2002) 531-537.
 */
import { movingRangeDeviation } from './moving-range.ts';

/** sigma_z: the moving-range deviation of z_i = (value_i - centre) / deviation_i; null for fewer than two values. */
export function laneyFactor(
  values: ArrayLike<number>,
  length: number,
  centre: number,
  deviation: (i: number) => number,
): number | null {
  const scores = Float64Array.from({ length }, (_, i) => (values[i] - centre) / deviation(i));
  return movingRangeDeviation(scores, length);
}
