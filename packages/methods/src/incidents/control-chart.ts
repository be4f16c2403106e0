/** The one shape in which every Shewhart chart here answers, and what they share in making it. */
import { type ControlPoint, controlPoint } from '../common/control-point.ts';
import type { MethodWarning } from '../common/result.ts';
import { type RunRules, runRules } from './run-rules.ts';

export interface ControlChart {
  /** The centre line; null where undefined, a warning then says why. */
  estimate: number | null;
  /** Of a single unit (u: one unit of exposure; p: one case; t: on the transformed scale); null where undefined. */
  standardDeviation: number | null;
  /** Points plotted. */
  n: number;
  method: string;
  points: ControlPoint[];
  /** Null where there is no centre line. */
  runs: RunRules | null;
  warnings: MethodWarning[];
}

export interface ControlChartOptions {
  /** How many first points set the centre and the limits for all; all points by default. */
  baseline?: number;
}

/** Three standard deviations, Shewhart's own choice, on every chart here. */
export const SHEWHART_WIDTH = 3;

export function baselineLength(points: number, { baseline }: ControlChartOptions): number {
  if (baseline === undefined) return points;
  if (!Number.isInteger(baseline) || baseline < 1 || baseline > points) {
    throw new RangeError(
      `options.baseline: got ${baseline}; expected a whole number from 1 to the ${points} points`,
    );
  }
  return baseline;
}

export function meanOf(values: ArrayLike<number>, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += values[i];
  return sum / length;
}

export function emptyChart(method: string): ControlChart {
  const warnings = [{ code: 'no-data', message: 'there are no points: the chart has no centre line' }];
  return { estimate: null, standardDeviation: null, n: 0, method, points: [], runs: null, warnings };
}

export interface ChartLine {
  method: string;
  centre: number;
  standardDeviation: number | null;
  /** Where runs are counted about another line than the centre. */
  runCentre?: number;
  /** The limits of point i; null without a standard deviation. */
  limits: ((i: number) => readonly [lower: number, upper: number]) | null;
  warnings?: MethodWarning[];
}

export function chartAbout(values: ArrayLike<number>, line: ChartLine): ControlChart {
  const { method, centre, standardDeviation, runCentre = centre, limits, warnings = [] } = line;
  const points = Array.from(values, (value, i) => {
    const [lower, upper] = limits === null ? [null, null] : limits(i);
    return controlPoint(value, lower, upper);
  });
  const runs = runRules(values, runCentre);
  const allWarnings = [...warnings, ...runs.warnings];
  return {
    estimate: centre,
    standardDeviation,
    n: points.length,
    method,
    points,
    runs,
    warnings: allWarnings,
  };
}

/** Charts of counts say little where most counts are 0: each event then nearly passes the limit by itself. */
export function mostlyZero(counts: ArrayLike<number>): MethodWarning[] {
  let zeros = 0;
  for (let i = 0; i < counts.length; i++) if (counts[i] === 0) zeros++;
  if (2 * zeros <= counts.length) return [];
  const message = `${zeros} of ${counts.length} counts are 0: chart the cases (g) or the time (t) between events instead`;
  return [{ code: 'mostly-zero', message }];
}
