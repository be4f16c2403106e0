/** The percentile interval of a bootstrap distribution, and its standard error. Source: Efron, Tibshirani (1993) ch. 13. */
import { quantileOfSorted } from '../common/quantile.ts';
import type { Interval, MethodWarning } from '../common/result.ts';

export interface Uncertainty {
  interval: Interval | null;
  standardError: number | null;
  warnings: MethodWarning[];
}

/**
 * Quantiles (type 7) at alpha/2 and 1 - alpha/2 of the draws; NaN marks a resample in which the statistic is undefined.
 * An interval that misses the estimate, as can happen with very few units, is widened to hold it, with a warning.
 */
export function percentileInterval(
  draws: Float64Array,
  estimate: number,
  level: number,
  method: string,
): Uncertainty {
  const defined = draws.filter((value) => !Number.isNaN(value)).sort();
  const warnings: MethodWarning[] = [];
  if (defined.length < draws.length) {
    const message = `${draws.length - defined.length} of ${draws.length} resamples held a single category and were left out`;
    warnings.push({ code: 'undefined-resamples', message });
  }
  if (defined.length < 2) return { interval: null, standardError: null, warnings };
  const low = quantileOfSorted(defined, (1 - level) / 2);
  const high = quantileOfSorted(defined, (1 + level) / 2);
  const lower = Math.min(low, estimate);
  const upper = Math.max(high, estimate);
  // Beyond rounding, since resamples of units that all agree give the estimate up to its last digit.
  if (low > estimate + 1e-12 || high < estimate - 1e-12) {
    const message = `the percentiles ${low} to ${high} miss the estimate; the interval was widened to hold it`;
    warnings.push({ code: 'interval-widened', message });
  }
  return { interval: { lower, upper, level, method }, standardError: deviation(defined), warnings };
}

function deviation(values: Float64Array): number {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return Math.sqrt(squares / (values.length - 1));
}
