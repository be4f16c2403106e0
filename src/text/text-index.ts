/**
 * Code point offsets of one long text, without walking it from the beginning each time: a transcript of a megabyte with
 * ten thousand spans would take as many walks.
 */
import type { Utf16Offset } from './code-points.ts';

/** Code points between two remembered places: a walk is never longer, and a megabyte needs some thousand places. */
const STEP = 256;

export interface TextIndex {
  text: string;
  /** In code points. */
  length: number;
  /** As `toUtf16` of code-points.ts. */
  toUtf16(codePoints: number): Utf16Offset;
  /** As `fromUtf16` of code-points.ts. */
  fromUtf16(units: number): number;
  /** The words from code point `start` up to, not including, `end`. */
  slice(start: number, end: number): string;
}

export function indexText(text: string): TextIndex {
  // places[n] is where code point n × STEP begins.
  const places: number[] = [];
  let length = 0;
  for (let at = 0; at < text.length; length++) {
    if (length % STEP === 0) places.push(at);
    at += widthAt(text, at);
  }

  const toUtf16 = (codePoints: number): Utf16Offset => {
    const wanted = Math.min(Math.max(codePoints, 0), length);
    const nth = Math.min(Math.floor(wanted / STEP), places.length - 1);
    let at = places[nth] ?? 0;
    for (let seen = Math.max(nth, 0) * STEP; seen < wanted; seen++) at += widthAt(text, at);
    return at as Utf16Offset; // the loop has walked whole code points
  };

  const fromUtf16 = (units: number): number => {
    const nth = lastAtOrBefore(places, units);
    if (nth === -1) return 0;
    let seen = nth * STEP;
    for (let at = places[nth] ?? 0; at < Math.min(units, text.length); seen++) {
      at += widthAt(text, at);
      if (at > units) return seen;
    }
    return seen;
  };

  return {
    text,
    length,
    toUtf16,
    fromUtf16,
    slice: (start, end) => text.slice(toUtf16(start), toUtf16(end)),
  };
}

const widthAt = (text: string, at: number) => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);

/** The place of the last of the rising `values` that is not above `value`; -1 where all are. */
export function lastAtOrBefore(values: readonly number[], value: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] ?? 0) <= value) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
