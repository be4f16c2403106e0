/** The little linear algebra that the methods need, on small dense matrices stored row after row. */

export interface Eigen {
  /** From the largest to the smallest. */
  values: Float64Array;
  /** The vector of `values[k]` is column k: entry i at i * size + k, of length 1. */
  vectors: Float64Array;
}

const SWEEPS = 60;

/**
 * Eigenvalues and vectors of a symmetric matrix by Jacobi's rotations, accurate to the last digits for the few hundred
 * rows that occur here. Source: Golub, Van Loan, Matrix Computations (2013) 8.5.
 * @param matrix size x size, row-major, symmetric; left as it is.
 */
export function symmetricEigen(matrix: ArrayLike<number>, size: number): Eigen {
  const a = Float64Array.from(matrix);
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < size; p++) {
      for (let q = p + 1; q < size; q++) {
        const off = a[p * size + q];
        const spread = a[q * size + q] - a[p * size + p];
        // Nothing changes any more in either diagonal entry.
        if (Math.abs(off) <= 1e-18 * (Math.abs(a[p * size + p]) + Math.abs(a[q * size + q]))) continue;
        const theta = spread / (2 * off);
        const t = theta === 0 ? 1 : Math.sign(theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        rotate(a, v, size, p, q, t);
        rotated = true;
      }
    }
    if (!rotated) break;
  }
  return sorted(a, v, size);
}

/** One rotation in the plane of p and q with tangent t. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number, t: number): void {
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const off = a[p * size + q];
  a[p * size + p] -= t * off;
  a[q * size + q] += t * off;
  a[p * size + q] = 0;
  a[q * size + p] = 0;
  for (let i = 0; i < size; i++) {
    if (i !== p && i !== q) {
      const [ip, iq] = [i * size + p, i * size + q];
      const [x, y] = [a[ip], a[iq]];
      a[ip] = c * x - s * y;
      a[iq] = s * x + c * y;
      a[p * size + i] = a[ip];
      a[q * size + i] = a[iq];
    }
    const [x, y] = [v[i * size + p], v[i * size + q]];
    v[i * size + p] = c * x - s * y;
    v[i * size + q] = s * x + c * y;
  }
}

/** In descending order, each vector turned so that its entry of largest size is positive. */
function sorted(a: Float64Array, v: Float64Array, size: number): Eigen {
  const order = Array.from({ length: size }, (_, k) => k).sort((x, y) => a[y * size + y] - a[x * size + x]);
  const vectors = new Float64Array(size * size);
  order.forEach((from, k) => {
    let largest = 0;
    for (let i = 0; i < size; i++) {
      const entry = v[i * size + from];
      // Entries equal but for rounding must not leave the sign to chance.
      if (Math.abs(entry) > Math.abs(largest) * (1 + 1e-9)) largest = entry;
    }
    const sign = largest < 0 ? -1 : 1;
    for (let i = 0; i < size; i++) vectors[i * size + k] = sign * v[i * size + from];
  });
  return { values: Float64Array.from(order, (k) => a[k * size + k]), vectors };
}

/**
 * The lower triangle L with L L' = matrix, or `null` where the matrix is not positive definite: in a model's
 * information matrix, where a parameter cannot be told from the others.
 */
export function cholesky(matrix: ArrayLike<number>, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j];
      else if (sum > 1e-13 * Math.abs(matrix[i * size + i])) lower[i * size + i] = Math.sqrt(sum);
      else return null;
    }
  }
  return lower;
}

/** x with L L' x = right. */
export function solveCholesky(lower: Float64Array, right: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(right);
  const size = x.length;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i] -= lower[i * size + k] * x[k];
    x[i] /= lower[i * size + i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i] -= lower[k * size + i] * x[k];
    x[i] /= lower[i * size + i];
  }
  return x;
}

/** The inverse of L L', row-major. */
export function invertCholesky(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let j = 0; j < size; j++) {
    const unit = new Float64Array(size);
    unit[j] = 1;
    inverse.set(solveCholesky(lower, unit), j * size);
  }
  return inverse;
}
