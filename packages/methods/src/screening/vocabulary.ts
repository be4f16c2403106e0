/** Which features count, how much each, and a text as a sparse row of them. */
import { textFeatures, VIEWS, type View } from './text-features.ts';

export interface Vocabulary {
  /** Column of each feature, by view. */
  columns: Record<View, Map<string, number>>;
  /** Inverse document frequency by column. */
  weights: Float32Array;
}

/** A text's features: `values[k]` stands in column `columns[k]`. */
export interface SparseRow {
  columns: Int32Array;
  values: Float32Array;
}

/** The share of a record's squared length that each view has; pairs are many and rarely shared. */
const VIEW_SHARE: Record<View, number> = { word: 0.4, pair: 0.2, run: 0.4 };
const FEWEST_TEXTS = 2;
const LARGEST_SHARE = 0.95;

/**
 * Features that occur in two texts or more and in at most 95 % of them, weighted by ln((1 + n) / (1 + texts)) + 1.
 * Source: Salton and Buckley, Information Processing and Management 24 (1988) 513-523; smoothed as in scikit-learn.
 */
export function learnVocabulary(texts: readonly string[]): Vocabulary {
  const counts: Record<View, Map<string, number>> = { word: new Map(), pair: new Map(), run: new Map() };
  for (const text of texts) {
    const features = textFeatures(text);
    for (const view of VIEWS) {
      const count = counts[view];
      for (const feature of features[view]) count.set(feature, (count.get(feature) ?? 0) + 1);
    }
  }
  const columns: Record<View, Map<string, number>> = { word: new Map(), pair: new Map(), run: new Map() };
  const weights: number[] = [];
  for (const view of VIEWS) {
    for (const [feature, count] of counts[view]) {
      if (count < FEWEST_TEXTS || count > LARGEST_SHARE * texts.length) continue;
      columns[view].set(feature, weights.length);
      weights.push(Math.log((1 + texts.length) / (1 + count)) + 1);
    }
  }
  return { columns, weights: Float32Array.from(weights) };
}

/** Presence times inverse document frequency; each view scaled to its share of a length of 1. */
export function sparseRow(text: string, { columns, weights }: Vocabulary): SparseRow {
  const features = textFeatures(text);
  const present: number[] = [];
  const values: number[] = [];
  for (const view of VIEWS) {
    const start = present.length;
    let squares = 0;
    for (const feature of features[view]) {
      const column = columns[view].get(feature);
      if (column === undefined) continue;
      present.push(column);
      squares += weights[column] ** 2;
    }
    const scale = squares > 0 ? Math.sqrt(VIEW_SHARE[view] / squares) : 0;
    for (let k = start; k < present.length; k++) values.push(weights[present[k]] * scale);
  }
  return { columns: Int32Array.from(present), values: Float32Array.from(values) };
}
