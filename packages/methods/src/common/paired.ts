/** Two lists of the same members' numbers: the check that every paired method begins with. */
import { requireFinite } from './checks.ts';

export function requirePaired(first: ArrayLike<number>, second: ArrayLike<number>): number {
  if (first.length !== second.length) {
    throw new RangeError(`second: got ${second.length} entries; expected ${first.length}, as in first`);
  }
  for (let i = 0; i < first.length; i++) {
    requireFinite(`first[${i}]`, first[i]);
    requireFinite(`second[${i}]`, second[i]);
  }
  return first.length;
}
