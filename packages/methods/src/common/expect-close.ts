/** For the tests: figures are compared by their relative error, so that small ones are held to as many digits. */
import { expect } from 'vitest';

/** Fails unless |got - want| <= tolerance * |want|, or <= tolerance where 0 is wanted. */
export function expectClose(
  got: number | null | undefined,
  want: number,
  tolerance = 1e-9,
  label = '',
): void {
  const error = got === null || got === undefined ? Number.NaN : Math.abs(got - want);
  const relative = want === 0 ? error : error / Math.abs(want);
  expect(relative, `${label} got ${got}, want ${want}`).toBeLessThanOrEqual(tolerance);
}
