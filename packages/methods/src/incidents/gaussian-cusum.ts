/** CUSUM of measurements: E. S. Page, Biometrika 41 (1954) 100-115; Montgomery, 9.1, in its tabular form. */
import { requireFinite } from '../common/checks.ts';
import type { MethodWarning } from '../common/result.ts';
import { requireFiniteValues, requireNonNegative, requirePositive } from '../common/series-checks.ts';
import { accumulate, requireCusumOptions } from './cusum.ts';

export interface GaussianCusumOptions {
  /** The level in control, in the unit of the values. */
  centre: number;
  /** The standard deviation in control, in the unit of the values. */
  standardDeviation: number;
  /** The reference value in standard deviations: half the shift to detect; 0.5 by default. */
  k?: number;
  /** The decision interval in standard deviations; 5 by default. */
  h?: number;
  /** The sums before the first value: 0 by default; h / 2 is the fast initial response of Lucas and Crosier (1982). */
  headStart?: number;
}

export interface GaussianCusum {
  n: number;
  method: string;
  /** The sums towards a rise and towards a fall after each value, in standard deviations, both 0 or more. */
  upper: number[];
  lower: number[];
  /** Positions of the values at which each sum is h or more. */
  upperAlarms: number[];
  lowerAlarms: number[];
  warnings: MethodWarning[];
}

/**
 * With z = (x - centre) / standardDeviation: upper_t = max(0, upper_(t-1) + z_t - k) and
 * lower_t = max(0, lower_(t-1) - z_t - k); an alarm where a sum reaches h.
 * @param values in time order.
 * @throws RangeError on a value or centre that is not finite, a standard deviation or h not above 0, k negative, a head
 * start outside [0, h).
 * @example
 * gaussianCusum([10, 12, 12], { centre: 10, standardDeviation: 1 }).upper // [0,1.5,3]
 */
export function gaussianCusum(values: ArrayLike<number>, options: GaussianCusumOptions): GaussianCusum {
  const { centre, standardDeviation, k = 0.5, h = 5, headStart = 0 } = options;
  requireFiniteValues('values', values);
  requireFinite('options.centre', centre);
  requirePositive('options.standardDeviation', standardDeviation);
  requireNonNegative('options.k', k);
  requireCusumOptions({ h, headStart });
  const score = (t: number): number => (values[t] - centre) / standardDeviation;
  const method = `Gaussian CUSUM, k = ${k}, h = ${h}`;
  const upper = accumulate(method, values.length, (t) => score(t) - k, { h, headStart });
  const lower = accumulate(method, values.length, (t) => -score(t) - k, { h, headStart });
  return {
    n: values.length,
    method,
    upper: upper.sums,
    lower: lower.sums,
    upperAlarms: upper.alarms,
    lowerAlarms: lower.alarms,
    warnings: upper.warnings,
  };
}
