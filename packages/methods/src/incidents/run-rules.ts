/**
 * Run rules for unusually long runs and unusually few crossings: J. Anhøj and A. V. Olesen, "Run charts revisited",
 * PLoS ONE 9 (2014) e113825; J. Anhøj, PLoS ONE 10 (2015) e0121349.
 */
import { requireFinite } from '../common/checks.ts';
import type { MethodWarning } from '../common/result.ts';
import { requireFiniteValues } from '../common/series-checks.ts';

export interface RunRules {
  /** The line about which runs are counted. */
  centre: number;
  /** Points off the line; those on it are passed over. */
  n: number;
  longestRun: number;
  /** A longer run than this is a signal: round(log2(n) + 3); null where n is 0. */
  longestRunLimit: number | null;
  crossings: number;
  /** Fewer crossings than this are a signal: the 5 % quantile of a binomial (n - 1, 1/2); null where n is 0. */
  crossingsLimit: number | null;
  /** Whether either limit is passed: the points do not vary at random about the line. */
  signal: boolean;
  warnings: MethodWarning[];
}

/** The least k with P(X <= k) >= 0.05 for X binomial (trials, 1/2), in logarithms so that many trials do not underflow. */
function lowerCrossings(trials: number): number {
  let logDensity = -trials * Math.LN2;
  let cumulative = Math.exp(logDensity);
  let k = 0;
  // The margin keeps a quantile that falls exactly on 5 % from slipping by a rounding error.
  while (cumulative < 0.05 * (1 - 1e-12)) {
    logDensity += Math.log((trials - k) / (k + 1));
    k++;
    cumulative += Math.exp(logDensity);
  }
  return k;
}

/**
 * Whether points vary at random about a line. About one series in twenty signals by chance; the rules have little
 * power below 10 points off the line, which a warning says.
 * @param values in time order.
 * @param centre the line, in the unit of the values; a median makes points fall on both sides equally.
 * @throws RangeError on a value or a line that is not finite.
 * @example
 * runRules([1, 2, 1, 2, 3, 9, 8, 9, 8, 9, 8, 9], 5).signal // true
 * runRules([1, 2, 1, 2, 3, 9, 8, 9, 8, 9, 8, 9], 5).crossings // 1
 */
export function runRules(values: ArrayLike<number>, centre: number): RunRules {
  requireFiniteValues('values', values);
  requireFinite('centre', centre);
  let n = 0;
  let longestRun = 0;
  let crossings = 0;
  let run = 0;
  let side = 0;
  for (let i = 0; i < values.length; i++) {
    const distance = values[i] - centre;
    // A mean of these very values may miss a point on it by a rounding error.
    if (Math.abs(distance) <= 1e-12 * Math.max(Math.abs(values[i]), Math.abs(centre))) continue;
    n++;
    const newSide = Math.sign(distance);
    if (side !== 0 && newSide !== side) crossings++;
    run = newSide === side ? run + 1 : 1;
    side = newSide;
    longestRun = Math.max(longestRun, run);
  }
  const warnings: MethodWarning[] = [];
  if (n < 10) {
    const message = `${n} points lie off the centre line: the run rules need about 10 to have any power`;
    warnings.push({ code: 'few-points', message });
  }
  if (n === 0) {
    return {
      centre,
      n,
      longestRun,
      longestRunLimit: null,
      crossings,
      crossingsLimit: null,
      signal: false,
      warnings,
    };
  }
  const longestRunLimit = Math.round(Math.log2(n) + 3);
  const crossingsLimit = lowerCrossings(n - 1);
  const signal = longestRun > longestRunLimit || crossings < crossingsLimit;
  return { centre, n, longestRun, longestRunLimit, crossings, crossingsLimit, signal, warnings };
}
