/**
 * Kleinberg's infinite-state model of a stream of events: "Bursty and Hierarchical Structure in Streams",
 * Data Mining and Knowledge Discovery 7 (2003) 373-397.
 */
import type { MethodWarning } from '../common/result.ts';
import { requireFiniteValues, requireNonNegative, requirePositive } from '../common/series-checks.ts';
import { cheapestStates } from './cheapest-states.ts';
import { nestedBursts } from './nested-bursts.ts';

export interface BurstStreamOptions {
  /** How much faster each state is than the one below, s; 2 by default. */
  scaling?: number;
  /** The cost of rising, gamma; 1 by default. */
  gamma?: number;
  /**
   * The unit in which the times were recorded, such as 1 for times in whole days: events at one time are then spread
   * evenly over [time, time + resolution). Without it, events at one time are refused.
   */
  resolution?: number;
}

export interface StreamBurst {
  level: number;
  /** Times of the events that open and close the burst, after any spreading. */
  start: number;
  end: number;
  /** What state `level` saves over state `level - 1` during the burst, in natural log units. */
  weight: number;
}

export interface StreamBursts {
  /** The state of each gap between events, 0 being the base rate; null where undefined. */
  states: number[] | null;
  stateCount: number;
  /** Cost of the cheapest sequence, natural log units. */
  cost: number | null;
  bursts: StreamBurst[];
  /** The events. */
  n: number;
  method: string;
  warnings: MethodWarning[];
}

function spreadTimes(times: ArrayLike<number>, resolution: number | undefined): Float64Array {
  const spread = Float64Array.from(times);
  for (let first = 0; first < spread.length; ) {
    let after = first + 1;
    while (after < spread.length && times[after] === times[first]) after++;
    if (after < spread.length && times[after] < times[first]) {
      throw new RangeError(
        `times[${after}]: got ${times[after]}, before ${times[first]}; expected ascending times`,
      );
    }
    if (after - first > 1 && resolution === undefined) {
      throw new RangeError(
        `times[${first + 1}]: got ${times[first]} again; expected distinct times, or options.resolution, the unit of the times`,
      );
    }
    if (
      resolution !== undefined &&
      after < spread.length &&
      times[after] - times[first] < resolution * (1 - 1e-9)
    ) {
      throw new RangeError(
        `times[${after}]: got ${times[after]}, ${times[after] - times[first]} after the time before; expected steps of at least the resolution ${resolution}`,
      );
    }
    for (let i = first + 1; i < after; i++) {
      spread[i] = times[first] + ((resolution ?? 0) * (i - first)) / (after - first);
    }
    first = after;
  }
  return spread;
}

/**
 * The states of least cost for the gaps x between events, and the bursts they form. With n gaps over a time T and
 * g = T / n: state i has density a_i exp(-a_i x), a_i = s^i / g; rising from i to j costs (j - i) gamma ln n, falling
 * nothing; k = ceil(1 + log_s T + log_s(1 / smallest gap)) states. By Viterbi, exact.
 * Events at one time have no gap, hence no k: the rule is `resolution`, above.
 * @param times ascending, in any unit of time.
 * @throws RangeError on times that are not finite, descend, coincide without a resolution or lie closer than it;
 * scaling not above 1; gamma negative.
 * @example
 * burstsInStream([0, 8, 16, 24, 25, 26, 27, 28, 29, 30, 31, 39, 47, 55]).bursts.map((b) => [b.level, b.start, b.end]) // [[1,24,31]]
 * burstsInStream([0, 0, 5, 9], { resolution: 1 }).states // [0,0,0]
 */
export function burstsInStream(times: ArrayLike<number>, options: BurstStreamOptions = {}): StreamBursts {
  const { scaling = 2, gamma = 1, resolution } = options;
  requireFiniteValues('times', times);
  if (!(scaling > 1 && scaling < Infinity)) {
    throw new RangeError(`options.scaling: got ${scaling}; expected a finite number above 1, such as 2`);
  }
  requireNonNegative('options.gamma', gamma);
  if (resolution !== undefined) requirePositive('options.resolution', resolution);
  const method = `Kleinberg 2003, continuous, s = ${scaling}, gamma = ${gamma}`;
  const events = spreadTimes(times, resolution);
  const gapCount = events.length - 1;
  if (gapCount < 1) {
    const message = `${events.length} events leave no gap: two or more are needed`;
    const warnings = [{ code: 'too-few-events', message }];
    return { states: null, stateCount: 0, cost: null, bursts: [], n: events.length, method, warnings };
  }
  const gaps = new Float64Array(gapCount);
  for (let t = 0; t < gapCount; t++) gaps[t] = events[t + 1] - events[t];
  const total = events[gapCount] - events[0];
  let smallest = gaps[0];
  for (const gap of gaps) if (gap < smallest) smallest = gap;
  // The subtraction keeps an exact power of the scaling from gaining a state by rounding.
  const stateCount = Math.ceil(1 + (Math.log(total) - Math.log(smallest)) / Math.log(scaling) - 1e-9);
  const rates = Float64Array.from({ length: stateCount }, (_, i) => (scaling ** i * gapCount) / total);
  const stepCost = (t: number, state: number): number => rates[state] * gaps[t] - Math.log(rates[state]);
  const path = cheapestStates(gapCount, stateCount, gamma * Math.log(gapCount), stepCost);
  const bursts = nestedBursts(path.states, stepCost).map(({ level, first, last, weight }) => ({
    level,
    start: events[first],
    end: events[last + 1],
    weight,
  }));
  return {
    states: Array.from(path.states),
    stateCount,
    cost: path.cost,
    bursts,
    n: events.length,
    method,
    warnings: [],
  };
}
