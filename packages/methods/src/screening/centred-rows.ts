/**
 * Sparse rows with their mean taken off and scaled to length 1, without ever writing out the dense matrix A they make.
 * They are kept column after column, so that what a product reads and writes at random is small.
 */
import type { SparseRow } from './vocabulary.ts';

/** A = scale * (rows - mean). */
export interface CentredRows {
  count: number;
  width: number;
  /** Column c has its entries from `starts[c]` up to `starts[c + 1]`, each already scaled as its row. */
  starts: Int32Array;
  members: Int32Array;
  values: Float32Array;
  scale: Float32Array;
  mean: Float32Array;
}

export function centreRows(rows: readonly SparseRow[], width: number): CentredRows {
  const mean = new Float32Array(width);
  const starts = new Int32Array(width + 1);
  for (const { columns, values } of rows) {
    for (let k = 0; k < columns.length; k++) {
      mean[columns[k]] += values[k] / rows.length;
      starts[columns[k] + 1]++;
    }
  }
  for (let c = 0; c < width; c++) starts[c + 1] += starts[c];
  const squares = squaredLength(mean);
  const scale = Float32Array.from(rows, (row) => centredScale(row, mean, squares));
  const members = new Int32Array(starts[width]);
  const scaled = new Float32Array(starts[width]);
  const next = starts.slice();
  for (const [i, { columns, values }] of rows.entries()) {
    for (let k = 0; k < columns.length; k++) {
      const at = next[columns[k]]++;
      members[at] = i;
      scaled[at] = scale[i] * values[k];
    }
  }
  return { count: rows.length, width, starts, members, values: scaled, scale, mean };
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

/** A A' X, where X has a row of `size` for each row of A: similarities times X. */
export function similaritiesTimes(a: CentredRows, x: Float32Array, size: number): Float32Array {
  const product = new Float32Array(x.length);
  const offset = new Float64Array(size);
  forEachColumn(a, x, size, (column, image) => {
    for (let j = 0; j < size; j++) offset[j] += a.mean[column] * image[j];
    for (let k = a.starts[column]; k < a.starts[column + 1]; k++) {
      addMultiple(product, a.members[k] * size, a.values[k], image);
    }
  });
  for (let i = 0; i < a.count; i++) addMultiple(product, i * size, -a.scale[i], offset);
  return product;
}

/** A' X: a row of `size` for each column of A. */
export function transposeTimes(a: CentredRows, x: Float32Array, size: number): Float32Array {
  const product = new Float32Array(a.width * size);
  forEachColumn(a, x, size, (column, image) => product.set(image, column * size));
  return product;
}

/** Each row of A' X in turn; `image` is used again for the next. */
function forEachColumn(
  { count, width, starts, members, values, scale, mean }: CentredRows,
  x: Float32Array,
  size: number,
  visit: (column: number, image: Float64Array) => void,
): void {
  const total = new Float64Array(size);
  for (let i = 0; i < count; i++) for (let j = 0; j < size; j++) total[j] += scale[i] * x[i * size + j];
  const image = new Float64Array(size);
  for (let column = 0; column < width; column++) {
    for (let j = 0; j < size; j++) image[j] = -mean[column] * total[j];
    for (let k = starts[column]; k < starts[column + 1]; k++) {
      const from = members[k] * size;
      const value = values[k];
      for (let j = 0; j < size; j++) image[j] += value * x[from + j];
    }
    visit(column, image);
  }
}

function addMultiple(into: Float32Array, from: number, factor: number, row: Float64Array): void {
  for (let j = 0; j < row.length; j++) into[from + j] += factor * row[j];
}

/** mean' Y, where Y has a row of `size` for each column. */
export function meanTimes(mean: Float32Array, y: Float32Array, size: number): Float32Array {
  const product = new Float32Array(size);
  for (let c = 0; c < mean.length; c++)
    for (let j = 0; j < size; j++) product[j] += mean[c] * y[c * size + j];
  return product;
}
