/** The four unitizing alphas of given sums. Source: Krippendorff, Content Analysis, 4th ed. (2019) eqs 34-38. */
import { GAP } from './continuum.ts';
import type { SpanSums } from './span-coincidences.ts';

/** `null` where the expected disagreement is 0. `ofValue[c - 1]` belongs to category c; `coverage` likewise. */
export interface SpanAlphas {
  u: number | null;
  binary: number | null;
  cu: number | null;
  ofValue: (number | null)[];
  /** Of the length marked with the value, the share that others, on average, marked with any value. */
  coverage: number[];
}

/**
 * Expected coincidences e_ck = l (l_c l_k - [c = k] S_c) / (l^2 - S), l_c being the length marked c, l their sum and S
 * the sum of squares: two points of one and the same unit are no chance coincidence.
 * - u: all categories, the gap one of them. - binary: marked or not.
 * - cu: stretches that both coders of a pair marked. - of a value: of those the ones marked with it, as a share of them
 * on both sides: 1 - (o_k. - o_kk)/o_k. over (e_k. - e_kk)/e_k.
 */
export function spanAlphas({ size, shared, squares, pairedSquares }: SpanSums): SpanAlphas {
  const marked = new Float64Array(size);
  const paired = new Float64Array(size);
  const unlike = new Float64Array(size);
  let seenApart = 0;
  for (let c = 0; c < size; c++) {
    for (let k = 0; k < size; k++) {
      const length = shared[c * size + k];
      marked[c] += length;
      if (c !== k) seenApart += length;
      if (c === GAP || k === GAP) continue;
      paired[c] += length;
      if (c !== k) unlike[c] += length;
    }
  }
  const all = sum(marked);
  const room = all * all - sum(squares);
  const both = sum(paired);
  const bothRoom = both * both - sum(pairedSquares);
  let gapSeenApart = 0;
  for (let k = 0; k < size; k++) if (k !== GAP) gapSeenApart += shared[GAP * size + k];
  const values = Array.from({ length: size - 1 }, (_, i) => i + 1);
  return {
    u: alpha(seenApart, chanceApart(marked, all, room)),
    binary: alpha(gapSeenApart, (all * marked[GAP] * (all - marked[GAP])) / room),
    cu: alpha(sum(unlike), chanceApart(paired, both, bothRoom)),
    ofValue: values.map((c) => {
      const apart = paired[c] * (both - paired[c]);
      const chance = apart / (paired[c] * both - pairedSquares[c]);
      return alpha(unlike[c] / paired[c], chance);
    }),
    coverage: values.map((c) => (marked[c] === 0 ? 0 : paired[c] / marked[c])),
  };
}

/** l sum over c != k of l_c l_k / (l^2 - S). */
function chanceApart(lengths: Float64Array, all: number, room: number): number {
  let apart = 0;
  for (const length of lengths) apart += length * (all - length);
  return (all * apart) / room;
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Nothing compared gives NaN, and rounding may leave a trace of expected disagreement where there is none. */
function alpha(observed: number, expected: number): number | null {
  return expected > 1e-12 ? 1 - observed / expected : null;
}
