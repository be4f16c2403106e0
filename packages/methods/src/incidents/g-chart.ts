/**
 * Cases between rare events: J. C. Benneyan, "Number-between g-type statistical quality control charts for monitoring
 * adverse events", Health Care Management Science 4 (2001) 305-318.
 */
import { quantile } from '../common/quantile.ts';
import { requireCounts } from '../common/series-checks.ts';
import {
  baselineLength,
  type ControlChart,
  type ControlChartOptions,
  chartAbout,
  emptyChart,
  meanOf,
  SHEWHART_WIDTH,
} from './control-chart.ts';

/**
 * g-bar ± 3 sqrt(g-bar (g-bar + 1)), the lower limit not below 0, for geometric counts from 0 upwards. Long gaps are
 * good news. The distribution is skewed, so runs are counted about the median, as Anhøj's rules ask.
 * @param between cases without the event before each event, in time order: 0 where two cases in a row had it. Counts
 * that include the event itself are one larger: subtract 1 first.
 * @throws RangeError on a count that is not whole or is negative, or a baseline outside the points.
 * @example
 * gChart([3, 0, 8, 1]).points[0].upper // 13.392304845413264
 */
export function gChart(between: ArrayLike<number>, options: ControlChartOptions = {}): ControlChart {
  requireCounts('between', between);
  const method = 'g chart (Benneyan 2001), 3 sigma, runs about the median';
  if (between.length === 0) return emptyChart(method);
  const baseline = baselineLength(between.length, options);
  const centre = meanOf(between, baseline);
  const standardDeviation = Math.sqrt(centre * (centre + 1));
  const lower = Math.max(0, centre - SHEWHART_WIDTH * standardDeviation);
  const upper = centre + SHEWHART_WIDTH * standardDeviation;
  const runCentre = quantile(Array.from(between).slice(0, baseline), 0.5);
  return chartAbout(between, { method, centre, standardDeviation, runCentre, limits: () => [lower, upper] });
}
