/** Shares of cases: D. C. Montgomery, Introduction to Statistical Quality Control (7th ed.), 7.2. */
import { requirePositiveInteger } from '../common/checks.ts';
import { requireCounts, requireSameLength } from '../common/series-checks.ts';
import { type ControlChart, emptyChart } from './control-chart.ts';
import { type RateChartOptions, rateChart } from './rate-chart.ts';

/**
 * p_i = x_i / n_i about p-bar = sum x / sum n, with limits p-bar ± 3 sqrt(p-bar (1 - p-bar) / n_i), kept within 0 to 1.
 * Binomial counts are assumed; `laney` multiplies the width by the variation actually seen (p').
 * @param counts cases with the event in each period, in time order.
 * @param sizes all cases of each period.
 * @throws RangeError on a count that is not whole, is negative or exceeds its size, a size below 1, lengths that
 * differ, or a baseline outside the points.
 * @example
 * pChart([12, 15, 8, 10], [50, 50, 50, 50]).estimate // 0.225
 */
export function pChart(
  counts: ArrayLike<number>,
  sizes: ArrayLike<number>,
  options: RateChartOptions = {},
): ControlChart {
  requireCounts('counts', counts);
  requireCounts('sizes', sizes);
  requireSameLength('sizes', sizes, 'counts', counts);
  for (let i = 0; i < counts.length; i++) {
    requirePositiveInteger(`sizes[${i}]`, sizes[i]);
    if (counts[i] > sizes[i]) {
      throw new RangeError(`counts[${i}]: got ${counts[i]}; expected at most sizes[${i}], ${sizes[i]}`);
    }
  }
  if (counts.length === 0) return emptyChart('p chart, 3 sigma');
  return rateChart('p', counts, sizes, (share) => Math.sqrt(share * (1 - share)), 1, options);
}
