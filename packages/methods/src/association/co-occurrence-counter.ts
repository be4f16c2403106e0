/**
 * Counts how often every theme of one question meets every theme of another under a shuffled pairing of participants.
 *
 * A participant's themes of the shuffled question are packed into a few doubles, several counters to a double, so that
 * one addition advances several pairs. A counter has as many bits as the largest possible count needs, and a double
 * holds 53 in an exact integer: up to 31 in its lower part, the rest in its upper part, each read back by 32-bit shifts.
 */

/** How many bits either part of a double may use, so that it fits a signed 32-bit integer. */
const PART_BITS = 31;
const EXACT_BITS = 53;

export interface CoOccurrenceCounter {
  /** Where each participant's packed themes begin; shuffling its first `drawn` places shuffles the pairing. */
  order: Int32Array;
  /** How many places of `order` are paired with a participant who shows a theme of the fixed question. */
  drawn: number;
  /** Counts under the present order, fixed x shuffled, row-major; valid until the next call. */
  count: () => Int32Array;
}

/**
 * @param fixed rows x a, row-major, 0 or 1; `shuffled` is rows x b.
 * @returns a counter whose `order` at first shuffles nothing but the sequence of participants.
 */
export function coOccurrenceCounter(
  fixed: ArrayLike<number>,
  a: number,
  shuffled: ArrayLike<number>,
  b: number,
  rows: number,
): CoOccurrenceCounter {
  const { start, places, sequence, drawn } = placesOfThemes(fixed, a, rows);
  let largest = 1;
  for (let i = 0; i < a; i++) largest = Math.max(largest, start[i + 1] - start[i]);
  const layout = countersPerDouble(32 - Math.clz32(largest), b);
  const { packed, order } = packRows(shuffled, b, sequence, layout);
  const counts = new Int32Array(a * b);
  const count = () => {
    for (let word = 0; word < layout.words; word += 4) {
      countFourWords(order, places, start, packed, word, layout, b, counts);
    }
    return counts;
  };
  return { order, drawn, count };
}

interface Layout {
  bits: number;
  lower: number;
  upper: number;
  words: number;
  /** 2^bits - 1, which cuts out one counter. */
  mask: number;
  /** 2^(bits * lower), where the upper part of a double begins, and its reciprocal. */
  split: number;
  shrink: number;
}

function countersPerDouble(bits: number, b: number): Layout {
  const lower = Math.floor(PART_BITS / bits);
  const upper = Math.min(lower, Math.floor((EXACT_BITS - lower * bits) / bits));
  const words = 4 * Math.ceil(b / (lower + upper) / 4);
  return {
    bits,
    lower,
    upper,
    words,
    mask: 2 ** bits - 1,
    split: 2 ** (bits * lower),
    shrink: 2 ** -(bits * lower),
  };
}

/** Participants without a theme go last: what they are paired with adds nothing, so it need not be drawn. */
function placesOfThemes(fixed: ArrayLike<number>, a: number, rows: number) {
  const sequence: number[] = [];
  const without: number[] = [];
  const placesOf: number[][] = Array.from({ length: a }, () => []);
  for (let row = 0; row < rows; row++) {
    let any = false;
    for (let i = 0; i < a; i++) {
      if (fixed[row * a + i] !== 1) continue;
      any = true;
      placesOf[i].push(sequence.length);
    }
    (any ? sequence : without).push(row);
  }
  const start = new Int32Array(a + 1);
  for (let i = 0; i < a; i++) start[i + 1] = start[i] + placesOf[i].length;
  return {
    start,
    places: Int32Array.from(placesOf.flat()),
    sequence: [...sequence, ...without],
    drawn: sequence.length,
  };
}

/** Participants with the same themes share one packed entry, which keeps the table small enough for the cache. */
function packRows(shuffled: ArrayLike<number>, b: number, sequence: number[], layout: Layout) {
  const { bits, lower, upper, words } = layout;
  const entries = new Map<string, number>();
  const packed: number[] = [];
  const order = Int32Array.from(sequence, (row) => {
    const entry: number[] = new Array(words).fill(0);
    for (let j = 0; j < b; j++) {
      const place = j % (lower + upper);
      if (shuffled[row * b + j] === 1) entry[Math.floor(j / (lower + upper))] += 2 ** (bits * place);
    }
    const key = entry.join();
    const known = entries.get(key);
    if (known !== undefined) return known;
    entries.set(key, packed.length);
    packed.push(...entry);
    return packed.length - words;
  });
  return { packed: Float64Array.from(packed), order };
}

/** Four packed doubles of two participants are added up side by side: no addition has to wait for the last one. */
function countFourWords(
  order: Int32Array,
  places: Int32Array,
  start: Int32Array,
  packed: Float64Array,
  word: number,
  layout: Layout,
  b: number,
  counts: Int32Array,
): void {
  const each = layout.lower + layout.upper;
  for (let i = 0; i + 1 < start.length; i++) {
    let first = 0;
    let second = 0;
    let third = 0;
    let fourth = 0;
    let fifth = 0;
    let sixth = 0;
    let seventh = 0;
    let eighth = 0;
    let k = start[i];
    const stop = start[i + 1];
    if ((stop - k) % 2 === 1) {
      const one = order[places[k++]] + word;
      first = packed[one];
      second = packed[one + 1];
      third = packed[one + 2];
      fourth = packed[one + 3];
    }
    for (; k < stop; k += 2) {
      const one = order[places[k]] + word;
      const other = order[places[k + 1]] + word;
      first += packed[one];
      second += packed[one + 1];
      third += packed[one + 2];
      fourth += packed[one + 3];
      fifth += packed[other];
      sixth += packed[other + 1];
      seventh += packed[other + 2];
      eighth += packed[other + 3];
    }
    const end = i * b + b;
    const at = i * b + word * each;
    unpack(first + fifth, layout, counts, at, end);
    unpack(second + sixth, layout, counts, at + each, end);
    unpack(third + seventh, layout, counts, at + 2 * each, end);
    unpack(fourth + eighth, layout, counts, at + 3 * each, end);
  }
}

function unpack(sum: number, layout: Layout, counts: Int32Array, from: number, end: number): void {
  const { bits, lower, upper, mask, split, shrink } = layout;
  let part = (sum * shrink) | 0;
  let rest = (sum - part * split) | 0;
  let at = from;
  for (const stop = Math.min(end, from + lower); at < stop; at++, rest >>>= bits) counts[at] = rest & mask;
  for (const stop = Math.min(end, at + upper); at < stop; at++, part >>>= bits) counts[at] = part & mask;
}
