/** Tells a title that is spelled otherwise from one that says something else: rats for mice, women for men. */
import type { Comparable } from './comparable.ts';
import { jaroWinkler } from './jaro-winkler.ts';

/** `behaviour` and `behavior` are above it, `hypertension` and `hypotension` below. */
const SAME_WORD = 0.95;
const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'to',
  'with',
  'by',
  'from',
  'an',
  'at',
  'as',
  'or',
]);

/** Whether each of two titles has a word of weight that the other lacks; words written apart or together are one. */
export function wordsExchanged(a: Comparable, b: Comparable): boolean {
  if (a.titleLetters === b.titleLetters) return false;
  const [first, second] = [a.title.split(' '), b.title.split(' ')];
  return lacksOne(first, second) && lacksOne(second, first);
}

function lacksOne(words: readonly string[], others: readonly string[]): boolean {
  return words.some((word) => word.length > 1 && !SMALL.has(word) && !isAmong(word, others));
}

function isAmong(word: string, others: readonly string[]): boolean {
  return others.some(
    (other, at) =>
      other === word ||
      inflects(word, other) ||
      (word.startsWith(other) && others.slice(at).join('').startsWith(word)) ||
      jaroWinkler(word, other) >= SAME_WORD,
  );
}

/** `blind` and `blinded`, `trial` and `trials`. */
function inflects(word: string, other: string): boolean {
  const [short, long] = word.length < other.length ? [word, other] : [other, word];
  return short.length > 3 && long.length - short.length <= 2 && long.startsWith(short);
}
