/**
 * The space in which records' similarities to one another differ most, by randomised subspace iteration.
 * Source: Halko, Martinsson, Tropp, SIAM Review 53 (2011) 217-288, algorithm 4.4, and 5.1 for leaving the least out.
 */
import { type Random, seededRandom } from '../common/random.ts';
import { type CentredRows, similaritiesTimes, transposeTimes } from './centred-rows.ts';

export interface LeadingDirections {
  /** A row of `size` for each feature: A' Q, where the columns of Q span the leading space of A A'. */
  directions: Float32Array;
  size: number;
}

/**
 * Half as many dimensions again are followed and the least of them left out: similarities thin out slowly, so that the
 * last dimensions of a space no wider than wanted would be as the random start happened to be.
 */
const FOLLOWED = 1.5;
/** Rounds on the small matrix of what is followed, which cost little. */
const SMALL_ROUNDS = 12;

/** @param size how many dimensions; as many as there are rows or features where these are fewer. */
export function leadingDirections(rows: CentredRows, size: number, seed: number): LeadingDirections {
  const { count } = rows;
  const most = Math.min(count, rows.width);
  const width = Math.min(size, most);
  const followed = Math.min(Math.ceil(FOLLOWED * size), most);
  const start = similaritiesTimes(rows, randomSigns(count * followed, seededRandom(seed)), followed);
  orthonormalise(start, count, followed);
  const image = similaritiesTimes(rows, start, followed);
  const basis = leadingLeft(image, count, followed, width);
  return { directions: transposeTimes(rows, basis, width), size: width };
}

/** Orthonormal columns that span the `kept` leading left singular vectors of a matrix. */
function leadingLeft(matrix: Float32Array, rows: number, width: number, kept: number): Float32Array {
  const products = columnProducts(matrix, rows, width);
  let right: Float32Array = Float32Array.from({ length: width * kept }, (_, at) =>
    Number(at % (kept + 1) === 0),
  );
  for (let round = 0; round < SMALL_ROUNDS; round++) {
    right = times(products, width, right, kept);
    orthonormalise(right, width, kept);
  }
  const left = times(matrix, width, right, kept);
  orthonormalise(left, rows, kept);
  return left;
}

/** M X, where X has a row of `size` for each column of M. */
function times(
  matrix: Float32Array | Float64Array,
  width: number,
  x: Float32Array,
  size: number,
): Float32Array {
  const product = new Float32Array((matrix.length / width) * size);
  const row = new Float64Array(size);
  for (let from = 0, to = 0; from < matrix.length; from += width, to += size) {
    row.fill(0);
    for (let k = 0; k < width; k++) {
      const entry = matrix[from + k];
      for (let j = 0; j < size; j++) row[j] += entry * x[k * size + j];
    }
    product.set(row, to);
  }
  return product;
}

/** M' M. */
function columnProducts(matrix: Float32Array, rows: number, width: number): Float64Array {
  const products = new Float64Array(width * width);
  for (let i = 0; i < rows; i++) {
    const row = matrix.subarray(i * width, (i + 1) * width);
    for (let j = 0; j < width; j++) {
      const entry = row[j];
      for (let k = j; k < width; k++) products[j * width + k] += entry * row[k];
    }
  }
  for (let j = 0; j < width; j++)
    for (let k = 0; k < j; k++) products[j * width + k] = products[k * width + j];
  return products;
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
