/** Whether two names may stand for one journal: databases abbreviate, add places and subtitles, leave out articles. */
import { plainWords } from './normalise.ts';

const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'on',
  'de',
  'la',
  'et',
  'der',
  'die',
  'und',
  'a',
  'an',
]);

/** Words that count, before any place in brackets, edition or subtitle. */
export function journalWords(name: string | null): string[] {
  if (name === null || /^https?:/.test(name)) return [];
  const main = name.replace(/\s*(?:\(.*|\[.*|[:=].*)$/, '');
  return plainWords(main.length > 3 ? main : name)
    .split(' ')
    .filter((word) => word !== '' && !SMALL.has(word));
}

/**
 * Whether the words of one name abbreviate those of the other, in order: `Clin Infect Dis` and `Clinical Infectious
 * Diseases`; words at the end may be missing, as in `Medicine` and `Medicine Baltimore`. Null where a name is missing.
 */
export function sameJournal(first: readonly string[], second: readonly string[]): boolean | null {
  if (first.length === 0 || second.length === 0) return null;
  if (first.join('') === second.join('')) return true;
  if (first.length !== second.length) return isAcronym(first, second) || isAcronym(second, first);
  return first.every((word, at) => abbreviates(word, second[at] ?? ''));
}

/** One word begins with the other, or the shorter one's letters stand in the longer in order: `intl`, `international`. */
function abbreviates(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  if (long.startsWith(short)) return true;
  if (short.length < 3 || short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length && short.length < long.length;
}

function isAcronym(short: readonly string[], long: readonly string[]): boolean {
  const initials = long.map((word) => word[0]).join('');
  return short.length === 1 && (short[0]?.length ?? 0) > 2 && initials === short[0];
}
