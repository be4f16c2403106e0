/**
 * Finding a label from few keys: Korean by initial consonants (ㅁㅅㄱㅎ finds 망상 강화) and while a syllable is still
 * being typed (마 finds 망상), English by beginnings of words and letters in order.
 */

// The initial consonants in the order in which Unicode builds syllables from them (chapter 3.12).
const INITIALS = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const SYLLABLES_PER_INITIAL = 588;
const FINALS = 28;

export interface LabelMatch {
  /** Higher is better; compare within one query. */
  score: number;
  /** Code points of the label that matched, half-open. */
  ranges: { start: number; end: number }[];
}

/** The initial consonant of a syllable; other letters as they are. */
export function initialsOf(text: string): string {
  return Array.from(text.normalize('NFC'), initialOf).join('');
}

function initialOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return letter;
  return INITIALS[Math.floor((code - FIRST_SYLLABLE) / SYLLABLES_PER_INITIAL)] ?? letter;
}

/** How well a label answers the query, or null where it does not. White space and case are of no account. */
export function matchLabel(query: string, label: string): LabelMatch | null {
  const wanted = lettersOf(query).map(({ letter }) => letter);
  const letters = lettersOf(label);
  if (wanted.length === 0) return { score: 0, ranges: [] };
  return together(wanted, letters) ?? scattered(wanted, letters);
}

interface Letter {
  letter: string;
  /** Code point of the label. */
  at: number;
  beginsWord: boolean;
}

function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let beginsWord = true;
  Array.from(text.normalize('NFC').toLowerCase()).forEach((letter, at) => {
    if (/[\s\p{P}\p{S}]/u.test(letter)) beginsWord = true;
    else {
      letters.push({ letter, at, beginsWord });
      beginsWord = false;
    }
  });
  return letters;
}

/** The query's letters one after the other: best at the beginning, then at the beginning of a word. */
function together(wanted: readonly string[], letters: readonly Letter[]): LabelMatch | null {
  let best: LabelMatch | null = null;
  for (let from = 0; from + wanted.length <= letters.length; from++) {
    const matches = wanted.every((letter, nth) =>
      isSame(letter, letters[from + nth]?.letter ?? '', nth === wanted.length - 1),
    );
    if (!matches) continue;
    const place = from === 0 ? 300 : letters[from]?.beginsWord ? 200 : 100;
    const whole = wanted.length === letters.length ? 50 : 0;
    const score = place + whole - Math.min(letters.length, 49) + exactly(wanted, letters, from);
    if (best === null || score > best.score) {
      best = { score, ranges: rangesOf(letters.slice(from, from + wanted.length)) };
    }
  }
  return best;
}

/** The query's letters in order with others between; the first one begins a word. */
function scattered(wanted: readonly string[], letters: readonly Letter[]): LabelMatch | null {
  for (let from = 0; from < letters.length; from++) {
    if (!letters[from]?.beginsWord) continue;
    const found: Letter[] = [];
    for (const one of letters.slice(from)) {
      const letter = wanted[found.length];
      if (letter !== undefined && isSame(letter, one.letter, found.length === wanted.length - 1))
        found.push(one);
    }
    if (found.length < wanted.length) continue;
    const spread = (found.at(-1)?.at ?? 0) - (found[0]?.at ?? 0);
    return { score: 50 - Math.min(spread, 49), ranges: rangesOf(found) };
  }
  return null;
}

/** A consonant stands for any syllable that it begins; the last syllable may still lack its final consonant. */
function isSame(wanted: string, letter: string, isLast: boolean): boolean {
  if (wanted === letter || initialOf(letter) === wanted) return true;
  return isLast && isBeginningOf(wanted, letter);
}

function isBeginningOf(wanted: string, letter: string): boolean {
  const a = (wanted.codePointAt(0) ?? 0) - FIRST_SYLLABLE;
  const b = (letter.codePointAt(0) ?? 0) - FIRST_SYLLABLE;
  const syllables = LAST_SYLLABLE - FIRST_SYLLABLE;
  if (a < 0 || b < 0 || a > syllables || b > syllables) return false;
  return a % FINALS === 0 && Math.floor(a / FINALS) === Math.floor(b / FINALS);
}

/** One for each letter that is the very letter of the query. */
function exactly(wanted: readonly string[], letters: readonly Letter[], from: number): number {
  return wanted.filter((letter, nth) => letters[from + nth]?.letter === letter).length;
}

function rangesOf(letters: readonly Letter[]): LabelMatch['ranges'] {
  const ranges: LabelMatch['ranges'] = [];
  for (const { at } of letters) {
    const last = ranges.at(-1);
    if (last?.end === at) last.end = at + 1;
    else ranges.push({ start: at, end: at + 1 });
  }
  return ranges;
}
