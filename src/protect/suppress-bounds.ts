/**
 * What a reader can work out: every number has a least and a greatest value, and every relation between numbers narrows
 * the ones by the others until nothing moves.
 */

export interface Bounds {
  low: number;
  high: number;
}

/** The numbers at `plus` add up to no more than those at `minus`. */
export interface AtMost {
  plus: readonly number[];
  minus: readonly number[];
}

/** More rounds than any study needs; bounds that still creep then are as good as known. */
const ROUNDS = 1000;

/** Narrows `bounds` in place. */
export function narrow(bounds: Bounds[], relations: readonly AtMost[]): void {
  for (let round = 0, moved = true; moved && round < ROUNDS; round++) {
    moved = false;
    for (const { plus, minus } of relations) {
      let least = 0;
      let most = 0;
      for (const at of plus) least += bounds[at]?.low ?? 0;
      for (const at of minus) most += bounds[at]?.high ?? 0;
      const room = most - least;
      for (const at of plus) {
        const one = bounds[at];
        if (one === undefined || one.high <= one.low + room) continue;
        one.high = one.low + room;
        moved = true;
      }
      for (const at of minus) {
        const one = bounds[at];
        if (one === undefined || one.low >= one.high - room) continue;
        one.low = one.high - room;
        moved = true;
      }
    }
  }
}

/** The whole is the sum of its parts. */
export function sumOf(whole: number, parts: readonly number[]): AtMost[] {
  return [
    { plus: [whole], minus: parts },
    { plus: parts, minus: [whole] },
  ];
}
