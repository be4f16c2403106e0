/** Why a record stands where it stands: what each of its words adds to its score or takes off. */
import { projectText } from './prepare-screening.ts';
import type { ScreeningLearner } from './screening-learner.ts';
import { characterRuns, pieces, placedWords, wordPair } from './text-features.ts';
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
 * run of characters, which the words divide equally that stand between the same spaces as the run.
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
  let rest = weights[dimensions] - dot(projection.offset, 0, weights, dimensions) / length;
  const divide = (column: number | undefined, among: readonly string[]): void => {
    const part = column === undefined ? 0 : (parts.get(column) ?? 0);
    const sharing = among.flatMap((word) => words.get(word) ?? []);
    if (sharing.length === 0) rest += part;
    for (const entry of sharing) entry.weight += part / sharing.length;
  };
  for (const word of words.keys()) divide(columns.word.get(word), [word]);
  for (const [pair, members] of pairsIn(placed.map(({ word }) => word)))
    divide(columns.pair.get(pair), members);
  for (const [run, members] of runsIn(text)) divide(columns.run.get(run), [...members]);
  return {
    words: [...words.values()].sort(
      (a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.word < b.word ? -1 : 1),
    ),
    rest,
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

/** The words beside which each run stands; none where it is of signs alone. */
function runsIn(text: string): Map<string, Set<string>> {
  const members = new Map<string, Set<string>>();
  for (const piece of new Set(pieces(text))) {
    const words = placedWords(piece).map(({ word }) => word);
    for (const run of characterRuns(piece)) {
      const beside = members.get(run) ?? new Set();
      for (const word of words) beside.add(word);
      members.set(run, beside);
    }
  }
  return members;
}

function dot(a: Float32Array, from: number, weights: Float64Array, size: number): number {
  let sum = 0;
  for (let j = 0; j < size; j++) sum += a[from + j] * weights[j];
  return sum;
}
