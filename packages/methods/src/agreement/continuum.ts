/** A text, or any other stretch of length, in which coders marked spans: what unitizing agreement is measured on. */
import type { Label } from './set-distance.ts';

/** Half-open, `start` to `end`, in one unit of length, such as Unicode code points from the text's beginning. */
export interface Span {
  start: number;
  end: number;
  value: Label;
}

/** One entry a coder: the spans that the coder marked, or `null` where the coder did not read this text. */
export interface Continuum {
  length: number;
  coders: ReadonlyArray<ReadonlyArray<Span> | null>;
}

/** A stretch that one coder marked with a value (its number, from 1) or left unmarked (0). */
export interface Section {
  start: number;
  end: number;
  value: number;
}

export const GAP = 0;

/** Numbers values from 1 in the order of first use. */
export function numberValues(continua: ReadonlyArray<Continuum>): Map<Label, number> {
  const numbers = new Map<Label, number>();
  for (const { coders } of continua) {
    for (const spans of coders) {
      for (const { value } of spans ?? []) if (!numbers.has(value)) numbers.set(value, numbers.size + 1);
    }
  }
  return numbers;
}

/**
 * One coder's marks and what lies between them, from 0 to `length` without a hole.
 * @param place names the spans in a refusal, such as `continua[0].coders[1]`.
 * @throws RangeError for a span that is empty, beyond the text, or overlaps another of the same coder.
 */
export function sections(
  spans: ReadonlyArray<Span>,
  length: number,
  numbers: ReadonlyMap<Label, number>,
  place: string,
): Section[] {
  const order = spans.map((_, i) => i).sort((i, j) => spans[i].start - spans[j].start);
  const found: Section[] = [];
  let at = 0;
  for (const i of order) {
    const { start, end, value } = spans[i];
    if (!(start >= 0 && end > start && end <= length)) {
      throw new RangeError(`${place}[${i}]: got ${start} to ${end}; expected a span within 0 to ${length}`);
    }
    if (start < at) {
      throw new RangeError(
        `${place}[${i}]: got a span from ${start}; expected ${at} or more, where the coder's last one ends`,
      );
    }
    if (start > at) found.push({ start: at, end: start, value: GAP });
    found.push({ start, end, value: numbers.get(value) ?? GAP });
    at = end;
  }
  if (at < length) found.push({ start: at, end: length, value: GAP });
  return found;
}

/** @throws RangeError for a length that is no finite number above 0. */
export function requireLength(name: string, length: number): void {
  if (!(length > 0 && Number.isFinite(length))) {
    throw new RangeError(`${name}: got ${length}; expected a finite number above 0`);
  }
}
