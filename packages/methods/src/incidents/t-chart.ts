/**
 * Time between rare events: L. S. Nelson, "A control chart for parts-per-million nonconforming items", Journal of
 * Quality Technology 26 (1994) 239-240; Montgomery, Introduction to Statistical Quality Control (7th ed.), 7.3.5.
 */
import { requireNonNegativeValues } from '../common/series-checks.ts';
import {
  baselineLength,
  type ControlChart,
  type ControlChartOptions,
  chartAbout,
  emptyChart,
  meanOf,
  SHEWHART_WIDTH,
} from './control-chart.ts';
import { movingRangeDeviation, noMovingRange } from './moving-range.ts';

/** Makes exponential times nearly normal. */
const POWER = 3.6;

/**
 * An individuals chart of y = x^(1/3.6), which is nearly normal for exponential times x, with the centre and the limits
 * carried back by x = y^3.6, the lower not below 0. Long times are good news.
 * @param times between one event and the next, in time order, in any one unit; a time of 0 is taken as it stands and
 * warned of, because the chart assumes times recorded finely enough to have none.
 * @throws RangeError on a time that is negative or not finite, or a baseline outside the points.
 * @example
 * tChart([20, 20, 20]).estimate // 20
 */
export function tChart(times: ArrayLike<number>, options: ControlChartOptions = {}): ControlChart {
  requireNonNegativeValues('times', times);
  const method = 't chart (Nelson 1994), x^(1/3.6), 3 sigma from the mean moving range';
  if (times.length === 0) return emptyChart(method);
  const baseline = baselineLength(times.length, options);
  const transformed = Float64Array.from(times, (time) => time ** (1 / POWER));
  const middle = meanOf(transformed, baseline);
  const standardDeviation = movingRangeDeviation(transformed, baseline);
  const back = (y: number): number => Math.max(0, y) ** POWER;
  const warnings = noMovingRange(standardDeviation);
  if (Array.prototype.includes.call(times, 0)) {
    const message =
      'a time is 0: the chart assumes times fine enough to tell events apart; a g chart may fit better';
    warnings.push({ code: 'zero-times', message });
  }
  const margin = standardDeviation === null ? null : SHEWHART_WIDTH * standardDeviation;
  const limits = margin === null ? null : () => [back(middle - margin), back(middle + margin)] as const;
  return chartAbout(times, { method, centre: back(middle), standardDeviation, limits, warnings });
}
