/**
 * Whether two records are one document: `same` only where independent fields agree and none speaks against it,
 * `doubtful` where a person should look. The manner is that of ASySD (Hair et al., BMC Biology 21:189, 2023): agreeing
 * fields by Jaro-Winkler, and never an automatic merge across different DOIs or years more than one apart.
 */
import type { Comparable } from './comparable.ts';
import { jaroWinkler } from './jaro-winkler.ts';
import { sameJournal } from './journals.ts';
import { wordsExchanged } from './title-words.ts';

export interface Verdict {
  verdict: 'same' | 'doubtful' | 'different';
  /** How alike the titles are; orders the merges, surest first. */
  title: number;
}

/** Agreement of a field: true, false, or null where a record does not tell. */
type Agreement = boolean | null;

const SAME_TITLE = 0.97;
const LIKE_TITLE = 0.9;
const NEAR_TITLE = 0.8;
/** Below 1, which only equal titles reach. */
const ALMOST = 0.999;
/** In letters, a Hangul syllable counting twice: below it many documents share a title, such as `Reply`. */
const ENOUGH_TITLE = 20;
const ENOUGH_ABSTRACT = 150;

export function compare(a: Comparable, b: Comparable): Verdict {
  const title = titleSimilarity(a, b);
  const identified = agreement(a.doi, b.doi) === true || agreement(a.pmid, b.pmid) === true;
  const page = agreement(a.firstPage, b.firstPage);
  const volume = agreement(a.volume, b.volume);
  const samePlace = page === true && volume === true;
  if (title < NEAR_TITLE && !identified && !samePlace) return { verdict: 'different', title };
  if (agreement(a.registration, b.registration) === false) return { verdict: 'different', title };
  const authors = authorsAgree(a, b);
  const journal = journalsAgree(a, b);
  // One work told twice, as on a congress and then in a journal, is two documents.
  if (!identified && journal === false && volume === false && page !== true)
    return { verdict: 'different', title };
  const abstract = abstractsAgree(a, b);
  const sureAuthors = authors === true;
  const sureTitle = title >= SAME_TITLE && Math.min(a.titleLength, b.titleLength) >= ENOUGH_TITLE;
  const evidence =
    (identified && title >= LIKE_TITLE && authors !== false) ||
    (identified && sureTitle && journal === true && (page === true || volume === true)) ||
    (title >= LIKE_TITLE && sureAuthors && page === true && (volume === true || journal === true)) ||
    (sureTitle && sureAuthors && journal === true && volume === true && page !== false) ||
    (sureTitle &&
      sureAuthors &&
      abstract === true &&
      journal !== false &&
      page !== false &&
      volume !== false) ||
    (sureTitle && authors === null && samePlace && journal === true);
  if (evidence && !speaksAgainst(a, b, identified)) return { verdict: 'same', title };
  const doubtful =
    identified ||
    (title >= LIKE_TITLE && sureAuthors) ||
    (title >= SAME_TITLE && authors === null && !wordsExchanged(a, b)) ||
    (title >= SAME_TITLE && (samePlace || abstract === true || journal === true)) ||
    (title >= NEAR_TITLE && sureAuthors && (samePlace || abstract === true)) ||
    (samePlace && sureAuthors && journal === true && agreement(a.year, b.year) === true);
  return { verdict: doubtful ? 'doubtful' : 'different', title };
}

/** Whether two records can't stand in one group, however they were linked: identifiers, years or places differ. */
export function contradict(a: Comparable, b: Comparable): boolean {
  if (agreement(a.doi, b.doi) === false || agreement(a.pmid, b.pmid) === false) return true;
  if (a.year !== null && b.year !== null && Math.abs(a.year - b.year) > 1) return true;
  if (agreement(a.doi, b.doi) === true || agreement(a.pmid, b.pmid) === true) return false;
  return agreement(a.volume, b.volume) === false && agreement(a.firstPage, b.firstPage) === false;
}

function speaksAgainst(a: Comparable, b: Comparable, identified: boolean): boolean {
  if (contradict(a, b) || a.notes !== b.notes || abstractsAgree(a, b) === false) return true;
  // Under one identifier a title that only goes on further, by a heading or a subtitle, is no other title.
  if (identified && goesOn(a, b)) return false;
  return a.numerals !== b.numerals || wordsExchanged(a, b);
}

function agreement(a: string | number | null, b: string | number | null): Agreement {
  return a === null || b === null ? null : a === b;
}

/** Equal letters are 1; a title that only goes on before or after the other is like it. */
function titleSimilarity(a: Comparable, b: Comparable): number {
  if (a.titleLetters === '' || b.titleLetters === '') return 0;
  if (a.titleLetters === b.titleLetters) return 1;
  if (goesOn(a, b)) return LIKE_TITLE;
  return Math.min(jaroWinkler(a.titleLetters, b.titleLetters), ALMOST);
}

/** Whether one title is the start or the end of the other: a subtitle or a heading such as `Short report` is missing. */
function goesOn(a: Comparable, b: Comparable): boolean {
  const [short, long] = a.titleLength <= b.titleLength ? [a, b] : [b, a];
  if (short.titleLength < ENOUGH_TITLE) return false;
  return long.titleLetters.startsWith(short.titleLetters) || long.titleLetters.endsWith(short.titleLetters);
}

/** First authors alike, or most of the shorter list in the longer: databases sort and cut lists differently. */
function authorsAgree(a: Comparable, b: Comparable): Agreement {
  const [first, second] = [a.authors[0], b.authors[0]];
  if (first === undefined || second === undefined) return null;
  if (jaroWinkler(first, second) >= 0.85) return true;
  const others = new Set(b.authors);
  const common = a.authors.filter((name) => others.has(name)).length;
  const least = Math.min(a.authors.length, b.authors.length);
  return least > 1 ? common * 2 >= least : common > 0;
}

function journalsAgree(a: Comparable, b: Comparable): Agreement {
  if (a.issns.some((issn) => b.issns.includes(issn))) return true;
  if (a.journals.length === 0 || b.journals.length === 0) return null;
  return a.journals.some((one) => b.journals.some((other) => sameJournal(one, other) === true));
}

/** By the share of the shorter one's words that stand in the other: sources cut, head and label abstracts differently. */
function abstractsAgree(a: Comparable, b: Comparable): Agreement {
  if (a.abstract.length < ENOUGH_ABSTRACT || b.abstract.length < ENOUGH_ABSTRACT) return null;
  if (a.abstract === b.abstract) return true;
  const [first, second] = [new Set(a.abstract.split(' ')), new Set(b.abstract.split(' '))];
  let common = 0;
  for (const word of first) if (second.has(word)) common++;
  const share = common / Math.min(first.size, second.size);
  if (share >= 0.8) return true;
  return share < 0.5 ? false : null;
}
