/**
 * Counts how often every theme of one question meets every theme of another under a shuffled pairing of participants.
 * A participant's themes of the shuffled question are bits of a word, so that one addition serves 32 pairs.
 */
import { addMasks, digitsFor, LANES, TOGETHER } from './bit-slices.ts';

export interface CoOccurrenceCounter {
  /** Who is paired with each place; exchanging the first `drawn` entries shuffles the pairing. */
  order: Int32Array;
  /** How many places hold a participant who shows a theme of the fixed question: what the others draw adds nothing. */
  drawn: number;
  /** Words of 32 themes of the shuffled question, the last one partly empty. */
  words: number;
  /** Binary digits that every count fits into. */
  width: number;
  /** The themes of each word, by participant. */
  table: Int32Array[];
  /** The same under the present order, and one more that is empty. */
  masks: Int32Array[];
  /** The places of each theme of the fixed question, theme after theme, and where each begins. */
  places: Int32Array;
  start: Int32Array;
}

/**
 * @param fixed rows x a, row-major, 0 or 1; `shuffled` is rows x b.
 * @returns a counter that pairs all participants with themselves, once `pairUp` was called.
 */
export function coOccurrenceCounter(
  fixed: ArrayLike<number>,
  a: number,
  shuffled: ArrayLike<number>,
  b: number,
  rows: number,
): CoOccurrenceCounter {
  const { start, places, sequence, drawn, largest } = placesOfThemes(fixed, a, rows);
  const words = Math.ceil(b / LANES);
  const table = Array.from({ length: words }, (_, word) => themesAsBits(shuffled, b, sequence, word));
  // One word needs no table: the words themselves are shuffled.
  const order = words === 1 ? table[0].slice() : Int32Array.from(sequence, (_, place) => place);
  const masks = Array.from({ length: words }, () => new Int32Array(rows + 1));
  return { order, drawn, words, width: digitsFor(largest), table, masks, places, start };
}

/** Takes over the present order; to be called before counting. */
export function pairUp({ order, words, table, masks }: CoOccurrenceCounter): void {
  if (words === 1) masks[0].set(order);
  else for (let word = 0; word < words; word++) gather(table[word], order, masks[word]);
}

/** The counts of theme i of the fixed question with the 32 themes of word w, slot i * words + w, into `digits`. */
export function countSlot(
  { words, width, masks, places, start }: CoOccurrenceCounter,
  slot: number,
  digits: Int32Array,
): void {
  const theme = Math.floor(slot / words);
  addMasks(masks[slot % words], places, start[theme], start[theme + 1], digits, width);
}

function gather(table: Int32Array, order: Int32Array, masks: Int32Array): void {
  for (let place = 0; place < order.length; place++) masks[place] = table[order[place]];
}

/** Where the participants of each theme stand, those with any theme first. */
function placesOfThemes(fixed: ArrayLike<number>, a: number, rows: number) {
  const sequence: number[] = [];
  const without: number[] = [];
  const placesOf: number[][] = Array.from({ length: a }, () => []);
  for (let row = 0; row < rows; row++) {
    let any = false;
    for (let theme = 0; theme < a; theme++) {
      if (fixed[row * a + theme] !== 1) continue;
      any = true;
      placesOf[theme].push(sequence.length);
    }
    (any ? sequence : without).push(row);
  }
  const drawn = sequence.length;
  const start = new Int32Array(a + 1);
  const places: number[] = [];
  let largest = 0;
  placesOf.forEach((list, theme) => {
    for (const place of list) places.push(place);
    while (places.length % TOGETHER > 0) places.push(rows);
    start[theme + 1] = places.length;
    largest = Math.max(largest, list.length);
  });
  return { start, places: Int32Array.from(places), sequence: [...sequence, ...without], drawn, largest };
}

/** Bit j is set where the participant shows theme 32 w + j. */
function themesAsBits(shuffled: ArrayLike<number>, b: number, sequence: number[], word: number): Int32Array {
  const [first, end] = [word * LANES, Math.min(b, (word + 1) * LANES)];
  return Int32Array.from(sequence, (row) => {
    let bits = 0;
    for (let theme = first; theme < end; theme++) {
      if (shuffled[row * b + theme] === 1) bits |= 1 << (theme - first);
    }
    return bits;
  });
}
