/**
 * The space in which records' similarities to one another differ most, by randomised block Krylov iteration.
 * Sources: Musco and Musco, Advances in Neural Information Processing Systems 28 (2015) 1396-1404, algorithm 2; Halko,
 * Martinsson and Tropp, SIAM Review 53 (2011) 217-288, section 5.1, for leaving the least dimensions out.
 */
import { type Random, seededRandom } from '../common/random.ts';
import { type CentredRows, similaritiesTimes, transposeTimes } from './centred-rows.ts';

export interface LeadingDirections {
  /**
   * A row of `size` for each feature: A' Q, where the columns of Q span the leading space of A A', each column times the
   * fourth root of its length.
   */
  directions: Float32Array;
  size: number;
}

/** Columns that are multiplied at once, and how often: 512 dimensions are looked at, of which the leading are kept. */
const BLOCK = 64;
const DEPTH = 8;
/** Rounds on the small matrix of what was looked at, which cost little. */
const SMALL_ROUNDS = 12;
/**
 * A list of similarities holds each dimension as its strength; here the stronger ones count for a little more, strength to
 * the power of 1.125. The weakest are mostly what single records happen to share.
 */
const STRENGTH_OF_LENGTH = 0.25;

/** @param size how many dimensions; as many as there are rows or features where these are fewer. */
export function leadingDirections(rows: CentredRows, size: number, seed: number): LeadingDirections {
  const most = Math.min(rows.count, rows.width);
  const kept = Math.min(size, most);
  const image = imageOfKrylovSpace(rows, most, seed);
  const basis = leadingLeft(image, rows.count, image.length / rows.count, kept);
  const directions = transposeTimes(rows, basis, kept);
  strengthen(directions, kept);
  return { directions, size: kept };
}

/** A A' B, where the columns of B are an orthonormal basis of what A A' makes of random columns, time after time. */
function imageOfKrylovSpace(rows: CentredRows, most: number, seed: number): Float32Array {
  const { count } = rows;
  const block = Math.min(BLOCK, most);
  const depth = Math.min(DEPTH, Math.ceil(most / block));
  const basis: Float32Array[] = [];
  const images: Float32Array[] = [];
  let image = similaritiesTimes(rows, randomSigns(count * block, seededRandom(seed)), block);
  for (let round = 0; round < depth; round++) {
    const next = image.slice();
    const lengths = columnLengths(next, block);
    for (const earlier of basis) takeOffBlock(next, earlier, block);
    // The two last once more: they are most of what was taken off, and leave most rounding behind.
    for (const earlier of basis.slice(-2)) takeOffBlock(next, earlier, block);
    orthonormalise(next, lengths);
    basis.push(next);
    image = similaritiesTimes(rows, next, block);
    images.push(image);
  }
  return beside(images, count, block);
}

/** The length of A' q is the square root of the strength of q. */
function strengthen(directions: Float32Array, width: number): void {
  const factors = columnLengths(directions, width).map((length) => length ** STRENGTH_OF_LENGTH);
  for (let at = 0; at < directions.length; at++) directions[at] *= factors[at % width];
}

/** Orthonormal columns that span the `kept` leading left singular vectors of a matrix. */
function leadingLeft(matrix: Float32Array, rows: number, width: number, kept: number): Float32Array {
  const products = columnProducts(matrix, rows, width);
  let right: Float32Array = Float32Array.from({ length: width * kept }, (_, at) =>
    Number(at % (kept + 1) === 0),
  );
  for (let round = 0; round < SMALL_ROUNDS; round++) {
    right = times(products, width, right, kept);
    orthonormalise(right, columnLengths(right, kept));
  }
  const left = times(matrix, width, right, kept);
  orthonormalise(left, columnLengths(left, kept));
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

/** Matrices of one shape, the columns of one after those of the other. */
function beside(matrices: readonly Float32Array[], rows: number, width: number): Float32Array {
  const joined = new Float32Array(rows * width * matrices.length);
  for (let i = 0, at = 0; i < rows; i++) {
    for (const matrix of matrices) {
      joined.set(matrix.subarray(i * width, (i + 1) * width), at);
      at += width;
    }
  }
  return joined;
}

function columnLengths(matrix: Float32Array, width: number): Float64Array {
  const squares = new Float64Array(width);
  for (let at = 0; at < matrix.length; at++) squares[at % width] += matrix[at] ** 2;
  return squares.map(Math.sqrt);
}

/** X - B B' X in place, where X and B have `width` columns and those of B are orthonormal. */
function takeOffBlock(x: Float32Array, b: Float32Array, width: number): void {
  const products = new Float64Array(width * width);
  for (let from = 0; from < x.length; from += width) {
    for (let k = 0; k < width; k++) {
      const entry = b[from + k];
      for (let j = 0; j < width; j++) products[k * width + j] += entry * x[from + j];
    }
  }
  const row = new Float64Array(width);
  for (let from = 0; from < x.length; from += width) {
    row.fill(0);
    for (let k = 0; k < width; k++) {
      const entry = b[from + k];
      for (let j = 0; j < width; j++) row[j] += entry * products[k * width + j];
    }
    for (let j = 0; j < width; j++) x[from + j] -= row[j];
  }
}

/** A column of which so small a part is left depends on the others: the rest is rounding. */
const NOTHING_LEFT = 1e-5;

/** Gram-Schmidt in place; `lengths` are those of the columns before anything was taken off them. */
function orthonormalise(matrix: Float32Array, lengths: Float64Array): void {
  const width = lengths.length;
  const rows = matrix.length / width;
  const columns = Array.from(lengths, (_, j) =>
    Float64Array.from({ length: rows }, (_, i) => matrix[i * width + j]),
  );
  for (const [j, column] of columns.entries()) {
    for (let k = 0; k < j; k++) takeOff(column, columns[k]);
    const length = Math.sqrt(dot(column, column));
    const scale = length > NOTHING_LEFT * lengths[j] ? 1 / length : 0;
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
