/**
 * Pairs of records that are worth comparing: those that share one of several combinations of fields, so that the cost
 * grows with the records and not with their square. A duplicate is missed only where every combination differs.
 */
import type { Comparable } from './comparable.ts';

/** A block above this size tells little: each of its records meets its nearest neighbours by title only. */
const LARGE_BLOCK = 40;
const NEIGHBOURS = 10;
const ENDS_OF_TITLE = 24;
const START_OF_ABSTRACT = 60;
const TELLING_WORDS = 4;

/** Each pair once, the lower place first. */
export function* candidatePairs(records: readonly Comparable[]): Generator<[number, number]> {
  const blocks = new Map<string, number[]>();
  for (const [at, record] of records.entries())
    for (const key of blockKeys(record)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [at]);
      else if (block.at(-1) !== at) block.push(at);
    }
  const seen = new Set<number>();
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    for (const [first, second] of pairsWithin(block, records)) {
      const pair = first * records.length + second;
      if (seen.has(pair)) continue;
      seen.add(pair);
      yield [first, second];
    }
  }
}

function* pairsWithin(block: readonly number[], records: readonly Comparable[]): Generator<[number, number]> {
  const large = block.length > LARGE_BLOCK;
  const title = (at: number) => records[at]?.titleLetters ?? '';
  const ordered = large
    ? block.toSorted((a, b) => (title(a) < title(b) ? -1 : title(a) > title(b) ? 1 : a - b))
    : block;
  for (const [place, first] of ordered.entries()) {
    const end = large ? Math.min(ordered.length, place + 1 + NEIGHBOURS) : ordered.length;
    for (const second of ordered.slice(place + 1, end))
      yield first < second ? [first, second] : [second, first];
  }
}

/** The combinations of fields by which a record meets its duplicates. */
export function blockKeys(record: Comparable): string[] {
  const { titleLetters: title, doi, pmid, year, volume, issue, firstPage, abstract } = record;
  const author = record.authors[0] ?? '';
  const keys: string[] = [];
  if (doi !== null) keys.push(`doi ${doi}`);
  if (pmid !== null) keys.push(`pmid ${pmid}`);
  if (title !== '') {
    keys.push(`start ${title.slice(0, ENDS_OF_TITLE)}`, `end ${title.slice(-ENDS_OF_TITLE)}`);
    keys.push(`words ${tellingWords(record.title)}`);
    if (author !== '') keys.push(`author title ${author} ${title.slice(0, 8)}`);
  }
  if (abstract !== '') keys.push(`abstract ${abstract.replaceAll(' ', '').slice(0, START_OF_ABSTRACT)}`);
  if (firstPage !== null) {
    if (author !== '' && year !== null) keys.push(`author year page ${author} ${year} ${firstPage}`);
    if (volume !== null && year !== null) keys.push(`year volume page ${year} ${volume} ${firstPage}`);
    for (const issn of record.issns) if (volume !== null) keys.push(`place ${issn} ${volume} ${firstPage}`);
  }
  if (author !== '' && year !== null && volume !== null && issue !== null)
    keys.push(`author issue ${author} ${year} ${volume} ${issue}`);
  return keys;
}

/** The longest words of a title in alphabetical order: they survive a change of order, small words and subtitles. */
function tellingWords(title: string): string {
  const words = [...new Set(title.split(' '))];
  words.sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return words.slice(0, TELLING_WORDS).sort().join(' ');
}
