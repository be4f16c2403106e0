/**
 * How much of a text coders marked alike, added up so that the texts' sums give every unitizing alpha.
 * Source: Krippendorff, Mathet, Bouvry, Widlöcher, Qual Quant 50 (2016) 2347-2364; Krippendorff, Content Analysis,
 * 4th ed. (2019) eqs 32-38.
 */
import { type Continuum, GAP, requireLength, type Section, sections } from './continuum.ts';
import type { Label } from './set-distance.ts';

/**
 * Sums of one text, or of many. Categories run from 0, the gap, to `size` - 1.
 * - `shared[c * size + k]`: length marked c by one coder and k by another, over ordered pairs of coders, / (m - 1).
 * - `squares[c]`: squared lengths of c's units; for gaps, whose bounds mean nothing, their plain length.
 * - `pairedSquares[c]`: the same of that part of each unit's length that the other coders, on average, marked at all.
 */
export interface SpanSums {
  size: number;
  shared: Float64Array;
  squares: Float64Array;
  pairedSquares: Float64Array;
}

export function emptySums(size: number): SpanSums {
  return {
    size,
    shared: new Float64Array(size * size),
    squares: new Float64Array(size),
    pairedSquares: new Float64Array(size),
  };
}

/**
 * @param place names the text in a refusal.
 * @returns `null` where fewer than two coders read the text.
 * @throws RangeError as `sections`.
 */
export function spanSums(
  { length, coders }: Continuum,
  numbers: ReadonlyMap<Label, number>,
  place: string,
): SpanSums | null {
  requireLength(`${place}.length`, length);
  const readers: Section[][] = [];
  coders.forEach((spans, c) => {
    if (spans !== null) readers.push(sections(spans, length, numbers, `${place}.coders[${c}]`));
  });
  const others = readers.length - 1;
  if (others < 1) return null;
  const sums = emptySums(numbers.size + 1);
  for (const own of readers) {
    const marked = new Float64Array(own.length);
    for (const other of readers) {
      if (other === own) continue;
      overlaps(own, other, (i, value, overlap) => {
        sums.shared[own[i].value * sums.size + value] += overlap / others;
        if (value !== GAP) marked[i] += overlap / others;
      });
    }
    own.forEach(({ start, end, value }, i) => {
      sums.squares[value] += value === GAP ? end - start : (end - start) ** 2;
      if (value !== GAP) sums.pairedSquares[value] += marked[i] ** 2;
    });
  }
  return sums;
}

/** Calls back with each stretch that a section of `own` shares with one of `other`. */
function overlaps(
  own: readonly Section[],
  other: readonly Section[],
  found: (index: number, value: number, overlap: number) => void,
): void {
  let j = 0;
  for (let i = 0; i < own.length; i++) {
    while (j < other.length && other[j].start < own[i].end) {
      const overlap = Math.min(own[i].end, other[j].end) - Math.max(own[i].start, other[j].start);
      if (overlap > 0) found(i, other[j].value, overlap);
      if (other[j].end > own[i].end) break;
      j++;
    }
  }
}

/** Adds `times` as much of `part` to `sums`. */
export function addSums(sums: SpanSums, part: SpanSums, times: number): void {
  for (let i = 0; i < part.shared.length; i++) sums.shared[i] += times * part.shared[i];
  for (let c = 0; c < part.size; c++) {
    sums.squares[c] += times * part.squares[c];
    sums.pairedSquares[c] += times * part.pairedSquares[c];
  }
}
