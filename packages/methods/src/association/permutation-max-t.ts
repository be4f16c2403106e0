/**
 * Which themes of two questions go together in the same participants, over all pairs at once: a permutation test that
 * keeps each participant's themes of one question together and adjusts for the number of pairs.
 * Source: Westfall, Young, Resampling-Based Multiple Testing (1993), single-step maxT;
 * Phipson, Smyth, Stat Appl Genet Mol Biol 9 (2010) 39, for p = (1 + hits) / (1 + permutations).
 */
import { requireCount, requirePositiveInteger } from '../common/checks.ts';
import type { Random } from '../common/random.ts';
import type { MethodWarning, Progress } from '../common/result.ts';
import { coOccurrenceCounter, pairUp } from './co-occurrence-counter.ts';
import { requireBinary } from './four-cells.ts';
import { hitsOf, type Pair, scorePermutation, startTally } from './permutation-tally.ts';
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
  const counter = coOccurrenceCounter(left, a, right, b, rows);
  const { phi, defined, pairs } = describePairs(input);
  const tally = startTally(counter, pairs, a, b, permutations);
  const state = samplingState(random);
  const step = Math.max(1, Math.floor(permutations / 100));
  for (let permutation = 0; permutation < permutations; permutation++) {
    if (onProgress !== undefined && permutation % step === 0) onProgress(permutation / permutations);
    sampleWithoutReplacement(counter.order, counter.drawn, state);
    pairUp(counter);
    scorePermutation(tally, counter);
  }
  onProgress?.(1);
  const hits = hitsOf(tally, counter, a, b);
  const largest = tally.largest.sort();
  const p = new Float64Array(a * b);
  const adjustedP = new Float64Array(a * b);
  for (let pair = 0; pair < a * b; pair++) {
    const beyond = countFrom(largest, Math.abs(phi[pair]) - TIE);
    p[pair] = defined[pair] ? (1 + hits[pair]) / (1 + permutations) : 1;
    adjustedP[pair] = defined[pair] ? (1 + beyond) / (1 + permutations) : 1;
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

/** phi = (n a - r s) / sqrt(r (n - r) s (n - s)) with r and s the margins, and what of it permutations leave fixed. */
function describePairs({ left, right, rows: n, a, b }: PermutationInput) {
  const [leftMargins, rightMargins] = [new Float64Array(a), new Float64Array(b)];
  const together = new Float64Array(a * b);
  for (let row = 0; row < n; row++) {
    for (let j = 0; j < b; j++) rightMargins[j] += right[row * b + j];
    for (let i = 0; i < a; i++) {
      if (left[row * a + i] === 0) continue;
      leftMargins[i]++;
      for (let j = 0; j < b; j++) together[i * b + j] += right[row * b + j];
    }
  }
  const phi = new Float64Array(a * b);
  const defined = new Uint8Array(a * b);
  const pairs = Array.from({ length: a * b }, (_, pair): Pair => {
    const [r, s] = [leftMargins[Math.floor(pair / b)], rightMargins[pair % b]];
    const spread = Math.sqrt(r * (n - r)) * Math.sqrt(s * (n - s));
    if (spread === 0) return null;
    defined[pair] = 1;
    phi[pair] = (n * together[pair] - r * s) / spread;
    const distance = Math.abs(n * together[pair] - r * s);
    return {
      expected: (r * s) / n,
      slope: n / spread,
      nearFrom: Math.floor((r * s - distance) / n) + 1,
      nearTo: Math.ceil((r * s + distance) / n) - 1,
    };
  });
  return { phi, defined, pairs };
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
