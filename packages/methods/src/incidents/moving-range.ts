/** The spread of a series from its neighbouring differences, which a shift of level hardly inflates. */
import type { MethodWarning } from '../common/result.ts';

/**
 * Mean moving range of neighbours divided by 1.128, the tabled d2 of pairs; null for fewer than two values.
 * Source: Montgomery, Introduction to Statistical Quality Control (7th ed.), 6.4 and appendix table VI.
 */
export function movingRangeDeviation(values: ArrayLike<number>, length: number): number | null {
  if (length < 2) return null;
  let sum = 0;
  for (let i = 1; i < length; i++) sum += Math.abs(values[i] - values[i - 1]);
  return sum / (length - 1) / 1.128;
}

/** Why a series has no limits, as a warning; none where it has. */
export function noMovingRange(standardDeviation: number | null): MethodWarning[] {
  if (standardDeviation !== null) return [];
  return [{ code: 'too-few-points', message: 'one point has no moving range: there are no limits' }];
}
