/**
 * Which themes of two questions go together in the same participants, over all pairs at once: a permutation test that
 * keeps each participant's themes of one question together and adjusts for the number of pairs.
 * Source: Westfall, Young, Resampling-Based Multiple Testing (1993), single-step maxT;
 * Phipson, Smyth, Stat Appl Genet Mol Biol 9 (2010) 39, for p = (1 + hits) / (1 + permutations).
 */
import { requireCount, requirePositiveInteger } from '../common/checks.ts';
import type { Random } from '../common/random.ts';
import type { MethodWarning, Progress } from '../common/result.ts';
import { coOccurrenceCounter } from './co-occurrence-counter.ts';
import { requireBinary } from './four-cells.ts';
import { sampleWithoutReplacement, samplingState } from './sample-without-replacement.ts';

export interface PermutationInput {
  /** Themes of one question: rows x a, row-major, 0 or 1, one row a participant. */
  left: ArrayLike<number>;
  /** Themes of the other question of the same participants in the same order: rows x b, row-major, 0 or 1. */
  right: ArrayLike<number>;
  rows: number;
  a: number;
  b: number;
  permutations: number;
  /** Four numbers are drawn from it, to seed the generator that shuffles. */
  random: Random;
  /** Called about a hundred times with the share done. Throw from it to cancel. */
  onProgress?: Progress;
}

