/** Rates per unit of exposure: D. C. Montgomery, Introduction to Statistical Quality Control (7th ed.), 7.3. */
import { requireCounts, requirePositiveValues, requireSameLength } from '../common/series-checks.ts';
import { type ControlChart, emptyChart } from './control-chart.ts';
import { type RateChartOptions, rateChart } from './rate-chart.ts';

/**
 * u_i = x_i / n_i about u-bar = sum x / sum n, with limits u-bar ± 3 sqrt(u-bar / n_i), the lower not below 0.
 * Poisson counts are assumed; `laney` multiplies the width by the variation actually seen (u').
 * @param counts events of each period, in time order.
 * @param exposures exposure of each period in one unit, such as sessions or patient-days; rates are per that unit.
 * @throws RangeError on a count that is not whole or is negative, an exposure not above 0, lengths that differ, or a
 * baseline outside the points.
 * @example
 * uChart([10, 12, 8], [5, 5, 5]).estimate // 2
 */
export function uChart(
  counts: ArrayLike<number>,
  exposures: ArrayLike<number>,
  options: RateChartOptions = {},
): ControlChart {
  requireCounts('counts', counts);
  requirePositiveValues('exposures', exposures);
  requireSameLength('exposures', exposures, 'counts', counts);
  if (counts.length === 0) return emptyChart('u chart, 3 sigma');
  return rateChart('u', counts, exposures, Math.sqrt, Number.POSITIVE_INFINITY, options);
}
