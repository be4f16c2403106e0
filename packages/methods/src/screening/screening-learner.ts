/**
 * The learner that orders records by how likely they are relevant, refitted after every decision.
 *
 * A weighted ridge regression of the decisions (+1 relevant, -1 not) on the records' vectors. Its normal equations have
 * a row a dimension, however many records were read, so that a refit costs the same at the tenth decision and at the
 * ten-thousandth. Source: Hoerl and Kennard, Technometrics 12 (1970) 55-67; that squared loss ranks as well as hinge
 * loss on text: Zhang and Oles, Information Retrieval 4 (2001) 5-31. The weights of the classes are those of ELAS u4,
 * the default of ASReview 2 and 3.
 */

import { addProducts } from './matrix-products.ts';
import { MOST_RECORDS, type ScreeningFeatures } from './prepare-screening.ts';
import { solvePositive } from './solve-positive.ts';

/** A person's decision on the record of that index. */
export interface ScreeningDecision {
  record: number;
  relevant: boolean;
}

export interface ScreeningLearner {
  features: ScreeningFeatures;
  /** What is held about each record: 1 relevant, 0 not, -1 unread. */
  labels: Int8Array;
  relevant: ClassMoments;
  irrelevant: ClassMoments;
  /** The fitted weight of each dimension, and last the constant. */
  weights: Float64Array;
}

/** Sums over the records of one class. */
interface ClassMoments {
  count: number;
  sum: Float64Array;
  /** The sum of outer products, row after row. */
  products: Float64Array;
}

/** How much a decision counts against the pull of the weights towards 0: twice the C of a machine that halves the latter. */
const COST = 0.22;
/** The weight of all relevant decisions together against that of all others. */
const RELEVANT_TO_IRRELEVANT = 9.8;

export function createScreeningLearner(features: ScreeningFeatures): ScreeningLearner {
  const size = features.dimensions + 1;
  return {
    features,
    labels: new Int8Array(features.records).fill(-1),
    relevant: noMoments(size),
    irrelevant: noMoments(size),
    weights: new Float64Array(size),
  };
}

/**
 * Takes new decisions in and fits again, in place. A later decision on the same record replaces the earlier one;
 * `relevant: null` takes it back.
 * @throws RangeError for a record outside the set.
 */
export function refit(
  learner: ScreeningLearner,
  decisions: readonly (ScreeningDecision | { record: number; relevant: null })[],
): void {
  for (const { record, relevant } of decisions) {
    if (!Number.isInteger(record) || record < 0 || record >= learner.features.records) {
      throw new RangeError(`record: got ${record}; expected 0 to ${learner.features.records - 1}`);
    }
    const held = learner.labels[record];
    const label = relevant === null ? -1 : Number(relevant);
    if (held === label) continue;
    if (held !== -1) addRecord(learner, held, record, -1);
    if (label !== -1) addRecord(learner, label, record, 1);
    learner.labels[record] = label;
  }
  fit(learner);
}

/** A score for every record, read or not: higher is more likely relevant. All 0 before the first decision. */
export function scoreRecords({ features, weights }: ScreeningLearner): Float32Array {
  const { vectors, dimensions, records } = features;
  const sums = new Float64Array(records).fill(weights[dimensions]);
  addProducts(vectors, dimensions, weights, sums);
  return new Float32Array(sums);
}

/** The unread records, the likeliest first; equal scores in the order of the records. */
export function rankUnread(learner: ScreeningLearner): Uint32Array {
  const scores = scoreRecords(learner);
  // Falling score and rising record in one number: numbers alone are sorted many times faster than by a comparison.
  const bits = new Uint32Array(scores.buffer);
  const keys = new Float64Array(scores.length);
  let unread = 0;
  for (let i = 0; i < scores.length; i++) {
    if (learner.labels[i] !== -1) continue;
    const rising = bits[i] >>> 31 ? ~bits[i] >>> 0 : (bits[i] | 0x80000000) >>> 0;
    keys[unread++] = (0xffffffff - rising) * MOST_RECORDS + i;
  }
  return Uint32Array.from(keys.subarray(0, unread).sort(), (key) => key % MOST_RECORDS);
}

function noMoments(size: number): ClassMoments {
  return { count: 0, sum: new Float64Array(size), products: new Float64Array(size * size) };
}

function addRecord(
  { features, relevant, irrelevant }: ScreeningLearner,
  label: number,
  record: number,
  sign: number,
): void {
  const moments = label === 1 ? relevant : irrelevant;
  const { dimensions, vectors } = features;
  const size = dimensions + 1;
  const z = new Float64Array(size);
  z.set(vectors.subarray(record * dimensions, (record + 1) * dimensions));
  z[dimensions] = 1;
  moments.count += sign;
  for (let i = 0; i < size; i++) {
    moments.sum[i] += sign * z[i];
    const left = sign * z[i];
    for (let j = 0, at = i * size; j < size; j++, at++) moments.products[at] += left * z[j];
  }
}

/** Minimises |w|^2 + sum of cost * (target - w'z)^2, where the costs of a class add up to its share of all. */
function fit(learner: ScreeningLearner): void {
  const { relevant, irrelevant, weights } = learner;
  const total = COST * (relevant.count + irrelevant.count);
  const share = RELEVANT_TO_IRRELEVANT / (1 + RELEVANT_TO_IRRELEVANT);
  const p = relevant.count > 0 ? (total * share) / relevant.count : 0;
  const q = irrelevant.count > 0 ? (total * (1 - share)) / irrelevant.count : 0;
  const size = weights.length;
  const matrix = new Float32Array(size * size);
  for (let at = 0; at < matrix.length; at++) {
    matrix[at] = p * relevant.products[at] + q * irrelevant.products[at];
  }
  for (let at = 0; at < matrix.length; at += size + 1) matrix[at] += 1;
  const right = relevant.sum.map((value, i) => p * value - q * irrelevant.sum[i]);
  solvePositive(matrix, right, weights);
}
