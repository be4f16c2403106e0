/** Single measurements (XmR, I chart): D. C. Montgomery, Introduction to Statistical Quality Control (7th ed.), 6.4. */
import { requireFiniteValues } from '../common/series-checks.ts';
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

/**
 * Mean ± 3 MR-bar / 1.128, MR-bar being the mean absolute difference of neighbours.
 * @param values in time order; without limits where there is one value only.
 * @throws RangeError on a value that is not finite or a baseline outside the points.
 * @example
 * individualsChart([4, 6, 5, 5]).estimate // 5
 */
export function individualsChart(values: ArrayLike<number>, options: ControlChartOptions = {}): ControlChart {
  requireFiniteValues('values', values);
  const method = 'individuals chart, 3 sigma from the mean moving range';
  if (values.length === 0) return emptyChart(method);
  const baseline = baselineLength(values.length, options);
  const centre = meanOf(values, baseline);
  const standardDeviation = movingRangeDeviation(values, baseline);
  const margin = standardDeviation === null ? null : SHEWHART_WIDTH * standardDeviation;
  const limits = margin === null ? null : () => [centre - margin, centre + margin] as const;
  return chartAbout(values, {
    method,
    centre,
    standardDeviation,
    limits,
    warnings: noMovingRange(standardDeviation),
  });
}
