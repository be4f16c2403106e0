/**
 * What the learner sees of a text: which words, which neighbouring pairs and which short runs of characters occur in
 * it. The runs tie together inflected forms, and Korean words with and without their particles.
 */

/** The three ways of looking at a text; each weighs alike in a record whatever its length. */
export const VIEWS = ['word', 'pair', 'run'] as const;
export type View = (typeof VIEWS)[number];

/** A word with its place in a text, in UTF-16 units. */
export interface PlacedWord {
  /** In lower case and composed form (NFC), as features are made from it. */
  word: string;
  start: number;
  end: number;
}

// One syllable of Korean or one Chinese character is a word often enough (암, 뇌); one Latin letter is not.
const WORD = /[\p{L}\p{M}\p{N}_]{2,}|[\p{Script=Hangul}\p{Script=Han}]/gu;
const SYLLABIC = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The words of a text in their order. */
export function placedWords(text: string): PlacedWord[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word: word.normalize('NFC').toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

/** The distinct features of each view. */
export function textFeatures(text: string): Record<View, Set<string>> {
  const words = placedWords(text).map(({ word }) => word);
  const pairs = new Set<string>();
  for (let i = 1; i < words.length; i++) pairs.add(wordPair(words[i - 1], words[i]));
  const runs = new Set<string>();
  for (const piece of new Set(pieces(text))) for (const run of characterRuns(piece)) runs.add(run);
  return { word: new Set(words), pair: pairs, run: runs };
}

export function wordPair(first: string, second: string): string {
  return `${first} ${second}`;
}

/** What stands between spaces, with its hyphens and punctuation, in lower case and composed form. */
export function pieces(text: string): string[] {
  return text.normalize('NFC').toLowerCase().split(/\s+/u).filter(Boolean);
}

/**
 * Runs of three characters of a piece with its edges marked, or of two where the script writes syllables: 판독 gives
 * " 판", "판독" and "독 ", and so has two runs in common with 판독을.
 */
export function characterRuns(piece: string): string[] {
  const length = SYLLABIC.test(piece) ? 2 : 3;
  const padded = ` ${piece} `;
  const runs: string[] = [];
  for (let i = 0; i + length <= padded.length; i++) runs.push(padded.slice(i, i + length));
  return runs;
}
