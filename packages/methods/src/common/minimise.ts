/** Minimises smooth functions of a few parameters: the optimiser behind the maximum-likelihood fits here. */

/** The value at a point and the gradient there, written into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  point: Float64Array;
  value: number;
  /** Whether the gradient vanished to within the tolerance. */
  converged: boolean;
}

export interface MinimiseOptions {
  /** The largest gradient component, relative to max(1, |value|), that counts as none; 1e-10 by default. */
  tolerance?: number;
  /** The longest step of any one parameter, which bounds the search where the surface is flat; 1 by default. */
  longestStep?: number;
}

const MOST_STEPS = 500;

/** The Hessian by central differences of the gradient, as rows. */
function hessian(objective: Objective, point: Float64Array): Float64Array[] {
  const size = point.length;
  const rows: Float64Array[] = [];
  const above = new Float64Array(size);
  const below = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    const moved = Float64Array.from(point);
    const step = 6e-6 * Math.max(1, Math.abs(point[i]));
    moved[i] = point[i] + step;
    objective(moved, above);
    moved[i] = point[i] - step;
    objective(moved, below);
    rows.push(Float64Array.from(above, (value, j) => (value - below[j]) / (2 * step)));
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) rows[i][j] = rows[j][i] = (rows[i][j] + rows[j][i]) / 2;
  }
  return rows;
}

/** Solves (H + damping D) s = -g by Cholesky, D the diagonal of |H|; null where the sum is not positive definite. */
function dampedStep(rows: Float64Array[], gradient: Float64Array, damping: number): Float64Array | null {
  const size = gradient.length;
  const factor = rows.map((row, i) => {
    const copy = Float64Array.from(row);
    copy[i] += damping * Math.max(Math.abs(row[i]), 1e-8);
    return copy;
  });
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = factor[i][j];
      for (let k = 0; k < j; k++) sum -= factor[i][k] * factor[j][k];
      if (i !== j) factor[i][j] = sum / factor[j][j];
      else if (sum > 0) factor[i][i] = Math.sqrt(sum);
      else return null;
    }
  }
  const step = Float64Array.from(gradient, (value) => -value);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) step[i] -= factor[i][k] * step[k];
    step[i] /= factor[i][i];
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) step[i] -= factor[k][i] * step[k];
    step[i] /= factor[i][i];
  }
  return step;
}

const largest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/**
 * A local minimum by Newton's method with Levenberg and Marquardt's damping: J. Nocedal and S. J. Wright, Numerical
 * Optimization (2006), chapters 3 and 10. The Hessian is differenced from the gradient, so the gradient must be exact.
 * @param objective may return infinity or NaN outside its domain; such steps are shortened.
 * @param start a point where the objective is finite.
 * @throws RangeError where the objective is not finite at the start.
 * @example minimise((x, g) => { g[0] = 2 * (x[0] - 3); return (x[0] - 3) ** 2; }, [0]).point[0] // 3.000000
 */
export function minimise(
  objective: Objective,
  start: ArrayLike<number>,
  { tolerance = 1e-10, longestStep = 1 }: MinimiseOptions = {},
): Minimum {
  let point = Float64Array.from(start);
  let gradient = new Float64Array(point.length);
  let value = objective(point, gradient);
  if (!Number.isFinite(value))
    throw new RangeError(`start: the objective is ${value} there; expected a finite value`);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (largest(gradient) <= tolerance * Math.max(1, Math.abs(value)))
      return { point, value, converged: true };
    const rows = hessian(objective, point);
    let moved = false;
    while (damping < 1e12) {
      const move = dampedStep(rows, gradient, damping);
      if (move !== null) {
        const scale = Math.min(1, longestStep / largest(move));
        const next = Float64Array.from(point, (v, i) => v + scale * move[i]);
        const nextGradient = new Float64Array(point.length);
        const nextValue = objective(next, nextGradient);
        // Near the minimum the value no longer changes, and the gradient alone tells which point is better.
        const level = Math.abs(nextValue - value) <= 1e-13 * Math.max(1, Math.abs(value));
        if (nextValue < value || (level && largest(nextGradient) < largest(gradient))) {
          [point, gradient, value, moved] = [next, nextGradient, nextValue, true];
          damping = Math.max(damping / 10, 1e-12);
          break;
        }
      }
      damping *= 10;
    }
    if (!moved) return { point, value, converged: largest(gradient) <= 1e-6 * Math.max(1, Math.abs(value)) };
  }
  return { point, value, converged: false };
}
