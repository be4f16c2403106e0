/** For the tests: whole series of figures, each by its relative error. */
import { expect } from 'vitest';
import { expectClose } from './expect-close.ts';

export function expectAllClose(
  got: ReadonlyArray<number | null>,
  want: ReadonlyArray<number>,
  tolerance = 1e-9,
): void {
  expect(got).toHaveLength(want.length);
  want.forEach((value, i) => {
    expectClose(got[i], value, tolerance, `[${i}]`);
  });
}
