import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialDraw, multinomialDraw } from './binomial-draw.ts';
import { chiSquareUpperTail } from './chi-square.ts';
import { seededRandom } from './random.ts';
import { binomialDensity } from './saddle-point.ts';

describe('binomial draws', () => {
  // Means of 2.5, 11.9, 12.1, 300 and, by turning over, 18 of 20: both algorithms on either side of their border.
  it.each([
    [25, 0.1],
    [119, 0.1],
    [121, 0.1],
    [1000, 0.3],
    [20, 0.9],
    [100000, 0.5],
  ])('of %i trials at %f follow the binomial distribution', (n, p) => {
    const random = seededRandom(7);
    const draws = 40000;
    const seen = new Map<number, number>();
    for (let i = 0; i < draws; i++) {
      const k = binomialDraw(random, n, p);
      seen.set(k, (seen.get(k) ?? 0) + 1);
    }
    let statistic = 0;
    let cells = -1;
    let restSeen = draws;
    let restExpected = draws;
    for (let k = 0; k <= n; k++) {
      const expected = draws * binomialDensity(k, n, p);
      if (expected < 20) continue;
      statistic += ((seen.get(k) ?? 0) - expected) ** 2 / expected;
      restSeen -= seen.get(k) ?? 0;
      restExpected -= expected;
      cells++;
    }
    if (restExpected > 5) {
      statistic += (restSeen - restExpected) ** 2 / restExpected;
      cells++;
    }
    expect(chiSquareUpperTail(statistic, cells)).toBeGreaterThan(0.001);
  });

  it('stay within 0 to n, and reach the ends where they must', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer(),
        (n, p, seed) => {
          const k = binomialDraw(seededRandom(seed), n, p);
          expect(Number.isInteger(k) && k >= 0 && k <= n).toBe(true);
        },
      ),
    );
    expect(binomialDraw(seededRandom(1), 9, 0)).toBe(0);
    expect(binomialDraw(seededRandom(1), 9, 1)).toBe(9);
  });
});

it('multinomial draws add up, and leave boxes of no weight empty', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 5000 }),
      fc.integer(),
      (weights, draws, seed) => {
        fc.pre(weights.some((weight) => weight > 0));
        const into = new Float64Array(weights.length);
        multinomialDraw(seededRandom(seed), draws, weights, into);
        expect(into.reduce((sum, count) => sum + count, 0)).toBe(draws);
        weights.forEach((weight, i) => {
          if (weight === 0) expect(into[i]).toBe(0);
        });
      },
    ),
  );
});
