/**
 * Records as short dense vectors in which neighbours in wording stand close, made once before screening starts.
 *
 * Latent semantic analysis (Deerwester et al., JASIS 41 (1990) 391-407) of words, word pairs and runs of characters. A
 * record's vector is the list of its similarities to the records of a sample, in the leading dimensions of such lists:
 * two records that have no word in common are alike when they resemble the same third ones.
 */
import { randomBelow, seededRandom } from '../common/random.ts';
import { centreRows, meanTimes, squaredLength } from './centred-rows.ts';
import { leadingDirections } from './leading-directions.ts';
import { learnVocabulary, sparseRow, type Vocabulary } from './vocabulary.ts';

/** What is known of the records before the first decision. Plain data, but large: keep it where it was made. */
export interface ScreeningFeatures {
  records: number;
  dimensions: number;
  /** A row of `dimensions` for each record, of length 1 or 0. */
  vectors: Float32Array;
  projection: Projection;
}

/** How a text becomes a vector. */
export interface Projection {
  vocabulary: Vocabulary;
  /** A row of `dimensions` for each feature. */
  directions: Float32Array;
  /** mean' directions, which is taken off every vector. */
  offset: Float32Array;
}

/** A record's number and its score must fit into the 53 bits of a number together. */
export const MOST_RECORDS = 2 ** 21;

const MOST_DIMENSIONS = 192;
/** Vocabulary and directions are learnt from a sample where there are more records than this. */
const MOST_SAMPLED = 4000;

/**
 * @param texts title and abstract of each record, in a fixed order; '' where nothing is known.
 * @param seed fixes the sample of large sets and the start of the decomposition.
 * @throws RangeError for more than 2,097,152 texts.
 * @returns the features; a record without any known feature has the vector of an empty text.
 */
export function prepareScreening(
  texts: readonly string[],
  { seed = 1 }: { seed?: number } = {},
): ScreeningFeatures {
  if (texts.length > MOST_RECORDS) {
    throw new RangeError(`texts: got ${texts.length}; expected at most ${MOST_RECORDS}`);
  }
  const sample = sampleOf(texts, seed);
  const vocabulary = learnVocabulary(sample);
  const rows = sample.map((text) => sparseRow(text, vocabulary));
  const centred = centreRows(rows, vocabulary.weights.length);
  const { directions, size } = leadingDirections(centred, MOST_DIMENSIONS, seed);
  const projection = { vocabulary, directions, offset: meanTimes(centred.mean, directions, size) };
  const all = new Float32Array(texts.length * size);
  for (const [i, text] of texts.entries()) {
    projectText(text, projection, all.subarray(i * size, (i + 1) * size));
  }
  return { records: texts.length, dimensions: size, vectors: all, projection };
}

/** The vector of one text, of length 1, into `into`; returns what it was divided by. */
export function projectText(
  text: string,
  { vocabulary, directions, offset }: Projection,
  into: Float32Array,
): number {
  const { columns, values } = sparseRow(text, vocabulary);
  const size = into.length;
  for (let j = 0; j < size; j++) into[j] = -offset[j];
  for (let k = 0; k < columns.length; k++) {
    const value = values[k];
    const from = columns[k] * size;
    for (let j = 0; j < size; j++) into[j] += value * directions[from + j];
  }
  const length = Math.sqrt(squaredLength(into));
  if (length > 0) for (let j = 0; j < size; j++) into[j] /= length;
  return length;
}

/** All texts, or a seeded sample without repeats in their order. */
function sampleOf(texts: readonly string[], seed: number): readonly string[] {
  if (texts.length <= MOST_SAMPLED) return texts;
  const random = seededRandom(seed);
  const chosen = new Set<number>();
  while (chosen.size < MOST_SAMPLED) chosen.add(randomBelow(random, texts.length));
  return texts.filter((_, i) => chosen.has(i));
}
