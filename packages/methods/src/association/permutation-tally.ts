/**
 * Keeps the score of a permutation test on many pairs of themes: how often each pair lay at least as far from its
 * expected count as observed, and how far the farthest pair lay each time.
 */
import {
  addMasks,
  digitsFor,
  LANES,
  lanesOutside,
  numberInLane,
  roomForDigits,
  setLane,
} from './bit-slices.ts';
import type { CoOccurrenceCounter } from './co-occurrence-counter.ts';

/** `null` for a pair without phi, which never scores. */
export type Pair = {
  /** The count expected, r s / n, and phi for each participant above it: |phi| = slope |count - expected|. */
  expected: number;
  slope: number;
  /** The counts that lie nearer to the expected one than the observed count does. */
  nearFrom: number;
  nearTo: number;
} | null;

export interface PermutationTally {
  /** Scores the pairing that the counter holds. */
  add: () => void;
  /** How often each of the pairs scored, and the largest |phi| of each permutation. */
  finish: () => { hits: Float64Array; largest: Float64Array };
}

/** Permutations whose scores are gathered before they are added up. */
const BLOCK = 256;
/** Permutations that are searched in full, to learn how far the farthest pair usually lies. */
const PILOT = 32;

/**
 * Pairs are scored 32 at a time. For the farthest one, only pairs are looked at that lie beyond a distance which
 * the farthest pair nearly always reaches; where none does, all are.
 * @param pairs a x b, row-major.
 */
export function permutationTally(
  counter: CoOccurrenceCounter,
  pairs: readonly Pair[],
  a: number,
  b: number,
  permutations: number,
): PermutationTally {
  const { words, width } = counter;
  const slots = a * words;
  const bySlot = pairsBySlot(pairs, slots, words, b);
  const expected = Float64Array.from(bySlot, (pair) => pair?.expected ?? 0);
  const slope = Float64Array.from(bySlot, (pair) => pair?.slope ?? 0);
  const near = limits(bySlot, width, ({ nearFrom, nearTo }) => [nearFrom, nearTo]);
  let far = limits(bySlot, width, () => [1, 0]);
  let threshold = 0;
  const digits = roomForDigits(width);
  const log = new Int32Array(slots * BLOCK);
  const hits = new Float64Array(slots * LANES);
  const largest = new Float64Array(permutations);
  let done = 0;

  const farthest = (slot: number, lanes: number): number => {
    let most = 0;
    for (let left = lanes; left !== 0; left &= left - 1) {
      const lane = 31 - Math.clz32(left & -left);
      const at = slot * LANES + lane;
      most = Math.max(most, Math.abs(numberInLane(digits, width, lane) - expected[at]) * slope[at]);
    }
    return most;
  };
  const farthestOfAll = (): number => {
    let most = 0;
    for (let slot = 0; slot < slots; slot++) {
      counter.count(slot, digits);
      most = Math.max(most, farthest(slot, -1));
    }
    return most;
  };
  const add = () => {
    let most = 0;
    for (let slot = 0; slot < slots; slot++) {
      counter.count(slot, digits);
      log[slot * BLOCK + (done % BLOCK)] = lanesOutside(digits, width, near.low, near.high, slot * width);
      const lanes = lanesOutside(digits, width, far.low, far.high, slot * width);
      if (lanes !== 0) most = Math.max(most, farthest(slot, lanes));
    }
    largest[done++] = most < threshold ? farthestOfAll() : most;
    if (done === PILOT) {
      threshold = 0.9 * largest.subarray(0, PILOT).reduce((least, one) => Math.min(least, one));
      far = limits(bySlot, width, ({ expected: centre, slope: each }) => {
        return [Math.ceil(centre - threshold / each), Math.floor(centre + threshold / each)];
      });
    }
    if (done % BLOCK === 0) addUp(log, slots, hits);
  };
  const finish = () => {
    addUp(log, slots, hits);
    const ofPair = new Float64Array(a * b);
    ofPair.forEach((_, pair) => {
      ofPair[pair] =
        hits[(Math.floor(pair / b) * words + Math.floor((pair % b) / LANES)) * LANES + ((pair % b) % LANES)];
    });
    return { hits: ofPair, largest };
  };
  return { add, finish };
}

/** One entry a lane: slot `i * words + w` holds theme i of the fixed question with 32 themes of the other. */
function pairsBySlot(pairs: readonly Pair[], slots: number, words: number, b: number): Pair[] {
  return Array.from({ length: slots * LANES }, (_, at) => {
    const slot = Math.floor(at / LANES);
    const j = (slot % words) * LANES + (at % LANES);
    return j < b ? pairs[Math.floor(slot / words) * b + j] : null;
  });
}

/** Sliced limits of every lane; one without a pair holds all counts within. */
function limits(
  bySlot: readonly Pair[],
  width: number,
  of: (pair: NonNullable<Pair>) => readonly [from: number, to: number],
): { low: Int32Array; high: Int32Array } {
  const most = 2 ** width - 1;
  const size = (bySlot.length / LANES) * width;
  const limit = { low: new Int32Array(size), high: new Int32Array(size).fill(-1) };
  bySlot.forEach((pair, at) => {
    if (pair === null) return;
    const [from, to] = of(pair);
    const first = Math.floor(at / LANES) * width;
    setLane(limit.low, width, first, at % LANES, Math.min(most, Math.max(0, from)));
    setLane(limit.high, width, first, at % LANES, Math.min(most, Math.max(0, to)));
  });
  return limit;
}

/** Adds the scores in the log to the hits and empties the log. */
function addUp(log: Int32Array, slots: number, hits: Float64Array): void {
  const width = digitsFor(BLOCK);
  const total = roomForDigits(width);
  const places = Int32Array.from({ length: BLOCK }, (_, place) => place);
  for (let slot = 0; slot < slots; slot++) {
    addMasks(log.subarray(slot * BLOCK, (slot + 1) * BLOCK), places, 0, BLOCK, total, width);
    for (let lane = 0; lane < LANES; lane++) hits[slot * LANES + lane] += numberInLane(total, width, lane);
  }
  log.fill(0);
}
