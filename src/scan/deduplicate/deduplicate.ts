/** Finds the groups of records that are one document, and the pairs on which a person must decide. */
import type { ExternalRecord } from '../records/model.ts';
import { candidatePairs } from './blocks.ts';
import { type Comparable, comparable } from './comparable.ts';
import { compare, contradict } from './compare.ts';

/** Records by their place in what was given, ascending. */
export interface Duplicates {
  /** Groups of two or more, disjoint. */
  groups: number[][];
  /** Pairs of records of different groups, or of none, likeliest first; one pair at most between two groups. */
  review: [number, number][];
}

interface Link {
  pair: [number, number];
  title: number;
}

/**
 * Surest links merge first; between equally sure ones the order of the records decides. Cost: near linear in the records.
 * @param standing groups that were found or made before, single records among them too, disjoint: pairs within and
 * between them are settled and not looked at again, and where a new record would join two of them a person decides
 */
export function findDuplicates(
  records: readonly ExternalRecord[],
  standing: readonly (readonly number[])[] = [],
): Duplicates {
  const compared = records.map(comparable);
  const stands = new Set(standing.flat());
  const same: Link[] = [];
  const doubtful: Link[] = [];
  for (const pair of candidatePairs(compared)) {
    if (pair.every((place) => stands.has(place))) continue;
    const { verdict, title } = compare(at(compared, pair[0]), at(compared, pair[1]));
    if (verdict === 'same') same.push({ pair, title });
    if (verdict === 'doubtful') doubtful.push({ pair, title });
  }
  const groupOf = new Map<number, number[]>();
  for (const members of standing) {
    const group = [...members];
    for (const place of group) groupOf.set(place, group);
  }
  const group = (record: number) => groupOf.get(record) ?? [record];
  for (const link of same.sort(surestFirst)) {
    const [first, second] = [group(link.pair[0]), group(link.pair[1])];
    if (first === second) continue;
    const bothStand = [first, second].every((members) => members.some((place) => stands.has(place)));
    if (bothStand || chained(first, second, compared)) {
      doubtful.push(link);
      continue;
    }
    const merged = [...first, ...second];
    for (const record of merged) groupOf.set(record, merged);
  }
  const groups = [...new Set(groupOf.values())]
    .filter((members) => members.length > 1)
    .map((members) => members.sort((a, b) => a - b));
  return {
    groups: groups.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0)),
    review: reviewPairs(doubtful, (record) => groupOf.get(record)?.[0] ?? record),
  };
}

/** Whether a merge would bring together, through others, two records that contradict each other. */
function chained(
  first: readonly number[],
  second: readonly number[],
  compared: readonly Comparable[],
): boolean {
  return first.some((one) => second.some((other) => contradict(at(compared, one), at(compared, other))));
}

/** `headOf` gives the first member of a record's group. */
function reviewPairs(doubtful: Link[], headOf: (record: number) => number): [number, number][] {
  const between = new Set<string>();
  const pairs: [number, number][] = [];
  for (const { pair } of doubtful.sort(surestFirst)) {
    const heads = pair.map(headOf).sort((a, b) => a - b);
    const key = heads.join(' ');
    if (heads[0] === heads[1] || between.has(key)) continue;
    between.add(key);
    pairs.push(pair);
  }
  return pairs;
}

function surestFirst(a: Link, b: Link): number {
  return b.title - a.title || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1];
}

function at(compared: readonly Comparable[], place: number): Comparable {
  const found = compared[place];
  if (found === undefined) throw new RangeError(`no record at ${place}`);
  return found;
}
