/**
 * Personal identifiers in free text, Korean and English, and text with them covered. What finds too much costs a few
 * words of a quotation, what finds too little can cost a person: a doubtful match counts. No rule finds everything, so
 * that a person reads what is released.
 *
 * Each code point of an identifier is replaced by one `○`. The text keeps its length, so that every span and quote
 * that was made on the original holds on the covered text.
 */
import { fromUtf16 } from '../text/code-points.ts';
import { contactDetectors } from './identifiers/contacts.ts';
import { dateDetectors } from './identifiers/dates.ts';
import type { Found, IdentifierKind } from './identifiers/finding.ts';
import { institutionDetectors } from './identifiers/institutions.ts';
import { nameDetectors } from './identifiers/names.ts';
import { numberDetectors } from './identifiers/numbers.ts';
import { placeDetectors } from './identifiers/places.ts';

/** `[start, end)` in code points. */
export interface Identifier {
  kind: IdentifierKind;
  start: number;
  end: number;
  /** False where only context or likeness speaks for it. */
  sure: boolean;
}

export const MASK = '○';

const detectors = [
  ...numberDetectors,
  ...contactDetectors,
  ...dateDetectors,
  ...placeDetectors,
  ...institutionDetectors,
  ...nameDetectors,
];

/** Identifiers in the order of the text; none overlaps another. */
export function findIdentifiers(text: string): Identifier[] {
  const plain = plainForm(text);
  const found = detectors.flatMap((detect) => [...detect(plain.text)]);
  const codePointAt = plain.codePoints();
  return withoutOverlaps(found).map(({ start, end, ...rest }) => ({
    ...rest,
    start: codePointAt(start),
    end: codePointAt(end),
  }));
}

/** The text with every identifier covered; as many code points as before. */
export function maskIdentifiers(text: string): string {
  return mask(text, findIdentifiers(text));
}

/** The text with `identifiers` covered. */
export function mask(text: string, identifiers: readonly Identifier[]): string {
  if (identifiers.length === 0) return text;
  const codePoints = Array.from(text);
  for (const { start, end } of identifiers) codePoints.fill(MASK, start, end);
  return codePoints.join('');
}

/** The longer of two that overlap takes the other in, so that all that any rule found is covered. */
function withoutOverlaps(found: Found[]): Found[] {
  const kept: Found[] = [];
  for (const next of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || next.start >= last.end) {
      kept.push(next);
      continue;
    }
    const longer = next.end - next.start > last.end - last.start ? next : last;
    kept[kept.length - 1] = { ...longer, start: last.start, end: Math.max(last.end, next.end) };
  }
  return kept;
}

/** The text as the patterns expect it, with the way back to the original's code points. */
interface PlainForm {
  text: string;
  /** Code point of the original at a UTF-16 offset; to be asked in the order of the text. */
  codePoints(): (utf16: number) => number;
}

/** NFC, ASCII for full-width letters and digits, `-` for every dash, a space for every kind of space. */
function plainForm(original: string): PlainForm {
  const composed = original.normalize('NFC') === original ? null : composedWithOffsets(original);
  const text = (composed?.text ?? original)
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\u3161]/g, '-')
    .replace(/[\u00A0\u2000-\u200A\u202F\u3000\t]/g, ' ');
  return { text, codePoints: () => (composed === null ? counter(text) : (at) => composed.offsets[at] ?? 0) };
}

/** Counts on from where it last was, so that a long text is walked once. */
function counter(text: string): (utf16: number) => number {
  let [units, codePoints] = [0, 0];
  return (at) => {
    codePoints += fromUtf16(text.slice(units, at), at - units);
    units = at;
    return codePoints;
  };
}

/** A syllable of conjoining jamo, or a character with its combining marks: nothing composes across these. */
const COMPOSED_UNIT = /[\u1100-\u115F]+[\u1160-\u11A7]*[\u11A8-\u11FF]*\p{M}*|\P{M}\p{M}*|\p{M}+/gsu;

/** NFC with, for each UTF-16 unit and the end, the code point of the original at which its unit began. */
function composedWithOffsets(original: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  let codePoint = 0;
  for (const [unit] of original.matchAll(COMPOSED_UNIT)) {
    const composed = unit.normalize('NFC');
    for (let at = 0; at < composed.length; at++) offsets.push(codePoint);
    text += composed;
    codePoint += Array.from(unit).length;
  }
  offsets.push(codePoint);
  return { text, offsets };
}
