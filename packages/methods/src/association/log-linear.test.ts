/** Log-linear models and stratified tables against R (reference/association-loglinear.json, association-2x2.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import twoByTwo from '../../reference/association-2x2.json';
import reference from '../../reference/association-loglinear.json';
import { expectClose } from '../common/expect-close.ts';
import { logLinear } from './log-linear.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { oddsRatio } from './odds-ratio.ts';

/** Alcohol, cigarettes, marijuana: 'AC,M' becomes [[0, 1], [2]]. */
const termsOf = (name: string) =>
  name.split(',').map((term) => [...term].map((letter) => 'ACM'.indexOf(letter)));
const counts = Object.values(reference.cells_A_C_M);

describe('log-linear models', () => {
  // R's loglin stops where margins agree within 0.1, which leaves an error of 2e-6 where there is no closed form.
  it.each(Object.entries(reference.models))("%s of Agresti's students agrees with R", (name, want) => {
    const fit = logLinear({ counts, levels: [2, 2, 2], terms: termsOf(name) });
    const tolerance = name === 'AC,AM,CM' ? 2e-6 : 1e-9;
    expectClose(fit.likelihoodRatio, want.G2, tolerance);
    expectClose(fit.pearson, want.X2, tolerance);
    expect(fit.degreesOfFreedom).toBe(want.df);
    expect(fit.n).toBe(2276);
  });

  it('AC,AM,CM agrees to 1e-9 with loglin(eps = 1e-12) of R 4.2.2', () => {
    const fit = logLinear({ counts, levels: [2, 2, 2], terms: termsOf('AC,AM,CM') });
    expectClose(fit.likelihoodRatio, 0.373985870142807, 1e-9);
    expectClose(fit.pearson, 0.401100516807348, 1e-9);
  });

  it.each(twoByTwo.cases)('independence in $id is the chi-square test, to 1e-9', (one) => {
    const fit = logLinear({ counts: one.table.flat(), levels: [2, 2], terms: [[0], [1]] });
    expectClose(fit.likelihoodRatio, one.G2, 1e-9);
    expectClose(fit.pearson, one.chisq, 1e-9);
    expectClose(fit.pearsonP, one.chisq_p, 1e-9);
  });

  it('reproduces the margins of its terms, and the table itself when saturated', () => {
    const table = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(table, (cells) => {
        fc.pre(cells.some((count) => count > 0));
        const { fitted } = logLinear({ counts: cells, levels: [3, 2, 2], terms: [[0, 1], [2]] });
        for (let pair = 0; pair < 6; pair++) {
          expectClose(fitted[2 * pair] + fitted[2 * pair + 1], cells[2 * pair] + cells[2 * pair + 1], 1e-9);
        }
        const saturated = logLinear({ counts: cells, levels: [3, 2, 2], terms: [[0, 1, 2]] });
        expect(saturated).toMatchObject({ degreesOfFreedom: 0, p: 1 });
        cells.forEach((count, cell) => {
          expectClose(saturated.fitted[cell], count, 1e-12);
        });
      }),
    );
  });

  it('warns of an empty margin and refuses a table that does not fit', () => {
    const fit = logLinear({ counts: [0, 0, 3, 4], levels: [2, 2], terms: [[0], [1]] });
    expect(fit.warnings[0].code).toBe('empty-margin');
    expect(() => logLinear({ counts: [1, 2, 3], levels: [2, 2], terms: [[0]] })).toThrow(
      'counts: got 3 cells',
    );
    expect(() => logLinear({ counts: [1, 2], levels: [2], terms: [[1]] })).toThrow('terms[0]: got 1');
  });
});

describe('Mantel-Haenszel', () => {
  const { table, mh, stat, ci } = reference.mantel_haenszel_UCB;
  const strata = Array.from({ length: 6 }, (_, k) => {
    const [a, c, b, d] = table.slice(4 * k, 4 * k + 4);
    return { a, b, c, d };
  });

  it('of admissions to Berkeley agrees with R to 1e-9', () => {
    const result = mantelHaenszel(strata);
    expectClose(result.estimate, mh, 1e-9);
    expectClose(result.interval?.lower, ci[0], 1e-9);
    expectClose(result.interval?.upper, ci[1], 1e-9);
    expectClose(result.statistic, stat, 1e-9);
  });

  it("of one stratum is the odds ratio with Woolf's interval", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 4, maxLength: 4 }),
        ([a, b, c, d]) => {
          const one = mantelHaenszel([{ a, b, c, d }]);
          const plain = oddsRatio({ a, b, c, d });
          expectClose(one.estimate, plain.estimate ?? 0, 1e-12);
          expectClose(one.interval?.lower, plain.interval?.lower ?? 0, 1e-9);
        },
      ),
    );
  });

  it('says why it has no answer', () => {
    expect(mantelHaenszel([]).estimate).toBeNull();
    expect(mantelHaenszel([{ a: 3, b: 0, c: 2, d: 1 }]).warnings[0].code).toBe('empty-cell');
  });
});
