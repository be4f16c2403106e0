import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuantileType, quantile, quantileOfSorted } from './quantile.ts';

const types: QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('sample quantiles', () => {
  // quantile(c(2, 3, 5, 8, 13, 21, 34), p, type = t) in R 4.2.2.
  const values = [2, 3, 5, 8, 13, 21, 34];
  it.each([
    [0.3, [5, 5, 3, 3.2, 4.2, 3.8, 4.6, 4.0666666666666664, 4.1]],
    [0.5, [8, 8, 8, 6.5, 8, 8, 8, 8, 8]],
    [0.1, [2, 2, 2, 2, 2.2, 2, 2.6, 2.0666666666666669, 2.1]],
    [0.95, [34, 34, 34, 29.45, 34, 34, 30.1, 34, 34]],
  ])('at %f, the nine rules as in R', (p, want) => {
    for (const type of types) {
      expect(quantile(values, p, type), `type ${type}`).toBeCloseTo(want[type - 1], 12);
    }
  });

  it('worked example: the 70th centile of 1 to 9 by type 6', () => {
    expect(quantileOfSorted([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.7, 6)).toBe(7);
  });

  it('reaches the ends and stays between them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...types),
        (sample, p, type) => {
          const q = quantile(sample, p, type);
          expect(q).toBeGreaterThanOrEqual(Math.min(...sample));
          expect(q).toBeLessThanOrEqual(Math.max(...sample));
          expect(quantile(sample, 1, type)).toBe(Math.max(...sample));
        },
      ),
    );
  });

  it('refuses no values, a value that is no number, and a share outside 0 to 1', () => {
    expect(() => quantile([], 0.5)).toThrow(/sorted: got no values/);
    expect(() => quantile([1, Number.NaN], 0.5)).toThrow(/values\[1\]: got NaN/);
    expect(() => quantile([1], 1.5)).toThrow(/p: got 1.5/);
  });
});
