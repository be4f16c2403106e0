/**
 * How unlike two marked spans are, in place and in value: what gamma aligns spans by.
 * Source: Mathet, Widlöcher, Métivier, Computational Linguistics 41 (2015) 437-479, section 4.
 */
import type { Span } from './continuum.ts';
import type { Label } from './set-distance.ts';

export interface DissimilarityOptions {
  /** Weight of place, 1 unless given. */
  alpha?: number;
  /** Weight of value, 1 unless given. */
  beta?: number;
  /** What it costs to leave a span without a partner, 1 unless given: the unit in which the rest is measured. */
  empty?: number;
  /** How unlike two values are, 0 to 1; 0 for equal and 1 for unequal ones unless given. */
  values?: (a: Label, b: Label) => number;
}

export type Dissimilarity = (a: Span, b: Span) => number;

/** alpha d_pos + beta d_cat, d_pos = ((|start - start'| + |end - end'|) / (length + length'))^2 empty, d_cat likewise. */
export function spanDissimilarity({
  alpha = 1,
  beta = 1,
  empty = 1,
  values,
}: DissimilarityOptions): Dissimilarity {
  requireWeight('alpha', alpha);
  requireWeight('beta', beta);
  requireEmpty(empty);
  const valueDistance = values ?? ((a: Label, b: Label) => (a === b ? 0 : 1));
  return (a, b) => {
    const shift = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
    const length = a.end - a.start + b.end - b.start;
    return (alpha * (shift / length) ** 2 + beta * valueDistance(a.value, b.value)) * empty;
  };
}

function requireWeight(name: string, weight: number): void {
  if (!(weight >= 0 && Number.isFinite(weight))) {
    throw new RangeError(`${name}: got ${weight}; expected a finite number of 0 or more`);
  }
}

export function requireEmpty(empty: number): void {
  if (!(empty > 0 && Number.isFinite(empty))) {
    throw new RangeError(`empty: got ${empty}; expected a finite number above 0`);
  }
}
