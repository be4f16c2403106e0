/** The false discovery rate over many tests. Source: Benjamini, Hochberg, J R Stat Soc B 57 (1995) 289. */
import { orderOfProbabilities } from './order-of-probabilities.ts';

/**
 * Adjusted p_(i) = min over j >= i of min(1, p_(j) m / j), p_(1) <= ... <= p_(m).
 * Rejecting where this is at most q keeps the expected share of false rejections at q for independent tests.
 * @param p one probability a test, 0 to 1.
 * @returns adjusted p-values in the order of the input, none below its own p.
 * @throws RangeError where an entry lies outside 0 to 1.
 * @example benjaminiHochberg([0.01, 0.04, 0.03, 0.5]) // [0.04, 0.05333333333333334, 0.05333333333333334, 0.5]
 */
export function benjaminiHochberg(p: ArrayLike<number>): Float64Array {
  const order = orderOfProbabilities(p);
  const adjusted = new Float64Array(p.length);
  let least = 1;
  for (let i = order.length - 1; i >= 0; i--) {
    least = Math.min(least, (p[order[i]] * p.length) / (i + 1));
    adjusted[order[i]] = Math.max(least, p[order[i]]);
  }
  return adjusted;
}
