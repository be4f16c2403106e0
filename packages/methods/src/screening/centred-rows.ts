/** Sparse rows with their mean taken off and scaled to length 1, without ever writing out the dense matrix. */
import type { SparseRow } from './vocabulary.ts';

/** Lets the engine compute in single precision throughout, which halves the time. */
const { fround } = Math;

/** Row i stands for `scale[i] * (row - mean)`. */
export interface CentredRows {
  rows: readonly SparseRow[];
  scale: Float32Array;
  mean: Float32Array;
}

export function centreRows(rows: readonly SparseRow[], width: number): CentredRows {
  const mean = new Float32Array(width);
  for (const { columns, values } of rows)
    for (let k = 0; k < columns.length; k++) mean[columns[k]] += values[k] / rows.length;
  const squares = squaredLength(mean);
  return { rows, mean, scale: Float32Array.from(rows, (row) => centredScale(row, mean, squares)) };
}

/** What brings a row to length 1 once the mean is off; 0 for a row that is the mean itself. */
function centredScale({ columns, values }: SparseRow, mean: Float32Array, meanSquares: number): number {
  let squares = meanSquares;
  for (let k = 0; k < columns.length; k++) squares += values[k] * (values[k] - 2 * mean[columns[k]]);
  return squares > 1e-9 ? 1 / Math.sqrt(squares) : 0;
}

export function squaredLength(vector: Float32Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return squares;
}

/** A' X, where A is the centred rows and X has `size` columns; column-of-A-major. */
export function transposeTimes(
  { rows, scale, mean }: CentredRows,
  x: Float32Array,
  size: number,
): Float32Array {
  const product = new Float32Array(mean.length * size);
  const total = new Float32Array(size);
  for (let i = 0; i < rows.length; i++) {
    const { columns, values } = rows[i];
    const from = i * size;
    for (let j = 0; j < size; j++) total[j] += scale[i] * x[from + j];
    for (let k = 0; k < columns.length; k++) {
      const weight = fround(scale[i] * values[k]);
      const to = columns[k] * size;
      for (let j = 0; j < size; j++) product[to + j] = fround(product[to + j] + fround(weight * x[from + j]));
    }
  }
  for (let c = 0; c < mean.length; c++)
    for (let j = 0; j < size; j++) product[c * size + j] -= mean[c] * total[j];
  return product;
}

/** A Y, where Y has a row of `size` for each column of A. */
export function times({ rows, scale, mean }: CentredRows, y: Float32Array, size: number): Float32Array {
  const product = new Float32Array(rows.length * size);
  const offset = meanTimes(mean, y, size);
  for (let i = 0; i < rows.length; i++) {
    projectRow(rows[i], scale[i], offset, y, product.subarray(i * size, (i + 1) * size));
  }
  return product;
}

/** mean' Y. */
export function meanTimes(mean: Float32Array, y: Float32Array, size: number): Float32Array {
  const product = new Float32Array(size);
  for (let c = 0; c < mean.length; c++)
    for (let j = 0; j < size; j++) product[j] += mean[c] * y[c * size + j];
  return product;
}

/** One centred row times Y, into `into`. */
export function projectRow(
  { columns, values }: SparseRow,
  scale: number,
  offset: Float32Array,
  y: Float32Array,
  into: Float32Array,
): void {
  const size = into.length;
  for (let j = 0; j < size; j++) into[j] = -offset[j];
  for (let k = 0; k < columns.length; k++) {
    const value = values[k];
    const from = columns[k] * size;
    for (let j = 0; j < size; j++) into[j] = fround(into[j] + fround(value * y[from + j]));
  }
  for (let j = 0; j < size; j++) into[j] *= scale;
}
