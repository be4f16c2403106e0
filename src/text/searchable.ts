/**
 * A text as searching sees it: composed, of one case and width, without the white space that Korean writers put where
 * they like. Between Latin words a space stays, so that "far things" holds no "art".
 */

/** The text in the form in which it is stored for searching; terms go through the same function. */
export function searchable(text: string): string {
  return fold(text).folded;
}

export interface Folded {
  folded: string;
  /** For each code point of `folded`: the code points of the text from which it came, half-open. */
  starts: number[];
  ends: number[];
}

/** The same with the way back, for showing where a term was found. */
export function searchablePlaces(text: string): Folded {
  const { folded, starts, ends } = fold(text);
  return { folded, starts, ends };
}

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const COMBINING = /\p{M}/u;
const SPACE = /\s/u;
const LATIN = /\p{Script=Latin}/u;

function fold(text: string): Folded {
  const letters = Array.from(text);
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let last = '';
  const keep = (part: string, start: number, end: number): void => {
    for (const letter of part) {
      folded += letter;
      last = letter;
      starts.push(start);
      ends.push(end);
    }
  };
  for (let at = 0; at < letters.length; ) {
    const letter = letters[at] ?? '';
    const code = letter.codePointAt(0) ?? 0;
    const next = letters[at + 1] ?? '';
    if (isWhole(code) && !joins(next)) {
      keep(code < 0x80 ? letter.toLowerCase() : letter, at, at + 1);
      at++;
    } else if (SPACE.test(letter)) {
      let end = at + 1;
      while (SPACE.test(letters[end] ?? '')) end++;
      if (LATIN.test(last) && LATIN.test(letters[end] ?? '')) keep(' ', at, end);
      at = end;
    } else {
      // What composing may join to one letter is folded together.
      let end = at + 1;
      while (end < letters.length && joins(letters[end] ?? '')) end++;
      keep(letters.slice(at, end).join('').normalize('NFKC').toLowerCase(), at, end);
      at = end;
    }
  }
  return { folded, starts, ends };
}

/** Hangul syllables and printable ASCII, which stand for themselves unless a mark follows. */
function isWhole(code: number): boolean {
  return (code >= HANGUL_FIRST && code <= HANGUL_LAST) || (code > 0x20 && code < 0x7f);
}

/** Combining marks, conjoining and half-width jamo. */
function joins(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x300 || (code >= HANGUL_FIRST && code <= HANGUL_LAST)) return false;
  return (
    (code >= 0x1100 && code <= 0x11ff) ||
    (code >= 0xffa0 && code <= 0xffdc) ||
    (code >= 0xd7b0 && code <= 0xd7fb) ||
    COMBINING.test(letter)
  );
}
