/** Where the words of a text of title and abstract stand in the two fields, in code points. */
import type { WordWeight } from '@firsthand/methods';
import { fromUtf16 } from '../../text/code-points.ts';
import type { Document } from '../documents/model.ts';
import type { Why } from './model.ts';

/** @param words with places in UTF-16 units of `textOfDocument` */
export function wordsInDocument(
  { title, abstract }: Pick<Document, 'title' | 'abstract'>,
  words: readonly WordWeight[],
): Why[] {
  const abstractFrom = title === null ? 0 : title.length + 1;
  const placeOf = ([start, end]: readonly [number, number]): Why['places'] => {
    if (title !== null && end <= title.length) return [{ field: 'title', ...codePoints(title, start, end) }];
    if (abstract === null || start < abstractFrom) return [];
    return [{ field: 'abstract', ...codePoints(abstract, start - abstractFrom, end - abstractFrom) }];
  };
  return words.map(({ word, weight, places }) => ({ word, weight, places: places.flatMap(placeOf) }));
}

function codePoints(text: string, start: number, end: number): { start: number; end: number } {
  return { start: fromUtf16(text, start), end: fromUtf16(text, end) };
}
