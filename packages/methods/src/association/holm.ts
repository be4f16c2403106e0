/** The chance of any false rejection over many tests. Source: Holm, Scand J Stat 6 (1979) 65. */
import { orderOfProbabilities } from './order-of-probabilities.ts';

/**
 * Adjusted p_(i) = max over j <= i of min(1, (m - j + 1) p_(j)), p_(1) <= ... <= p_(m).
 * @param p one probability a test, 0 to 1.
 * @returns adjusted p-values in the order of the input; valid whatever the dependence between the tests.
 * @throws RangeError where an entry lies outside 0 to 1.
 * @example holm([0.01, 0.04, 0.03, 0.5]) // [0.04, 0.09, 0.09, 0.5]
 */
export function holm(p: ArrayLike<number>): Float64Array {
  const order = orderOfProbabilities(p);
  const adjusted = new Float64Array(p.length);
  let greatest = 0;
  for (let i = 0; i < order.length; i++) {
    greatest = Math.min(1, Math.max(greatest, (p.length - i) * p[order[i]]));
    adjusted[order[i]] = greatest;
  }
  return adjusted;
}