/** Arrays are a x b, row-major: the pair of left theme i and right theme j is at i * b + j. */
export interface PermutationResult {
  /** 0 where undefined. */
  phi: Float64Array;
  /** 1 where phi is defined, 0 where a theme is shown by nobody or by everybody. */
  defined: Uint8Array;
  /** Of each pair alone; never 0; 1 where phi is undefined. */
  p: Float64Array;
  /** Single-step maxT over all pairs; never below `p`; 1 where phi is undefined. */
  adjustedP: Float64Array;
  permutations: number;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/** Two values of |phi| this close count as equal: they came from the same counts by another route. */
const TIE = 1e-12;

/**
 * Shuffles whole participants' rows of `right` against `left`; statistic |phi| of every pair.
 *
 * p = (1 + #{|phi*| >= |phi|}) / (1 + B), adjusted p = (1 + #{max over pairs |phi*| >= |phi|}) / (1 + B).
 * The single-pair comparison is made on whole numbers, |n a* - rs| >= |n a - rs|, and so has no rounding.
 * @throws RangeError where the sizes disagree or an entry is neither 0 nor 1.
 * @example permutationMaxT({ left: [1, 1, 0, 0], right: [1, 1, 0, 0], rows: 4, a: 1, b: 1, permutations: 9, random: () => 0 }).phi[0] // 1
 */
export function permutationMaxT(input: PermutationInput): PermutationResult {
  requireInput(input);
  const { left, right, rows, a, b, permutations, random, onProgress } = input;
  const { order, drawn, count } = coOccurrenceCounter(left, a, right, b, rows);
  const pairs = describePairs(count(), marginsOf(left, a, rows), marginsOf(right, b, rows), rows);
  const { phi, defined } = pairs;
  const state = samplingState(random);
  const hits = new Uint32Array(a * b);
  const largest = new Float64Array(permutations);
  const step = Math.max(1, Math.floor(permutations / 100));
  for (let permutation = 0; permutation < permutations; permutation++) {
    if (onProgress !== undefined && permutation % step === 0) onProgress(permutation / permutations);
    sampleWithoutReplacement(order, drawn, state);
    largest[permutation] = tally(count(), pairs, hits);
  }
  onProgress?.(1);
  const p = new Float64Array(a * b);
  const adjustedP = new Float64Array(a * b);
  largest.sort();
  for (let pair = 0; pair < a * b; pair++) {
    p[pair] = defined[pair] ? (1 + hits[pair]) / (1 + permutations) : 1;
    adjustedP[pair] = defined[pair]
      ? (1 + countFrom(largest, Math.abs(phi[pair]) - TIE)) / (1 + permutations)
      : 1;
  }
  const method = 'participant permutation, |phi|, single-step maxT';
  return { phi, defined, p, adjustedP, permutations, n: rows, method, warnings: warningsOf(defined) };
}

function requireInput({ left, right, rows, a, b, permutations }: PermutationInput): void {
  requireCount('rows', rows);
  requirePositiveInteger('a', a);
  requirePositiveInteger('b', b);
  requirePositiveInteger('permutations', permutations);
  requireBinaryMatrix('left', left, rows * a);
  requireBinaryMatrix('right', right, rows * b);
}

function requireBinaryMatrix(name: string, values: ArrayLike<number>, length: number): void {
  if (values.length !== length) {
    throw new RangeError(`${name}: got ${values.length} entries; expected ${length}, rows times columns`);
  }
  for (let i = 0; i < length; i++) requireBinary(name, i, values[i]);
}

function marginsOf(values: ArrayLike<number>, columns: number, rows: number): Float64Array {
  const margins = new Float64Array(columns);
  for (let i = 0; i < rows * columns; i++) margins[i % columns] += values[i];
  return margins;
}

interface Pairs {
  phi: Float64Array;
  defined: Uint8Array;
  /** The count expected of each pair, r s / n. */
  expected: Float64Array;
  /** phi for each participant above the expected count, n / sqrt(r (n - r) s (n - s)); 0 where undefined. */
  slope: Float64Array;
  /** The counts that lie nearer to the expected one than the observed count does, `nearFrom` to `nearTo`. */
  nearFrom: Int32Array;
  nearTo: Int32Array;
}

/** phi = (n a - r s) / sqrt(r (n - r) s (n - s)) with r and s the margins: all but the count a stays fixed. */
function describePairs(
  counts: Int32Array,
  leftMargins: Float64Array,
  rightMargins: Float64Array,
  n: number,
): Pairs {
  const size = counts.length;
  const b = rightMargins.length;
  const pairs = {
    phi: new Float64Array(size),
    defined: new Uint8Array(size),
    expected: new Float64Array(size),
    slope: new Float64Array(size),
    nearFrom: new Int32Array(size),
    nearTo: new Int32Array(size),
  };
  for (let pair = 0; pair < size; pair++) {
    const r = leftMargins[Math.floor(pair / b)];
    const s = rightMargins[pair % b];
    const distance = Math.abs(n * counts[pair] - r * s);
    pairs.expected[pair] = (r * s) / n;
    pairs.nearFrom[pair] = Math.floor((r * s - distance) / n) + 1;
    pairs.nearTo[pair] = Math.ceil((r * s + distance) / n) - 1;
    const spread = Math.sqrt(r * (n - r)) * Math.sqrt(s * (n - s));
    if (spread === 0) continue;
    pairs.defined[pair] = 1;
    pairs.slope[pair] = n / spread;
    pairs.phi[pair] = (n * counts[pair] - r * s) / spread;
  }
  return pairs;
}

/**
 * Adds one to each pair that lies at least as far out as observed; returns the largest |phi*|. The comparison takes the
 * sign bits of two differences, because a branch that goes either way at random costs more than all the rest.
 */
function tally(counts: Int32Array, { expected, slope, nearFrom, nearTo }: Pairs, hits: Uint32Array): number {
  let most = 0;
  for (let pair = 0; pair < counts.length; pair++) {
    const together = counts[pair];
    hits[pair] += ((together - nearFrom[pair]) | (nearTo[pair] - together)) >>> 31;
    const size = Math.abs(together - expected[pair]) * slope[pair];
    if (size > most) most = size;
  }
  return most;
}

/** How many of the ascending values are at least `limit`. */
function countFrom(ascending: Float64Array, limit: number): number {
  let from = 0;
  let to = ascending.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ascending[middle] >= limit) to = middle;
    else from = middle + 1;
  }
  return ascending.length - from;
}

function warningsOf(defined: Uint8Array): MethodWarning[] {
  const missing = defined.reduce((sum, one) => sum - one, defined.length);
  if (missing === 0) return [];
  const message = `${missing} of ${defined.length} pairs have no phi: a theme is shown by nobody or by everybody`;
  return [{ code: 'constant-theme', message }];
}
