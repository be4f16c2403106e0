/** Kendall's W against irr and R (reference/consensus-kendall-w.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/consensus-kendall-w.json';
import { expectClose } from '../common/expect-close.ts';
import { kendallW } from './kendall-w.ts';

const [anxiety, executives, panel] = reference.cases;

describe("Kendall's W", () => {
  it('of three judges of anxiety agrees with irr to 1e-9, with and without the correction for ties', () => {
    const subjects = anxiety.ratings_subjects_by_raters ?? [];
    const result = kendallW([0, 1, 2].map((rater) => subjects.map((row) => row[rater])));
    expectClose(result.estimate, anxiety.W_corrected ?? 0, 1e-9);
    expectClose(result.uncorrected, anxiety.W_uncorrected ?? 0, 1e-9);
    expectClose(result.statistic, anxiety.chisq, 1e-9);
    expectClose(result.p, anxiety.p ?? 0, 1e-9);
  });

  it('of three executives has the published value, .16', () => {
    const result = kendallW(executives.raters_by_objects ?? []);
    expectClose(result.estimate, executives.W ?? 0, 1e-9);
    expectClose(result.statistic, executives.chisq, 1e-9);
    expect(result).toMatchObject({ raters: 3, n: 6, degreesOfFreedom: 5 });
  });

  it("of a panel with ties agrees with R, and its statistic is Friedman's, to 1e-9", () => {
    const result = kendallW(panel.raters_by_items ?? []);
    expectClose(result.estimate, panel.W ?? 0, 1e-9);
    expectClose(result.statistic, panel.friedman ?? 0, 1e-9);
    expectClose(result.p, panel.p ?? 0, 1e-9);
  });

  it('lies within 0 to 1, is 1 where all agree, and does not mind the order of items or members', () => {
    const rating = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rating, rating, rating, rating), { minLength: 2, maxLength: 8 }),
        (rows) => {
          const { estimate } = kendallW(rows);
          if (estimate === null) return;
          expect(estimate).toBeGreaterThanOrEqual(0);
          expect(estimate).toBeLessThanOrEqual(1 + 1e-12);
          expectClose(kendallW(rows.map((row) => [...row].reverse()).reverse()).estimate, estimate, 1e-12);
          const first = kendallW(rows.map(() => rows[0])).estimate;
          if (first !== null) expectClose(first, 1, 1e-12);
        },
      ),
    );
  });

  it('says why it has no answer', () => {
    expect(
      kendallW([
        [1, 1],
        [2, 2],
      ]).warnings[0].code,
    ).toBe('all-tied');
    expect(kendallW([[1, 2, 3]])).toMatchObject({ estimate: null, warnings: [{ code: 'too-few' }] });
    expect(() => kendallW([[1, 2], [1]])).toThrow('ratings[1]: got 1 cells; expected 2');
    expect(() => kendallW([[1, Number.NaN]])).toThrow('ratings[0][1]: got NaN');
  });
});
