/** Conjugate gradients. Source: Hestenes and Stiefel, J. Res. Nat. Bur. Standards 49 (1952) 409-436. */
import { addProducts } from './matrix-products.ts';

const TOLERANCE = 1e-5;

/**
 * Solves M x = right for a symmetric positive definite M with no eigenvalue below 1, starting from what `x` holds, to a
 * residual of a hundred-thousandth of the right side.
 */
export function solvePositive(matrix: Float32Array, right: Float64Array, x: Float64Array): void {
  const size = x.length;
  const image = new Float64Array(size);
  addProducts(matrix, size, x, image);
  const residual = right.map((value, i) => value - image[i]);
  const direction = residual.slice();
  let error = dot(residual, residual);
  const enough = TOLERANCE ** 2 * dot(right, right);
  for (let round = 0; round < 2 * size && error > enough; round++) {
    image.fill(0);
    addProducts(matrix, size, direction, image);
    const step = error / dot(direction, image);
    for (let i = 0; i < size; i++) {
      x[i] += step * direction[i];
      residual[i] -= step * image[i];
    }
    const next = dot(residual, residual);
    for (let i = 0; i < size; i++) direction[i] = residual[i] + (next / error) * direction[i];
    error = next;
  }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
