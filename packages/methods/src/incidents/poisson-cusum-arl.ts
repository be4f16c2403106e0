/**
 * Average run length of a Poisson CUSUM as a Markov chain: D. Brook and D. A. Evans, Biometrika 59 (1972) 539-549;
 * J. M. Lucas, Technometrics 27 (1985) 129-144.
 */
import { gammaTails } from '../common/gamma.ts';
import { meanAbsorptionTime } from '../common/mean-absorption-time.ts';
import { poissonDensity } from '../common/saddle-point.ts';
import { requirePositive } from '../common/series-checks.ts';
import { requireCusumOptions } from './cusum.ts';
import type { PoissonCusumOptions } from './poisson-cusum.ts';

/** A chain of this many states is solved in seconds. */
const MOST_STATES = 2000;

/** The least number of steps to the unit of which k, h and the head start are whole multiples. */
function stepsPerUnit(values: readonly number[]): number | null {
  for (let steps = 1; steps <= 1000; steps++) {
    if (values.every((value) => Math.abs(value * steps - Math.round(value * steps)) < 1e-9 * steps))
      return steps;
  }
  return null;
}

/**
 * The mean number of periods up to and including the first S_t >= h, for counts of a given Poisson mean. Exact: where k
 * and h have a common unit the sum takes finitely many values, h / unit in number.
 * @param mean events a period: the mean in control for the time between false alarms, a raised one for the delay.
 * @throws RangeError on a mean, k or h not above 0, a head start outside [0, h), values without a common unit of 1 to
 * 1/1000 (round k, as Lucas does), or more than 2000 states.
 * @example
 * poissonCusumArl(2.4, { k: 3, h: 10 }).estimate // 548.362265528733
 */
export function poissonCusumArl(
  mean: number,
  options: PoissonCusumOptions,
): { estimate: number; method: string } {
  const { k, h, headStart = 0 } = options;
  requirePositive('mean', mean);
  requirePositive('options.k', k);
  requireCusumOptions(options);
  const steps = stepsPerUnit([k, h, headStart]);
  if (steps === null) {
    throw new RangeError(
      `options.k: got ${k} with h ${h}; expected values rounded to a common unit, such as 0.1`,
    );
  }
  const states = Math.round(h * steps);
  if (states > MOST_STATES) {
    throw new RangeError(`options.h: got ${h} in units of 1/${steps}; expected at most ${MOST_STATES} units`);
  }
  const drop = Math.round(k * steps);
  const moves = new Float64Array(states * states);
  const exits = new Float64Array(states);
  for (let from = 0; from < states; from++) {
    // The least count that leads to h or beyond: P(X >= x) is the lower tail of a gamma of shape x.
    const leaving = Math.ceil((states + drop - from) / steps);
    exits[from] = gammaTails(mean, leaving).lower;
    for (let count = 0; count < leaving; count++) {
      moves[from * states + Math.max(0, from + count * steps - drop)] += poissonDensity(count, mean);
    }
  }
  const estimate = meanAbsorptionTime(moves, exits)[Math.round(headStart * steps)];
  return { estimate, method: `average run length, Poisson CUSUM, Markov chain of ${states} states` };
}
