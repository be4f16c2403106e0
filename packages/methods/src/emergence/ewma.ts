/** The exponentially weighted moving average chart: Roberts, Technometrics 1 (1959) 239-250. */
import { requireFinite } from '../common/checks.ts';
import { type ControlPoint, controlPoint } from '../common/control-point.ts';
import type { MethodWarning } from '../common/result.ts';
import { requireFiniteValues, requirePositive } from '../common/series-checks.ts';

export interface EwmaOptions {
  /** The level in control, m0, in the unit of the values. */
  centre: number;
  /** The standard deviation of one value in control, s, in the unit of the values. */
  standardDeviation: number;
  /** Weight of the newest value, l, above 0 and at most 1; 0.2 by default. */
  weight?: number;
  /** Limits in standard deviations of z, L; 3 by default. */
  width?: number;
}

export interface Ewma {
  /** The newest smoothed value; null without values. */
  estimate: number | null;
  n: number;
  method: string;
  /** `value` is the smoothed z of that period. */
  points: ControlPoint[];
  warnings: MethodWarning[];
}

/**
 * z_t = l x_t + (1 - l) z_(t-1) with z_0 = m0, against the exact limits of period t,
 * m0 ± L s sqrt(l / (2 - l) (1 - (1 - l)^(2t))), which are narrower than their asymptote in the first periods.
 * @param values one a period, in time order.
 * @throws RangeError on a value that is not finite, a standard deviation or width not above 0, a weight outside (0, 1].
 * @example
 * ewma([9.45, 7.99], { centre: 10, standardDeviation: 1, weight: 0.1, width: 2.7 }).points[0].lower // 9.73
 * ewma([9.45, 7.99], { centre: 10, standardDeviation: 1, weight: 0.1, width: 2.7 }).estimate // 9.7495
 */
export function ewma(values: ArrayLike<number>, options: EwmaOptions): Ewma {
  const { centre, standardDeviation, weight = 0.2, width = 3 } = options;
  requireFiniteValues('values', values);
  requireFinite('options.centre', centre);
  requirePositive('options.standardDeviation', standardDeviation);
  requirePositive('options.width', width);
  if (!(weight > 0 && weight <= 1)) {
    throw new RangeError(
      `options.weight: got ${weight}; expected a number above 0 and at most 1, such as 0.2`,
    );
  }
  const points: ControlPoint[] = [];
  const asymptote = width * standardDeviation * Math.sqrt(weight / (2 - weight));
  const logKept = Math.log1p(-weight);
  let smoothed = centre;
  for (let t = 0; t < values.length; t++) {
    smoothed = weight * values[t] + (1 - weight) * smoothed;
    const margin = asymptote * Math.sqrt(-Math.expm1(2 * (t + 1) * logKept));
    points.push(controlPoint(smoothed, centre - margin, centre + margin));
  }
  const warnings: MethodWarning[] =
    values.length > 0 ? [] : [{ code: 'no-data', message: 'values is empty: there is nothing to smooth' }];
  return {
    estimate: values.length > 0 ? smoothed : null,
    n: values.length,
    method: `EWMA (Roberts 1959), weight ${weight}, width ${width}, exact limits`,
    points,
    warnings,
  };
}
