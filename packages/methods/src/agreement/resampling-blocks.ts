/** What is resampled together: single units, or all units of a participant. */
import type { UnitPatterns } from './unit-patterns.ts';

/** One identifier a row of the caller's data, such as the participant who wrote the unit. */
export type ClusterIds = ArrayLike<string | number>;

/** The patterns of block b are `pattern[start[b]]` to `pattern[start[b + 1] - 1]`. */
export interface Blocks {
  blocks: number;
  start: Int32Array;
  pattern: Int32Array;
}

/**
 * Rows that alpha leaves out are left out here too, so that blocks are the pairable units or their clusters.
 * @throws RangeError where there are not as many ids as rows.
 */
export function resamplingBlocks(
  { rowOf, patternOf, units }: Pick<UnitPatterns, 'rowOf' | 'patternOf' | 'units'>,
  clusters?: ClusterIds,
): Blocks {
  if (clusters !== undefined && clusters.length !== rowOf.length) {
    throw new RangeError(`clusters: got ${clusters.length} ids; expected ${rowOf.length}, one a unit`);
  }
  const blockOfId = new Map<string | number, number>();
  const blockOf = new Int32Array(rowOf.length);
  let blocks = 0;
  for (let u = 0; u < rowOf.length; u++) {
    if (patternOf[rowOf[u]] < 0) continue;
    let own = clusters === undefined ? undefined : blockOfId.get(clusters[u]);
    if (own === undefined) {
      own = blocks++;
      if (clusters !== undefined) blockOfId.set(clusters[u], own);
    }
    blockOf[u] = own;
  }
  const start = new Int32Array(blocks + 1);
  for (let u = 0; u < rowOf.length; u++) if (patternOf[rowOf[u]] >= 0) start[blockOf[u] + 1]++;
  for (let b = 0; b < blocks; b++) start[b + 1] += start[b];
  const pattern = new Int32Array(units);
  const next = start.slice();
  for (let u = 0; u < rowOf.length; u++) {
    if (patternOf[rowOf[u]] >= 0) pattern[next[blockOf[u]]++] = patternOf[rowOf[u]];
  }
  return { blocks, start, pattern };
}

/** `first[k]` is a block of kind k, `count[k]` how many blocks are of that kind. */
export interface BlockKinds {
  first: number[];
  count: number[];
}

/**
 * Blocks that hold the same patterns equally often are of one kind.
 * @param patterns how many patterns there are.
 * @returns `null` where the kinds are too many to be worth drawing instead of blocks.
 */
export function blockKinds({ blocks, start, pattern }: Blocks, patterns: number): BlockKinds | null {
  const known = new Map<number, number>();
  const first: number[] = [];
  const count: number[] = [];
  for (let b = 0; b < blocks; b++) {
    let key = 0;
    for (const own of pattern.slice(start[b], start[b + 1]).sort()) key = key * (patterns + 1) + own + 1;
    if (key > Number.MAX_SAFE_INTEGER) return null;
    const kind = known.get(key);
    if (kind !== undefined) {
      count[kind]++;
      continue;
    }
    known.set(key, first.push(b) - 1);
    count.push(1);
    if (first.length * 4 >= blocks) return null;
  }
  return { first, count };
}
