/**
 * The older unitizing alpha, alpha_U, one value at a time: for comparison with studies that report it. Units of
 * different values may overlap in it, since each value is compared by itself.
 * Source: Krippendorff, Sociological Methodology 25 (1995) 47-76; Content Analysis, 2nd ed. (2004) 251-256.
 */
import type { MethodWarning } from '../common/result.ts';
import { type Continuum, GAP, numberValues, requireLength, type Section, sections } from './continuum.ts';
import type { Label } from './set-distance.ts';

/** Disagreements are shares of the squared length; `alpha` is `null` where chance leaves no room for them. */
export interface AlphaUResult {
  byValue: { value: Label; alpha: number | null; observed: number; expected: number }[];
  /** 1 - sum of observed / sum of expected disagreements. */
  joint: number | null;
  method: string;
  warnings: MethodWarning[];
}

/**
 * Observed: the squared distances of beginnings and of ends of overlapping units, and the squared length of units that
 * fall into another coder's gap, over m (m - 1) L^2. Expected: the same over all positions that the units could have.
 * @param continuum one text that every coder read; lengths in whole steps, such as code points.
 * @throws RangeError for fewer than two coders, a coder who did not read the text, and as `unitizingAlpha`, though only
 * spans of one value must not overlap.
 * @example
 * const marks = (start: number, end: number) => [{ start, end, value: 'A' }];
 * alphaU({ length: 20, coders: [marks(2, 8), marks(3, 8)] }).joint // 0.9648510242085662
 */
export function alphaU({ length, coders }: Continuum): AlphaUResult {
  requireLength('length', length);
  const read = coders.filter((spans) => spans !== null);
  if (read.length < coders.length || read.length < 2) {
    throw new RangeError(
      `coders: got ${read.length} of ${coders.length} who read it; expected two or more, and all`,
    );
  }
  const byValue = Array.from(numberValues([{ length, coders }]).keys(), (value) => {
    const rows = read.map((spans, c) => {
      const own = spans.filter((span) => span.value === value);
      return sections(own, length, new Map([[value, 1]]), `coders[${c}], value ${String(value)}`);
    });
    const observed = observedDisagreement(rows, length);
    const expected = expectedDisagreement(rows, length);
    return { value, alpha: expected > 0 ? 1 - observed / expected : null, observed, expected };
  });
  const expected = byValue.reduce((sum, one) => sum + one.expected, 0);
  const observed = byValue.reduce((sum, one) => sum + one.observed, 0);
  const joint = expected > 0 ? 1 - observed / expected : null;
  const message = 'alpha is undefined: no unit could lie elsewhere';
  const warnings = joint === null ? [{ code: 'single-category', message }] : [];
  return { byValue, joint, method: "Krippendorff's alpha_U (1995)", warnings };
}

function observedDisagreement(rows: Section[][], length: number): number {
  let sum = 0;
  for (const own of rows) {
    for (const other of rows) {
      if (other === own) continue;
      for (const a of own) for (const b of other) sum += difference(a, b);
    }
  }
  const m = rows.length;
  return sum / (m * (m - 1) * length ** 2);
}

function difference(a: Section, b: Section): number {
  if (a.value !== GAP && b.value !== GAP) {
    const overlap = a.start < b.end && b.start < a.end;
    return overlap ? (a.start - b.start) ** 2 + (a.end - b.end) ** 2 : 0;
  }
  if (a.value !== GAP && b.start <= a.start && b.end >= a.end) return (a.end - a.start) ** 2;
  if (b.value !== GAP && a.start <= b.start && a.end >= b.end) return (b.end - b.start) ** 2;
  return 0;
}

function expectedDisagreement(rows: Section[][], length: number): number {
  const all = rows.flat();
  const units = all.filter(({ value }) => value !== GAP).map(({ start, end }) => end - start);
  const gaps = all.filter(({ value }) => value === GAP).map(({ start, end }) => end - start);
  let sum = 0;
  let fixed = 0;
  for (const l of units) {
    const overlapping = ((units.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l);
    const room = gaps.reduce((places, gap) => places + (gap >= l ? gap - l + 1 : 0), 0);
    sum += overlapping + l ** 2 * room;
    fixed += l * (l - 1);
  }
  const total = rows.length * length;
  return ((2 / length) * sum) / (total * (total - 1) - fixed);
}
