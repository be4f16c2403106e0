/** Checks p-values and puts them in order: the first step of every stepwise adjustment. */

/** Positions of the entries from the smallest to the largest. */
export function orderOfProbabilities(p: ArrayLike<number>): Uint32Array {
  const order = new Uint32Array(p.length);
  for (let i = 0; i < p.length; i++) {
    if (!(p[i] >= 0 && p[i] <= 1)) {
      throw new RangeError(`p[${i}]: got ${p[i]}; expected a probability from 0 to 1`);
    }
    order[i] = i;
  }
  return order.sort((left, right) => p[left] - p[right]);
}
