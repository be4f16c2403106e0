/**
 * Offsets in everything stored or exchanged count Unicode code points; JavaScript strings count UTF-16 units.
 * These functions are the only bridge between the two.
 */

declare const utf16: unique symbol;
/** An offset in UTF-16 units, as the DOM and JavaScript strings count. Never stored. */
export type Utf16Offset = number & { readonly [utf16]: true };

/** Length in code points. A lone surrogate counts as one. */
export function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

/** The part of `text` from code point `start` up to, not including, `end`. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  return text.slice(toUtf16(text, start), toUtf16(text, end));
}

/** The UTF-16 offset of a code point offset; past the end gives the end. */
export function toUtf16(text: string, codePoints: number): Utf16Offset {
  let at = 0;
  for (let seen = 0; seen < codePoints && at < text.length; seen++)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at as Utf16Offset; // the loop has walked whole code points
}

/** The code point offset of a UTF-16 offset; one inside a surrogate pair gives the pair's start. */
export function fromUtf16(text: string, units: number): number {
  let seen = 0;
  for (let at = 0; at < Math.min(units, text.length); seen++) {
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    if (at > units) return seen;
  }
  return seen;
}
