/**
 * Krippendorff's alpha where a coder may give a unit several labels, or none: the values are sets, and partial overlap
 * is partial agreement. Source: Krippendorff (2011) for alpha; Passonneau (2006) for its use with set distances.
 */
import type { Progress } from '../common/result.ts';
import { type AlphaInterval, type AlphaResult, alphaResult } from './alpha-result.ts';
import type { Difference } from './difference.ts';
import { readRatings } from './rating-table.ts';
import { jaccardDistance, type Label, masiDistance, type SetDistance } from './set-distance.ts';
import { patternsOfRatings } from './unit-patterns.ts';

/** One row a unit, one column a coder; `[]` where the coder found that no label applies, `null` where none looked. */
export type LabelRows = ReadonlyArray<ReadonlyArray<ReadonlyArray<Label> | ReadonlySet<Label> | null>>;

export interface MultiLabelAlphaInput {
  labels: LabelRows;
  distance: SetDistance;
  interval?: AlphaInterval;
  progress?: Progress;
}

/**
 * alpha = 1 - D_o / D_e, where the disagreement of two values is the distance of the sets itself, not its square.
 * @returns as `krippendorffAlpha`; `estimate: null` where every set is the same.
 * @throws RangeError for ragged rows and an unknown distance, TypeError for a cell that is neither a list nor null; and
 * as `krippendorffAlpha`.
 * @example
 * multiLabelAlpha({ labels: [[['A', 'B'], ['A']], [['B'], ['B']]], distance: 'masi' }).estimate // 0.5
 */
export function multiLabelAlpha({ labels, distance, interval, progress }: MultiLabelAlphaInput): AlphaResult {
  const { sets, rows } = numberSets(labels);
  const difference: Difference = { kind: 'pairs', squared: distances(sets, distance) };
  return alphaResult({
    patterns: patternsOfRatings(readRatings(rows)),
    differenceOf: () => difference,
    fixed: true,
    method: `Krippendorff's alpha, sets, ${distance}`,
    interval,
    progress,
  });
}

/** Gives each distinct set a number, in the order of first use. */
function numberSets(labels: LabelRows): { sets: ReadonlySet<Label>[]; rows: (number | null)[][] } {
  const sets: ReadonlySet<Label>[] = [];
  const numbers = new Map<string, number>();
  const rows = labels.map((row, u) =>
    row.map((cell, c) => {
      if (cell === null) return null;
      if (!Array.isArray(cell) && !(cell instanceof Set)) {
        throw new TypeError(`labels[${u}][${c}]: got ${typeof cell}; expected a list of labels or null`);
      }
      const set = new Set<Label>(cell);
      const key = JSON.stringify([...set].map((label) => [typeof label, label]).sort(byText));
      let number = numbers.get(key);
      if (number === undefined) {
        number = sets.push(set) - 1;
        numbers.set(key, number);
      }
      return number;
    }),
  );
  return { sets, rows };
}

function byText(a: Label[], b: Label[]): number {
  const [x, y] = [String(a), String(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Beyond this many distinct sets their distances are computed as they are asked for. */
const STORED_SETS = 2000;

function distances(sets: ReadonlySet<Label>[], name: SetDistance): (c: number, k: number) => number {
  if (name !== 'jaccard' && name !== 'masi') {
    throw new RangeError(`distance: got ${String(name)}; expected jaccard or masi`);
  }
  const distance = name === 'jaccard' ? jaccardDistance : masiDistance;
  const size = sets.length;
  if (size > STORED_SETS) return (c, k) => distance(sets[c], sets[k]);
  const stored = new Float64Array(size * size);
  for (let c = 0; c < size; c++) {
    for (let k = 0; k < c; k++) {
      stored[c * size + k] = distance(sets[c], sets[k]);
      stored[k * size + c] = stored[c * size + k];
    }
  }
  return (c, k) => stored[c * size + k];
}
