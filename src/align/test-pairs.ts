/** The tests of many tables of two questions as one family: exact, by permutation, and corrected for their number. */
import {
  benjaminiHochberg,
  type FourCells,
  fisherExactMany,
  fisherMidP,
  lift,
  oddsRatio,
  type Progress,
  permutationMaxT,
  phi,
  type Random,
  wilson,
} from '@firsthand/methods';
import type { Cells } from '../protect/suppress-pairs.ts';
import type { CrossEnd, Family } from './cross-tables.ts';
import type { AlignmentTest } from './model.ts';

export interface TestOptions {
  permutations: number;
  level: number;
  random: Random;
  onProgress: Progress;
}

/**
 * Tests each table of the family. Withheld ones take part in the permutations, whose margins alone bear on the
 * others, but enter the false discovery rate as p = 1: their own p would otherwise be read off another's q.
 * @returns one test a table, in the order of the tables; null where it is withheld
 */
export function testPairs(
  { left, right, tables, withheld }: Family<unknown>,
  { permutations, level, random, onProgress }: TestOptions,
): (AlignmentTest | null)[] {
  if (tables.length === 0) return [];
  const rows = left[0]?.marks.length ?? 0;
  const permuted = permutationMaxT({
    left: matrixOf(left, rows),
    right: matrixOf(right, rows),
    rows,
    a: left.length,
    b: right.length,
    permutations,
    random,
    onProgress,
  });
  const fisher = fisherExactMany(tables.flat());
  const q = benjaminiHochberg(fisher.map((p, at) => (withheld[at] ? 1 : p)));
  return tables.map((cells, at) => {
    if (withheld[at]) return null;
    return {
      ...describe(cells, level),
      fisher: fisher[at] ?? 1,
      permutationP: permuted.p[at] ?? 1,
      maxT: permuted.adjustedP[at] ?? 1,
      q: q[at] ?? 1,
    };
  });
}

function matrixOf(ends: readonly CrossEnd<unknown>[], rows: number): Uint8Array {
  const matrix = new Uint8Array(rows * ends.length);
  ends.forEach(({ marks }, at) => {
    for (let row = 0; row < rows; row++) matrix[row * ends.length + at] = marks[row] ?? 0;
  });
  return matrix;
}

function describe(cells: Cells, level: number) {
  const [a, b, c, d] = cells;
  const four: FourCells = { a, b, c, d };
  const ratio = oddsRatio(four, { level, correction: cells.includes(0) ? 'haldane' : 'none' });
  return {
    phi: phi(four, { level }).estimate,
    lift: lift(four, { level }).estimate,
    oddsRatio: withInterval(ratio),
    midP: fisherMidP(four).p ?? 1,
    shareWith: withInterval(wilson(a, a + b, { level })),
    shareWithout: withInterval(wilson(c, c + d, { level })),
  };
}

function withInterval({ estimate, interval }: { estimate: number | null; interval: AlignmentInterval }) {
  return estimate === null ? null : { estimate, interval };
}

type AlignmentInterval = NonNullable<AlignmentTest['oddsRatio']>['interval'];
