/** What the u and p charts share: a pooled rate with limits that widen where there is less exposure. */
import {
  baselineLength,
  type ControlChart,
  type ControlChartOptions,
  chartAbout,
  mostlyZero,
  SHEWHART_WIDTH,
} from './control-chart.ts';
import { laneyFactor } from './laney-factor.ts';
import { noMovingRange } from './moving-range.ts';

export interface RateChartOptions extends ControlChartOptions {
  /** Widens the limits by the variation that the distribution does not explain (Laney 2002): the u' or p' chart. */
  laney?: boolean;
}

export function rateChart(
  name: string,
  counts: ArrayLike<number>,
  exposures: ArrayLike<number>,
  deviationOf: (rate: number) => number,
  largest: number,
  options: RateChartOptions,
): ControlChart {
  const n = counts.length;
  const baseline = baselineLength(n, options);
  let events = 0;
  let exposed = 0;
  for (let i = 0; i < baseline; i++) {
    events += counts[i];
    exposed += exposures[i];
  }
  const rates = Float64Array.from({ length: n }, (_, i) => counts[i] / exposures[i]);
  const centre = events / exposed;
  const standardDeviation = deviationOf(centre);
  const warnings = mostlyZero(counts);
  const method = `${name}${options.laney ? "' chart (Laney 2002)" : ' chart'}, 3 sigma`;
  let factor: number | null = 1;
  if (options.laney) {
    if (standardDeviation > 0) {
      factor = laneyFactor(rates, baseline, centre, (i) => standardDeviation / Math.sqrt(exposures[i]));
    }
    warnings.push(...noMovingRange(factor));
  }
  const width = factor === null ? null : SHEWHART_WIDTH * factor * standardDeviation;
  const limits =
    width === null
      ? null
      : (i: number) => {
          const margin = width / Math.sqrt(exposures[i]);
          return [Math.max(0, centre - margin), Math.min(largest, centre + margin)] as const;
        };
  return chartAbout(rates, { method, centre, standardDeviation, limits, warnings });
}
