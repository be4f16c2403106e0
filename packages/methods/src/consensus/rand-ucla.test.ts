/** RAND/UCLA against the manual's formulae with R's quantiles (reference/consensus-rand-ucla.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/consensus-rand-ucla.json';
import { expectClose } from '../common/expect-close.ts';
import type { QuantileType } from '../common/quantile.ts';
import { randUcla } from './rand-ucla.ts';
import { randUclaClassic } from './rand-ucla-classic.ts';

const nine = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 });

describe('RAND/UCLA', () => {
  it.each(Object.entries(reference.panels))(
    'panel %s has the figures of every quantile type, to 1e-9',
    (_, panel) => {
      for (const want of panel.by_type) {
        const result = randUcla(panel.ratings, { quantileType: want.type as QuantileType });
        expectClose(result.p30, want.p30, 1e-9);
        expectClose(result.p70, want.p70, 1e-9);
        expectClose(result.interpercentileRange, want.IPR, 1e-9);
        expectClose(result.centre, want.IPRCP, 1e-9);
        // The file's asymmetry of .4 is 5 - 5.4 in floating point, where a digit is lost on both sides.
        expectClose(result.asymmetry, want.AI, 1e-9);
        expectClose(result.adjustedRange, want.IPRAS, 1e-9);
        expectClose(result.disagreementIndex, want.DI, 1e-9);
        expect(result.disagreement).toBe(want.disagreement);
        expect(result.quantileType).toBe(want.type);
      }
      const result = randUcla(panel.ratings);
      expectClose(result.median, panel.median, 1e-12);
      expectClose(result.meanAbsoluteDeviation, panel.MAD_from_median, 1e-9);
      expect(result.counts).toEqual({ low: panel.n_1_3, middle: panel.n_4_6, high: panel.n_7_9 });
      expect(result.n).toBe(panel.n);
    },
  );

  // The same panel is in disagreement by either type, but its index is not the same number.
  it('stores the quantile type, because the index depends on it', () => {
    const ratings = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expectClose(randUcla(ratings).disagreementIndex, 1.3617021276595744, 1e-12);
    expectClose(randUcla(ratings, { quantileType: 6 }).disagreementIndex, 1.702127659574468, 1e-12);
    expect(randUcla(ratings).method).toContain('quantile type 7');
    expect(randUcla(ratings, { quantileType: 6 })).toMatchObject({ quantileType: 6 });
  });

  it('gives a verdict by the median, uncertain where the panel disagrees', () => {
    expect(randUcla([7, 8, 8, 9, 9]).verdict).toBe('appropriate');
    expect(randUcla([1, 2, 2, 3, 4]).verdict).toBe('inappropriate');
    expect(randUcla([1, 1, 1, 1, 9, 9, 9, 9, 9]).verdict).toBe('uncertain');
    // Medians between two regions count with the higher one.
    expect(randUcla([6, 6, 7, 7]).verdict).toBe('appropriate');
    expect(randUcla([3, 3, 4, 4]).verdict).toBe('uncertain');
  });

  it('is the same read from the other end of the scale', () => {
    fc.assert(
      fc.property(nine, (ratings) => {
        const one = randUcla(ratings);
        const turned = randUcla(ratings.map((rating) => 10 - rating));
        expectClose((turned.disagreementIndex ?? -1) + 1, (one.disagreementIndex ?? -1) + 1, 1e-9);
        expectClose(turned.median, 10 - (one.median ?? 0), 1e-12);
        expect(randUclaClassic(ratings.map((rating) => 10 - rating)) === 'disagreement').toBe(
          randUclaClassic(ratings) === 'disagreement',
        );
      }),
    );
  });

  it('counts members by the older rules, for the panels they were made for', () => {
    expect(randUclaClassic([1, 2, 3, 5, 5, 5, 7, 8, 9])).toBe('disagreement');
    expect(randUclaClassic([7, 7, 7, 8, 8, 9, 9, 4, 5])).toBe('agreement');
    expect(randUclaClassic([7, 7, 7, 8, 8, 9, 4, 4, 5])).toBe('indeterminate');
    // Eleven members: it takes four at either end.
    expect(randUclaClassic([1, 2, 3, 5, 5, 5, 5, 5, 7, 8, 9])).toBe('indeterminate');
    expect(randUclaClassic([1, 2, 3, 3, 5, 5, 5, 7, 7, 8, 9])).toBe('disagreement');
    expect(randUclaClassic([1, 9])).toBeNull();
  });

  it('says why it has no answer and refuses what is off the scale', () => {
    expect(randUcla([])).toMatchObject({ median: null, verdict: null, warnings: [{ code: 'no-ratings' }] });
    expect(() => randUcla([5, 10])).toThrow('ratings[1]: got 10; expected a whole number from 1 to 9');
    expect(() => randUclaClassic([0])).toThrow(RangeError);
  });
});
