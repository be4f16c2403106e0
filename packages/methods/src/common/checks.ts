/** Refusals that name the argument, the position and what was expected, so that a caller can mend the input. */

export function requireLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`level: got ${level}; expected a number between 0 and 1, such as 0.95`);
  }
}

export function requireCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 0) {
    throw new RangeError(`${name}: got ${value}; expected a whole number of 0 or more`);
  }
}

export function requirePositiveInteger(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new RangeError(`${name}: got ${value}; expected a whole number of 1 or more`);
  }
}

export function requireFinite(name: string, value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${name}: got ${value}; expected a finite number`);
}

/** All rows of a table must have as many cells as its first. */
export function requireRectangular(name: string, rows: ReadonlyArray<ArrayLike<unknown>>): void {
  const width = rows.length > 0 ? rows[0].length : 0;
  for (let i = 0; i < rows.length; i++) {
    if (rows[i].length !== width) {
      throw new RangeError(`${name}[${i}]: got ${rows[i].length} cells; expected ${width}, as in row 0`);
    }
  }
}
