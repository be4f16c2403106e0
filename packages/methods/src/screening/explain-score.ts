/** Why a record stands where it stands: what each of its words adds to its score or takes off. */
import { projectText } from './prepare-screening.ts';
import type { ScreeningLearner } from './screening-learner.ts';
import { characterRuns, placedWords, wordPair } from './text-features.ts';
import { sparseRow } from './vocabulary.ts';

/** A word of a record and how much it speaks for (above 0) or against (below 0) the record being relevant. */
export interface WordWeight {
  /** In lower case and composed form. */
  word: string;
  weight: number;
  /** Where it stands in the text, from and to, in UTF-16 units. */
  places: Array<readonly [start: number, end: number]>;
}

export interface ScoreExplanation {
  /** From the weightiest, whichever its sign. Their weights and `rest` add up to the record's score. */
  words: WordWeight[];
  rest: number;
}

/**
 * A score is linear in a text's features: a word has its own part, half of each pair it stands in, and its share of each
 * run of characters, which the words that contain the run divide equally.
 * @param text the title and abstract that the features were prepared from.
 */
export function explainScore({ features, weights }: ScreeningLearner, text: string): ScoreExplanation {
  const { projection, dimensions } = features;
  const { columns } = projection.vocabulary;
  const length = projectText(text, projection, new Float32Array(dimensions)) || 1;
  const parts = featureParts(text, features, weights, length);
  const placed = placedWords(text);
  const words = new Map<string, WordWeight>();
  for (const { word, start, end } of placed) {
    const entry = words.get(word) ?? { word, weight: 0, places: [] };
    entry.places.push([start, end]);
    words.set(word, entry);
  }
  const divide = (column: number | undefined, among: Iterable<string>): void => {
    const part = column === undefined ? undefined : parts.get(column);
    if (part === undefined) return;
    const sharing = [...among].flatMap((word) => words.get(word) ?? []);
    for (const entry of sharing) entry.weight += part / sharing.length;
  };
  for (const word of words.keys()) divide(columns.word.get(word), [word]);
  for (const [pair, members] of pairsIn(placed.map(({ word }) => word)))
    divide(columns.pair.get(pair), members);
  for (const [run, members] of runsIn(words.keys())) divide(columns.run.get(run), members);
  return {
    words: [...words.values()].sort(
      (a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.word < b.word ? -1 : 1),
    ),
    rest: weights[dimensions] - dot(projection.offset, 0, weights, dimensions) / length,
  };
}

/** What each feature of the text adds to its score, by column. */
function featureParts(
  text: string,
  { projection, dimensions }: ScreeningLearner['features'],
  weights: Float64Array,
  length: number,
): Map<number, number> {
  const { columns, values } = sparseRow(text, projection.vocabulary);
  const part = (column: number, k: number): number =>
    (values[k] * dot(projection.directions, column * dimensions, weights, dimensions)) / length;
  return new Map(Array.from(columns, (column, k) => [column, part(column, k)]));
}

function pairsIn(words: readonly string[]): Map<string, string[]> {
  return new Map(words.slice(1).map((word, i) => [wordPair(words[i], word), [words[i], word]]));
}

function runsIn(words: Iterable<string>): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  for (const word of words) {
    for (const run of characterRuns(word)) members.set(run, (members.get(run) ?? new Set()).add(word));
  }
  return members;
}

function dot(a: Float32Array, from: number, weights: Float64Array, size: number): number {
  let sum = 0;
  for (let j = 0; j < size; j++) sum += a[from + j] * weights[j];
  return sum;
}
