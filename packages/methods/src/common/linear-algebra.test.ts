/** The linear algebra by its defining equations. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cholesky, invertCholesky, solveCholesky, symmetricEigen } from './linear-algebra.ts';

const SIZE = 6;
const entries = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), {
  minLength: SIZE * SIZE,
  maxLength: SIZE * SIZE,
});
const at = (matrix: ArrayLike<number>, i: number, j: number) => matrix[i * SIZE + j];

function symmetric(values: number[]): number[] {
  return values.map((_, k) => {
    const [i, j] = [Math.floor(k / SIZE), k % SIZE];
    return at(values, i, j) + at(values, j, i);
  });
}

/** A A' + I, positive definite. */
function definite(values: number[]): number[] {
  return values.map((_, k) => {
    const [i, j] = [Math.floor(k / SIZE), k % SIZE];
    let sum = i === j ? 1 : 0;
    for (let m = 0; m < SIZE; m++) sum += at(values, i, m) * at(values, j, m);
    return sum;
  });
}

describe('symmetric eigenvalues', () => {
  it('rebuild the matrix from orthonormal vectors in descending order', () => {
    fc.assert(
      fc.property(entries, (values) => {
        const matrix = symmetric(values);
        const { values: lambda, vectors } = symmetricEigen(matrix, SIZE);
        for (let i = 0; i < SIZE; i++) {
          if (i > 0) expect(lambda[i]).toBeLessThanOrEqual(lambda[i - 1]);
          for (let j = 0; j < SIZE; j++) {
            let rebuilt = 0;
            let product = 0;
            for (let k = 0; k < SIZE; k++) {
              rebuilt += at(vectors, i, k) * lambda[k] * at(vectors, j, k);
              product += at(vectors, k, i) * at(vectors, k, j);
            }
            expect(Math.abs(rebuilt - at(matrix, i, j))).toBeLessThan(1e-12);
            expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-13);
          }
        }
      }),
    );
  });

  it('of a known matrix: 2 and 1 on the diagonal, 1 beside it', () => {
    const { values } = symmetricEigen([2, 1, 1, 1], 2);
    expect(values[0]).toBeCloseTo((3 + Math.sqrt(5)) / 2, 14);
    expect(values[1]).toBeCloseTo((3 - Math.sqrt(5)) / 2, 14);
  });
});

describe('Cholesky', () => {
  it('solves and inverts what is positive definite', () => {
    fc.assert(
      fc.property(entries, (values) => {
        const matrix = definite(values);
        const lower = cholesky(matrix, SIZE);
        if (lower === null) throw new Error('expected a triangle');
        const x = solveCholesky(lower, [1, 2, 3, 4, 5, 6]);
        const inverse = invertCholesky(lower, SIZE);
        for (let i = 0; i < SIZE; i++) {
          let product = 0;
          for (let j = 0; j < SIZE; j++) product += at(matrix, i, j) * x[j];
          expect(Math.abs(product - (i + 1))).toBeLessThan(1e-7);
          let own = 0;
          for (let j = 0; j < SIZE; j++) own += at(matrix, i, j) * at(inverse, j, i);
          expect(Math.abs(own - 1)).toBeLessThan(1e-7);
        }
      }),
    );
  });

  it('refuses what is singular', () => {
    expect(cholesky([1, 1, 1, 1], 2)).toBeNull();
    expect(cholesky([-1], 1)).toBeNull();
  });
});
