/** Where the words of a search stand in a text, and the surroundings of the first of them. */
import type { SearchWords } from '../store/answer-search.ts';
import { sliceCodePoints } from '../text/code-points.ts';
import { type Folded, searchablePlaces } from '../text/searchable.ts';
import type { HitRange } from './search-model.ts';

const BEFORE = 40;
const LENGTH = 200;
const MOST_HITS = 100;

const HITS_LOOKED_AT = 10;

export interface Excerpt {
  text: string;
  /** Code point of the whole text at which `text` begins. */
  from: number;
  /** Code points of the whole text, in order, not overlapping. */
  hits: HitRange[];
  /** Whether a word begins with one of the terms. */
  begins: boolean;
}

export function excerptOf(text: string, words: SearchWords): Excerpt {
  const places = searchablePlaces(text);
  const hits = joined(words.flatMap((forms) => firstFormThere(places, forms)));
  const from = Math.max(0, (hits[0]?.start ?? 0) - BEFORE);
  return {
    text: sliceCodePoints(text, from, from + LENGTH),
    from,
    hits: hits.slice(0, MOST_HITS),
    begins: hits.slice(0, HITS_LOOKED_AT).some(({ start }) => beginsWord(text, start)),
  };
}

/** Whether each word is in a text that `searchable` has folded, in one of its forms. */
export function holdsAll(folded: string, words: SearchWords): boolean {
  return words.every((forms) => forms.some((form) => folded.includes(form)));
}

function beginsWord(text: string, start: number): boolean {
  return start === 0 || /[\s\p{P}]/u.test(sliceCodePoints(text, start - 1, start));
}

/** Where the word stands as typed, or where it does not, in its other form. */
function firstFormThere(places: Folded, forms: readonly string[]): HitRange[] {
  for (const form of forms) {
    const found = rangesOf(places, form);
    if (found.length > 0) return found;
  }
  return [];
}

function rangesOf({ folded, starts, ends }: Folded, form: string): HitRange[] {
  const ranges: HitRange[] = [];
  const length = Array.from(form).length;
  let letter = 0;
  let counted = 0;
  for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + form.length)) {
    // `at` counts UTF-16 units, the places code points.
    letter += Array.from(folded.slice(counted, at)).length;
    counted = at;
    ranges.push({ start: starts[letter] ?? 0, end: ends[letter + length - 1] ?? 0 });
  }
  return ranges;
}

function joined(ranges: readonly HitRange[]): HitRange[] {
  const ordered = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: HitRange[] = [];
  for (const range of ordered) {
    const last = kept.at(-1);
    if (last !== undefined && range.start < last.end) last.end = Math.max(last.end, range.end);
    else kept.push({ ...range });
  }
  return kept;
}
