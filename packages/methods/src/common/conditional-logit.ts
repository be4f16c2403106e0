/**
 * The conditional logit model: the engine behind paired comparisons, rankings and best-worst choices, which differ only
 * in what the alternatives of a choice are. Source: McFadden, in Frontiers in Econometrics (1974) 105.
 */
import { cholesky, invertCholesky, solveCholesky } from './linear-algebra.ts';

/** What one alternative adds up: the parameters it depends on and how much. */
export type Features = ReadonlyArray<readonly [parameter: number, value: number]>;

/** Alternatives that were offered together, and how often each was chosen. */
export interface ChoiceSet {
  alternatives: readonly Features[];
  chosen: number[];
}

export interface LogitFit {
  estimates: Float64Array;
  /** Row-major, from the inverse of the information at the maximum. */
  covariance: Float64Array;
  logLikelihood: number;
  /** With all parameters 0, every alternative alike. */
  nullLogLikelihood: number;
}

const LIMIT = 100;

/**
 * Maximises sum over choices of (eta_chosen - ln sum exp eta), eta = sum of value x parameter, which is concave, by
 * Newton's method with halved steps.
 * @returns `null` where the maximum does not exist or is not unique.
 */
export function fitConditionalLogit(sets: readonly ChoiceSet[], parameters: number): LogitFit | null {
  let estimates = new Float64Array(parameters);
  let state = evaluate(sets, estimates);
  const nullLogLikelihood = state.logLikelihood;
  for (let i = 0; i < LIMIT; i++) {
    const lower = cholesky(state.information, parameters);
    if (lower === null) return null;
    const step = solveCholesky(lower, state.gradient);
    const decrement = step.reduce((sum, value, k) => sum + value * state.gradient[k], 0);
    if (decrement < 1e-22 * (1 + Math.abs(state.logLikelihood))) {
      const covariance = invertCholesky(lower, parameters);
      return { estimates, covariance, logLikelihood: state.logLikelihood, nullLogLikelihood };
    }
    let share = 1;
    let next = estimates.map((value, k) => value + step[k]);
    let reached = evaluate(sets, next);
    // Rounding may hide the last gains: they must not be mistaken for a step too far.
    while (
      reached.logLikelihood < state.logLikelihood - 1e-12 * Math.abs(state.logLikelihood) &&
      share > 1e-8
    ) {
      share /= 2;
      next = estimates.map((value, k) => value + share * step[k]);
      reached = evaluate(sets, next);
    }
    const moved = step.reduce((most, value) => Math.max(most, Math.abs(share * value)), 0);
    estimates = next;
    state = reached;
    if (moved < 1e-12) {
      const last = cholesky(state.information, parameters);
      if (last === null) return null;
      const covariance = invertCholesky(last, parameters);
      return { estimates, covariance, logLikelihood: state.logLikelihood, nullLogLikelihood };
    }
  }
  return null;
}

function evaluate(sets: readonly ChoiceSet[], estimates: Float64Array) {
  const size = estimates.length;
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  let logLikelihood = 0;
  for (const { alternatives, chosen } of sets) {
    const eta = alternatives.map((features) =>
      features.reduce((sum, [k, value]) => sum + value * estimates[k], 0),
    );
    const most = Math.max(...eta);
    const total = eta.reduce((sum, value) => sum + Math.exp(value - most), 0);
    const times = chosen.reduce((sum, count) => sum + count, 0);
    const mean = new Float64Array(size);
    alternatives.forEach((features, a) => {
      const p = Math.exp(eta[a] - most) / total;
      if (chosen[a] > 0) logLikelihood += chosen[a] * (eta[a] - most - Math.log(total));
      for (const [k, value] of features) {
        mean[k] += p * value;
        gradient[k] += chosen[a] * value;
        for (const [l, other] of features) information[k * size + l] += times * p * value * other;
      }
    });
    for (let k = 0; k < size; k++) {
      if (mean[k] === 0) continue;
      gradient[k] -= times * mean[k];
      for (let l = 0; l < size; l++) information[k * size + l] -= times * mean[k] * mean[l];
    }
  }
  return { logLikelihood, gradient, information };
}
