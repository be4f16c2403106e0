/** CUSUM of counts: J. M. Lucas, "Counted data CUSUM's", Technometrics 27 (1985) 129-144. */
import { requireCounts, requirePositive } from '../common/series-checks.ts';
import { accumulate, type Cusum, type CusumOptions, requireCusumOptions } from './cusum.ts';

export interface PoissonCusumOptions extends CusumOptions {
  /** The reference value, k, in events a period; `poissonReferenceValue` gives the best for a shift. */
  k: number;
}

/**
 * k = (m1 - m0) / ln(m1 / m0), the reference value that detects a rise from m0 to m1 soonest. With it, S ln(m1 / m0) is
 * the log-likelihood-ratio CUSUM. Lucas rounds k, and the run length then has an exact value (`poissonCusumArl`).
 * @param inControl m0, mean events a period in control.
 * @param outOfControl m1, the raised mean to detect, above m0.
 * @throws RangeError on a mean not above 0, or m1 not above m0.
 * @example
 * poissonReferenceValue(2, 4) // 2.8853900817779268
 */
export function poissonReferenceValue(inControl: number, outOfControl: number): number {
  requirePositive('inControl', inControl);
  requirePositive('outOfControl', outOfControl);
  if (outOfControl <= inControl) {
    throw new RangeError(`outOfControl: got ${outOfControl}; expected above inControl, ${inControl}`);
  }
  return (outOfControl - inControl) / Math.log(outOfControl / inControl);
}

/**
 * S_t = max(0, S_(t-1) + x_t - k), an alarm where S_t >= h: detects a lasting rise of a count sooner than a chart of
 * single periods does.
 * @param counts events of each period, in time order, the periods equally exposed.
 * @throws RangeError on a count that is not whole or is negative, k or h not above 0, a head start outside [0, h).
 * @example
 * poissonCusum([2, 1, 3, 0, 6, 7], { k: 3, h: 5 }).sums // [0,0,0,0,3,7]
 * poissonCusum([2, 1, 3, 0, 6, 7], { k: 3, h: 5 }).alarms // [5]
 */
export function poissonCusum(counts: ArrayLike<number>, options: PoissonCusumOptions): Cusum {
  requireCounts('counts', counts);
  requirePositive('options.k', options.k);
  requireCusumOptions(options);
  const method = `Poisson CUSUM (Lucas 1985), k = ${options.k}, h = ${options.h}`;
  return accumulate(method, counts.length, (t) => counts[t] - options.k, options);
}
