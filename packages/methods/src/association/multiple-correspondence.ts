/**
 * Multiple correspondence analysis: a map on which categories that the same participants chose lie close together.
 * Sources: Greenacre, Correspondence Analysis in Practice (2017) chapters 18 and 19;
 * Nenadic, Greenacre, J Stat Softw 20 (2007) 3.
 */
import { requirePositiveInteger, requireRectangular } from '../common/checks.ts';
import { symmetricEigen } from '../common/linear-algebra.ts';
import type { MethodWarning } from '../common/result.ts';

export interface CategoryLevel {
  variable: number;
  category: string | number;
  count: number;
}

/** Matrices are row-major with `dimensions` columns. The sign of a dimension is arbitrary. */
export interface MultipleCorrespondence {
  levels: CategoryLevel[];
  dimensions: number;
  /** Principal inertias of the indicator matrix, all that are above 0; those of the Burt matrix are their squares. */
  inertia: Float64Array;
  /** Greenacre's adjustment: the inertia beyond what the variables share with themselves, and the share explained. */
  adjusted: { inertia: Float64Array; shares: Float64Array; total: number };
  /** Categories in standard coordinates (weighted variance 1), and in principal ones (standard x sqrt(inertia)). */
  standard: Float64Array;
  principal: Float64Array;
  /** Share of each category in the inertia of each dimension; each column adds up to 1. */
  contributions: Float64Array;
  /** Participants in principal coordinates: the mean of the standard coordinates of what they chose. */
  participants: Float64Array;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/**
 * Eigenvalues of D^(-1/2) (B / (n Q^2) - c c') D^(-1/2) with B the Burt matrix, c the category masses, D their diagonal.
 * Adjusted inertia (Q/(Q-1))^2 (mu - 1/Q)^2 for mu > 1/Q, out of Q/(Q-1) (sum mu^2 - (J-Q)/Q^2).
 * @param rows one row a participant, one column a variable; categories are strings or numbers, none missing.
 * @returns the categories of each variable in ascending order, and coordinates on the first `dimensions`, 2 by default.
 * @throws RangeError where rows differ in length, there are fewer than two variables, or nothing varies.
 * @example multipleCorrespondence([['y', 'y'], ['y', 'y'], ['n', 'n'], ['n', 'y']]).inertia[0] // 0.7886751345948129
 */
export function multipleCorrespondence(
  rows: ReadonlyArray<ReadonlyArray<string | number>>,
  { dimensions = 2 }: { dimensions?: number } = {},
): MultipleCorrespondence {
  requireRectangular('rows', rows);
  requirePositiveInteger('dimensions', dimensions);
  const n = rows.length;
  const variables = n === 0 ? 0 : rows[0].length;
  if (variables < 2) throw new RangeError(`rows: got ${variables} variables; expected at least 2`);
  const { levels, chosen } = codeLevels(rows, variables);
  const size = levels.length;
  const mass = levels.map((level) => level.count / (n * variables));
  const { values, vectors } = symmetricEigen(standardResiduals(chosen, variables, mass, n), size);
  const inertia = values.slice(0, size - variables).filter((value) => value > 1e-12);
  if (inertia.length === 0)
    throw new RangeError('rows: everybody chose the same; expected categories that vary');
  const kept = Math.min(dimensions, inertia.length);
  const standard = new Float64Array(size * kept);
  const principal = new Float64Array(size * kept);
  const contributions = new Float64Array(size * kept);
  for (let level = 0; level < size; level++) {
    for (let k = 0; k < kept; k++) {
      const entry = vectors[level * size + k];
      standard[level * kept + k] = entry / Math.sqrt(mass[level]);
      principal[level * kept + k] = (entry / Math.sqrt(mass[level])) * Math.sqrt(inertia[k]);
      contributions[level * kept + k] = entry ** 2;
    }
  }
  const warnings: MethodWarning[] = [];
  if (kept < dimensions) {
    warnings.push({
      code: 'fewer-dimensions',
      message: `the data span ${kept} of the ${dimensions} dimensions`,
    });
  }
  return {
    levels,
    dimensions: kept,
    inertia,
    adjusted: adjust(inertia, variables, size),
    standard,
    principal,
    contributions,
    participants: meanOfChosen(standard, chosen, n, variables, kept),
    n,
    method: 'multiple correspondence analysis',
    warnings,
  };
}

/** The categories of each variable in ascending order, and the position of each choice among all of them. */
function codeLevels(rows: ReadonlyArray<ReadonlyArray<string | number>>, variables: number) {
  const levels: CategoryLevel[] = [];
  const chosen = new Int32Array(rows.length * variables);
  for (let variable = 0; variable < variables; variable++) {
    const counts = new Map<string | number, number>();
    rows.forEach((row, i) => {
      const category = row[variable];
      if (typeof category !== 'string' && !Number.isFinite(category)) {
        throw new RangeError(`rows[${i}][${variable}]: got ${category}; expected a category, none missing`);
      }
      counts.set(category, (counts.get(category) ?? 0) + 1);
    });
    const categories = [...counts.keys()].sort((x, y) => (x < y ? -1 : 1));
    const place = new Map(categories.map((category, i) => [category, levels.length + i]));
    for (const category of categories) levels.push({ variable, category, count: counts.get(category) ?? 0 });
    rows.forEach((row, i) => {
      chosen[i * variables + variable] = place.get(row[variable]) ?? 0;
    });
  }
  return { levels, chosen };
}

function standardResiduals(chosen: Int32Array, variables: number, mass: number[], n: number): Float64Array {
  const size = mass.length;
  const burt = new Float64Array(size * size);
  for (let i = 0; i < n; i++) {
    for (let q = 0; q < variables; q++) {
      for (let r = 0; r < variables; r++)
        burt[chosen[i * variables + q] * size + chosen[i * variables + r]]++;
    }
  }
  return burt.map((count, at) => {
    const [i, j] = [Math.floor(at / size), at % size];
    return (count / (n * variables * variables) - mass[i] * mass[j]) / Math.sqrt(mass[i] * mass[j]);
  });
}

function adjust(inertia: Float64Array, variables: number, levels: number) {
  const factor = variables / (variables - 1);
  const adjusted = inertia
    .filter((mu) => mu > 1 / variables)
    .map((mu) => (factor * (mu - 1 / variables)) ** 2);
  const squares = inertia.reduce((sum, mu) => sum + mu * mu, 0);
  const total = factor * (squares - (levels - variables) / variables ** 2);
  return { inertia: adjusted, shares: adjusted.map((value) => value / total), total };
}

function meanOfChosen(
  standard: Float64Array,
  chosen: Int32Array,
  n: number,
  variables: number,
  kept: number,
) {
  const means = new Float64Array(n * kept);
  for (let i = 0; i < n; i++) {
    for (let q = 0; q < variables; q++) {
      const level = chosen[i * variables + q];
      for (let k = 0; k < kept; k++) means[i * kept + k] += standard[level * kept + k] / variables;
    }
  }
  return means;
}
