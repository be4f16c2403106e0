/**
 * The space in which records' similarities to one another differ most, by randomised subspace iteration.
 * Source: Halko, Martinsson, Tropp, SIAM Review 53 (2011) 217-288, algorithm 4.4.
 */
import { type Random, seededRandom } from '../common/random.ts';
import { type CentredRows, similaritiesTimes, transposeTimes } from './centred-rows.ts';

export interface LeadingDirections {
  /** A row of `size` for each feature: A' Q, where the columns of Q span the leading space of A A'. */
  directions: Float32Array;
  size: number;
}

const ROUNDS = 2;

/** @param size how many dimensions; as many as there are rows or features where these are fewer. */
export function leadingDirections(rows: CentredRows, size: number, seed: number): LeadingDirections {
  const { count } = rows;
  const width = Math.min(size, count, rows.width);
  let basis = randomSigns(count * width, seededRandom(seed));
  for (let round = 0; round < ROUNDS; round++) {
    basis = similaritiesTimes(rows, basis, width);
    orthonormalise(basis, count, width);
  }
  return { directions: transposeTimes(rows, basis, width), size: width };
}

function randomSigns(length: number, random: Random): Float32Array {
  return Float32Array.from({ length }, () => (random() < 0.5 ? -1 : 1));
}

/** Gram-Schmidt on the columns; a column that depends on those before it becomes zero. */
function orthonormalise(matrix: Float32Array, rows: number, width: number): void {
  const columns = Array.from({ length: width }, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => matrix[i * width + j]),
  );
  for (const [j, column] of columns.entries()) {
    const before = Math.sqrt(dot(column, column));
    for (let k = 0; k < j; k++) takeOff(column, columns[k]);
    const length = Math.sqrt(dot(column, column));
    const scale = length > 1e-6 * before ? 1 / length : 0;
    for (let i = 0; i < rows; i++) {
      column[i] *= scale;
      matrix[i * width + j] = column[i];
    }
  }
}

function takeOff(column: Float64Array, other: Float64Array): void {
  const share = dot(column, other);
  for (let i = 0; i < column.length; i++) column[i] -= share * other[i];
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
