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
import { type CoOccurrenceCounter, countSlot } from './co-occurrence-counter.ts';

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
  pairs: readonly Pair[];
  slots: number;
  width: number;
  /** Of every lane: the count expected, and phi for each participant above it. */
  expected: Float64Array;
  slope: Float64Array;
  /** Beyond these counts a pair scores, and is searched for the farthest. */
  near: Limits;
  far: Limits;
  /** The |phi| at which `far` begins. */
  threshold: number;
  digits: Int32Array;
  /** Which lanes of each slot scored, permutation after permutation, until they are added up. */
  log: Int32Array;
  hits: Float64Array;
  /** The largest |phi| of each permutation so far. */
  largest: Float64Array;
  done: number;
}

interface Limits {
  low: Int32Array;
  high: Int32Array;
}

/** Permutations whose scores are gathered before they are added up. */
const BLOCK = 256;
/** Permutations that are searched in full, to learn how far the farthest pair usually lies. */
const PILOT = 32;

/** @param pairs a x b, row-major, with b themes in the words of the counter. */
export function startTally(
  { words, width }: CoOccurrenceCounter,
  pairs: readonly Pair[],
  a: number,
  b: number,
  permutations: number,
): PermutationTally {
  const slots = a * words;
  const bySlot = pairsBySlot(pairs, slots, words, b);
  return {
    pairs: bySlot,
    slots,
    width,
    expected: Float64Array.from(bySlot, (pair) => pair?.expected ?? 0),
    slope: Float64Array.from(bySlot, (pair) => pair?.slope ?? 0),
    near: limits(bySlot, width, ({ nearFrom, nearTo }) => [nearFrom, nearTo]),
    far: limits(bySlot, width, () => [1, 0]),
    threshold: 0,
    digits: roomForDigits(width),
    log: new Int32Array(slots * BLOCK),
    hits: new Float64Array(slots * LANES),
    largest: new Float64Array(permutations),
    done: 0,
  };
}

/**
 * Scores the pairing that the counter holds, 32 pairs at a time. For the farthest pair, only those are looked at that
 * lie beyond a distance which the farthest nearly always reaches; where none does, all are.
 */
export function scorePermutation(tally: PermutationTally, counter: CoOccurrenceCounter): void {
  const { slots, width, near, far, digits, log } = tally;
  const permutation = tally.done % BLOCK;
  let most = 0;
  for (let slot = 0; slot < slots; slot++) {
    countSlot(counter, slot, digits);
    log[slot * BLOCK + permutation] = lanesOutside(digits, width, near.low, near.high, slot * width);
    const lanes = lanesOutside(digits, width, far.low, far.high, slot * width);
    if (lanes !== 0) most = Math.max(most, farthest(tally, slot, lanes));
  }
  if (most < tally.threshold) most = farthestOfAll(tally, counter);
  tally.largest[tally.done++] = most;
  if (tally.done === PILOT) narrow(tally);
  if (tally.done % BLOCK === 0) addUp(tally);
}

/** How often each of the a x b pairs scored. */
export function hitsOf(
  tally: PermutationTally,
  { words }: CoOccurrenceCounter,
  a: number,
  b: number,
): Float64Array {
  addUp(tally);
  const hits = new Float64Array(a * b);
  for (let pair = 0; pair < hits.length; pair++) {
    const [i, j] = [Math.floor(pair / b), pair % b];
    hits[pair] = tally.hits[(i * words + Math.floor(j / LANES)) * LANES + (j % LANES)];
  }
  return hits;
}

/** The largest |phi| among some lanes of a slot, whose counts are in `digits`. */
function farthest({ digits, width, expected, slope }: PermutationTally, slot: number, lanes: number): number {
  let most = 0;
  for (let left = lanes; left !== 0; ) {
    const lane = 31 - Math.clz32(left);
    left ^= 1 << lane;
    const at = slot * LANES + lane;
    most = Math.max(most, Math.abs(numberInLane(digits, width, lane) - expected[at]) * slope[at]);
  }
  return most;
}

function farthestOfAll(tally: PermutationTally, counter: CoOccurrenceCounter): number {
  let most = 0;
  for (let slot = 0; slot < tally.slots; slot++) {
    countSlot(counter, slot, tally.digits);
    most = Math.max(most, farthest(tally, slot, -1));
  }
  return most;
}

function narrow(tally: PermutationTally): void {
  const threshold = 0.9 * tally.largest.subarray(0, PILOT).reduce((least, one) => Math.min(least, one));
  tally.threshold = threshold;
  tally.far = limits(tally.pairs, tally.width, ({ expected, slope }) => {
    return [Math.ceil(expected - threshold / slope), Math.floor(expected + threshold / slope)];
  });
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
): Limits {
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
function addUp({ slots, log, hits }: PermutationTally): void {
  const width = digitsFor(BLOCK);
  const total = roomForDigits(width);
  const places = Int32Array.from({ length: BLOCK }, (_, place) => place);
  for (let slot = 0; slot < slots; slot++) {
    addMasks(log.subarray(slot * BLOCK, (slot + 1) * BLOCK), places, 0, BLOCK, total, width);
    for (let lane = 0; lane < LANES; lane++) hits[slot * LANES + lane] += numberInLane(total, width, lane);
  }
  log.fill(0);
}
