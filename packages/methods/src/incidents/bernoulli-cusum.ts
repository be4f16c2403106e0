/**
 * CUSUM of single outcomes by their log-likelihood ratio: S. H. Steiner, R. J. Cook, V. T. Farewell and T. Treasure,
 * "Monitoring surgical performance using risk-adjusted cumulative sum charts", Biostatistics 1 (2000) 441-452.
 */
import { requireCounts } from '../common/series-checks.ts';
import { accumulate, type Cusum, type CusumOptions, requireCusumOptions } from './cusum.ts';

export interface BernoulliCusumOptions extends CusumOptions {
  /** Probability of the event in control, p0. */
  inControl: number;
  /** The raised probability to detect, p1, above p0. */
  outOfControl: number;
}

/**
 * S_t = max(0, S_(t-1) + w_t), w = ln(p1 / p0) for an event and ln((1 - p1) / (1 - p0)) without one, natural logarithms;
 * an alarm where S_t >= h.
 * @param outcomes 1 for an event, 0 for none, one a case, in time order.
 * @throws RangeError on an outcome that is neither 0 nor 1, probabilities not in 0 < p0 < p1 < 1, h not above 0, a head
 * start outside [0, h).
 * @example
 * bernoulliCusum([0, 1, 1], { inControl: 0.1, outOfControl: 0.2, h: 1.3 }).alarms // [2]
 */
export function bernoulliCusum(outcomes: ArrayLike<number>, options: BernoulliCusumOptions): Cusum {
  const { inControl, outOfControl } = options;
  requireCounts('outcomes', outcomes);
  for (let t = 0; t < outcomes.length; t++) {
    if (outcomes[t] > 1) throw new RangeError(`outcomes[${t}]: got ${outcomes[t]}; expected 0 or 1`);
  }
  if (!(inControl > 0 && inControl < 1)) {
    throw new RangeError(`options.inControl: got ${inControl}; expected a probability above 0 and below 1`);
  }
  if (!(outOfControl > inControl && outOfControl < 1)) {
    throw new RangeError(
      `options.outOfControl: got ${outOfControl}; expected a probability above inControl, ${inControl}, and below 1`,
    );
  }
  requireCusumOptions(options);
  const event = Math.log(outOfControl / inControl);
  const none = Math.log1p(-outOfControl) - Math.log1p(-inControl);
  const method = `Bernoulli CUSUM (Steiner 2000), p0 = ${inControl}, p1 = ${outOfControl}, h = ${options.h}`;
  return accumulate(method, outcomes.length, (t) => (outcomes[t] === 1 ? event : none), options);
}
