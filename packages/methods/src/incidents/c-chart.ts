/** Counts over periods of equal exposure: D. C. Montgomery, Introduction to Statistical Quality Control (7th ed.), 7.3. */
import { requireCounts } from '../common/series-checks.ts';
import {
  baselineLength,
  type ControlChart,
  type ControlChartOptions,
  chartAbout,
  emptyChart,
  meanOf,
  mostlyZero,
  SHEWHART_WIDTH,
} from './control-chart.ts';

/**
 * c-bar ± 3 sqrt(c-bar), the lower limit not below 0; c-bar is the mean count. Poisson counts are assumed.
 * @param counts events of each period, in time order; the periods must be equally exposed (else `uChart`).
 * @throws RangeError on a count that is not whole or is negative, or a baseline outside the points.
 * @example
 * cChart([4, 2, 6, 4]).points[0].upper // 10
 */
export function cChart(counts: ArrayLike<number>, options: ControlChartOptions = {}): ControlChart {
  requireCounts('counts', counts);
  const method = 'c chart, 3 sigma';
  if (counts.length === 0) return emptyChart(method);
  const centre = meanOf(counts, baselineLength(counts.length, options));
  const standardDeviation = Math.sqrt(centre);
  const lower = Math.max(0, centre - SHEWHART_WIDTH * standardDeviation);
  const upper = centre + SHEWHART_WIDTH * standardDeviation;
  const limits = () => [lower, upper] as const;
  return chartAbout(counts, { method, centre, standardDeviation, limits, warnings: mostlyZero(counts) });
}
