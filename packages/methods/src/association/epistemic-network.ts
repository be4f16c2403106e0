/**
 * Epistemic network analysis: which themes each unit of analysis brings together, and how units differ in it.
 * Sources: Shaffer, Collier, Ruis, J Learn Analytics 3 (2016) 9; Bowman et al., in Advances in Quantitative
 * Ethnography (2021) 91, for the mathematics. The window is the whole conversation.
 */
import { requirePositiveInteger } from '../common/checks.ts';
import { symmetricEigen } from '../common/linear-algebra.ts';
import type { MethodWarning } from '../common/result.ts';
import { requireBinary } from './four-cells.ts';

/** Whose network a line belongs to: a participant, a group. */
export type UnitName = string | number;

export interface ConversationLines {
  /** Of each line: the unit that speaks, and the conversation (an answer, a session) it is part of. */
  units: readonly UnitName[];
  conversations: readonly UnitName[];
  /** Lines x themes, row-major, 0 or 1. */
  codes: ArrayLike<number>;
  themes: number;
}

export interface Connections {
  /** In order of first appearance. */
  units: UnitName[];
  /** The two themes of each pair, the second running slowest: 0-1, 0-2, 1-2, 0-3, ... */
  pairs: Array<readonly [number, number]>;
  /** Units x pairs, row-major. */
  counts: Float64Array;
}

/**
 * In how many conversations each unit brought each pair of themes together, in its own lines, however often in each.
 * @throws RangeError where the lengths disagree or a code is neither 0 nor 1.
 * @example connectionsByConversation({ units: ['a', 'a'], conversations: [1, 1], codes: [1, 0, 0, 1], themes: 2 }).counts // [1]
 */
export function connectionsByConversation({
  units,
  conversations,
  codes,
  themes,
}: ConversationLines): Connections {
  requirePositiveInteger('themes', themes);
  if (conversations.length !== units.length) {
    throw new RangeError(
      `conversations: got ${conversations.length} lines; expected ${units.length}, as in units`,
    );
  }
  if (codes.length !== units.length * themes) {
    throw new RangeError(
      `codes: got ${codes.length} entries; expected ${units.length * themes}, lines times themes`,
    );
  }
  const names = [...new Set(units)];
  const shown = new Map(names.map((unit) => [unit, new Map<UnitName, Uint8Array>()]));
  units.forEach((unit, line) => {
    const ofUnit = shown.get(unit) as Map<UnitName, Uint8Array>; // every unit was put in above
    const together = ofUnit.get(conversations[line]) ?? new Uint8Array(themes);
    for (let theme = 0; theme < themes; theme++) {
      requireBinary('codes', line * themes + theme, codes[line * themes + theme]);
      together[theme] |= codes[line * themes + theme];
    }
    ofUnit.set(conversations[line], together);
  });
  const pairs: Array<readonly [number, number]> = [];
  for (let second = 1; second < themes; second++) {
    for (let first = 0; first < second; first++) pairs.push([first, second]);
  }
  const counts = new Float64Array(names.length * pairs.length);
  names.forEach((unit, row) => {
    for (const together of shown.get(unit)?.values() ?? []) {
      pairs.forEach(([first, second], pair) => {
        counts[row * pairs.length + pair] += together[first] & together[second];
      });
    }
  });
  return { units: names, pairs, counts };
}

/** Matrices are row-major. The sign of a dimension is arbitrary; positions of themes as nodes are not given. */
export interface EpistemicNetwork {
  /** Units x pairs: each unit's counts divided by their length as a vector, so that talkativeness drops out. */
  lineWeights: Float64Array;
  /** Units x dimensions. */
  points: Float64Array;
  /** Pairs x dimensions: how much each pair of themes moves a unit along the dimension. */
  rotation: Float64Array;
  /** Share of the variance on every dimension, those not kept included. */
  variance: Float64Array;
  dimensions: number;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/**
 * Line weights w_u = c_u / |c_u|, centred over units, projected onto the right singular vectors of the centred matrix
 * (the eigenvectors of its cross-products).
 * @param connections units x pairs, as `connectionsByConversation` gives them.
 * @returns the first `dimensions`, 2 by default; `variance` is all 0 where every unit has the same weights.
 * @throws RangeError where the counts do not fill the table, or one is negative or not finite.
 * @example epistemicNetwork({ units: ['a', 'b'], pairs: [[0, 1], [0, 2]], counts: [3, 4, 0, 2] }).lineWeights // [0.6, 0.8, 0, 1]
 */
export function epistemicNetwork(
  {
    units,
    pairs,
    counts,
  }: { units: readonly UnitName[]; pairs: Connections['pairs']; counts: ArrayLike<number> },
  { dimensions = 2 }: { dimensions?: number } = {},
): EpistemicNetwork {
  requirePositiveInteger('dimensions', dimensions);
  const [n, width] = [units.length, pairs.length];
  requireCounts(counts, n * width);
  const { lineWeights, silent } = normalise(counts, n, width);
  const centred = centre(lineWeights, n, width);
  const { values, vectors } = symmetricEigen(crossProducts(centred, n, width), width);
  const kept = Math.min(dimensions, width);
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const points = new Float64Array(n * kept);
  const rotation = new Float64Array(width * kept);
  for (let k = 0; k < kept; k++) {
    for (let pair = 0; pair < width; pair++) {
      rotation[pair * kept + k] = vectors[pair * width + k];
      for (let u = 0; u < n; u++)
        points[u * kept + k] += centred[u * width + pair] * vectors[pair * width + k];
    }
  }
  const warnings: MethodWarning[] = [];
  if (silent > 0) {
    const message = `${silent} of ${n} units connect no themes; they stand at the same place, with weights of 0`;
    warnings.push({ code: 'no-connections', message });
  }
  return {
    lineWeights,
    points,
    rotation,
    variance: values.map((value) => (total === 0 ? 0 : Math.max(0, value) / total)),
    dimensions: kept,
    n,
    method: 'epistemic network analysis, whole conversations, singular value decomposition',
    warnings,
  };
}

function requireCounts(counts: ArrayLike<number>, length: number): void {
  if (counts.length !== length) {
    throw new RangeError(`counts: got ${counts.length} entries; expected ${length}, units times pairs`);
  }
  for (let i = 0; i < length; i++) {
    if (!(counts[i] >= 0 && Number.isFinite(counts[i]))) {
      throw new RangeError(`counts[${i}]: got ${counts[i]}; expected a number of 0 or more`);
    }
  }
}

function normalise(counts: ArrayLike<number>, n: number, width: number) {
  const lineWeights = new Float64Array(n * width);
  let silent = 0;
  for (let u = 0; u < n; u++) {
    let squares = 0;
    for (let pair = 0; pair < width; pair++) squares += counts[u * width + pair] ** 2;
    if (squares === 0) silent++;
    else
      for (let pair = 0; pair < width; pair++)
        lineWeights[u * width + pair] = counts[u * width + pair] / Math.sqrt(squares);
  }
  return { lineWeights, silent };
}

function centre(values: Float64Array, n: number, width: number): Float64Array {
  const means = new Float64Array(width);
  values.forEach((value, at) => {
    means[at % width] += value / n;
  });
  return values.map((value, at) => value - means[at % width]);
}

function crossProducts(values: Float64Array, n: number, width: number): Float64Array {
  const products = new Float64Array(width * width);
  for (let u = 0; u < n; u++) {
    for (let i = 0; i < width; i++) {
      for (let j = 0; j < width; j++)
        products[i * width + j] += values[u * width + i] * values[u * width + j];
    }
  }
  return products;
}
