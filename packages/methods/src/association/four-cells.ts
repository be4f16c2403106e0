/** The 2 x 2 table of two themes: how participants fall who could have shown either, both or neither. */
import { requireCount } from '../common/checks.ts';

/** Counts of participants: `a` both themes, `b` only the left one, `c` only the right one, `d` neither. */
export interface FourCells {
  a: number;
  b: number;
  c: number;
  d: number;
}

/**
 * Counts the four cells of two binary columns, one entry a participant.
 * @param left 0 or 1 for each participant; `right` likewise, in the same order and of the same length.
 * @throws RangeError where the lengths differ or an entry is neither 0 nor 1.
 * @example fourCells([1, 1, 0, 0], [1, 0, 0, 0]) // { "a": 1, "b": 1, "c": 0, "d": 2 }
 */
export function fourCells(left: ArrayLike<number>, right: ArrayLike<number>): FourCells {
  if (left.length !== right.length) {
    throw new RangeError(`right: got ${right.length} entries; expected ${left.length}, as in left`);
  }
  const cells = { a: 0, b: 0, c: 0, d: 0 };
  for (let i = 0; i < left.length; i++) {
    requireBinary('left', i, left[i]);
    requireBinary('right', i, right[i]);
    if (left[i] === 1) {
      if (right[i] === 1) cells.a++;
      else cells.b++;
    } else if (right[i] === 1) cells.c++;
    else cells.d++;
  }
  return cells;
}

export function requireBinary(name: string, index: number, value: number): void {
  if (value !== 0 && value !== 1) throw new RangeError(`${name}[${index}]: got ${value}; expected 0 or 1`);
}

/** Checks the cells and returns how many participants they hold. */
export function requireFourCells(cells: FourCells): number {
  requireCount('cells.a', cells.a);
  requireCount('cells.b', cells.b);
  requireCount('cells.c', cells.c);
  requireCount('cells.d', cells.d);
  return cells.a + cells.b + cells.c + cells.d;
}

/** Which margin of the table is empty, as a warning's words; `null` where none is. */
export function emptyMargin(cells: FourCells): string | null {
  const { a, b, c, d } = cells;
  if (a + b === 0) return 'nobody shows the left theme';
  if (c + d === 0) return 'everybody shows the left theme';
  if (a + c === 0) return 'nobody shows the right theme';
  if (b + d === 0) return 'everybody shows the right theme';
  return null;
}
