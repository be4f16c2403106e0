/** Wald's interval on the logarithmic scale, which ratios share. */
import { normalQuantile } from '../common/normal.ts';
import type { Interval } from '../common/result.ts';

/** exp(ln(ratio) -+ z SE): lies above 0 and contains the ratio. */
export function logScaleInterval(
  ratio: number,
  standardError: number,
  level: number,
  method: string,
): Interval {
  const factor = Math.exp(normalQuantile((1 + level) / 2) * standardError);
  return { lower: ratio / factor, upper: ratio * factor, level, method };
}
