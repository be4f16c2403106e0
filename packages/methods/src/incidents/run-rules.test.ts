/** The run rules against their definition and the published table of limits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runRules } from './run-rules.ts';

/** n points that alternate about 0. */
const alternating = (n: number) => Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1));

describe('run rules', () => {
  it('have the published limits (Anhøj and Olesen 2014)', () => {
    const limits = [10, 11, 12, 20, 24, 60, 100].map((n) => {
      const rules = runRules(alternating(n), 0);
      return [n, rules.longestRunLimit, rules.crossingsLimit];
    });
    expect(limits).toEqual([
      [10, 6, 2],
      [11, 6, 2],
      [12, 7, 3],
      [20, 7, 6],
      [24, 8, 8],
      [60, 9, 23],
      [100, 10, 41],
    ]);
  });

  it('put the limit on crossings at the 5 % quantile of a fair binomial, also where its terms underflow', () => {
    const { crossingsLimit } = runRules(alternating(4001), 0);
    // Normal approximation with continuity: 2000 - 1.645 sqrt(1000) = 1947.98.
    expect(crossingsLimit).toBe(1948);
  });

  it('signal a long run', () => {
    const rules = runRules([...alternating(12), 1, 1, 1, 1, 1, 1, 1, 1, 1], 0);
    expect(rules).toMatchObject({ longestRun: 9, longestRunLimit: 7, signal: true });
  });

  it('signal few crossings', () => {
    const rules = runRules([1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, 1, 1, 1, 1, 1, 1], 0);
    expect(rules).toMatchObject({
      longestRun: 6,
      longestRunLimit: 7,
      crossings: 2,
      crossingsLimit: 5,
      signal: true,
    });
  });

  it('pass over points on the line, which neither break nor lengthen a run', () => {
    expect(runRules([1, 0, 1, 0, -1], 0)).toMatchObject({ n: 3, longestRun: 2, crossings: 1 });
  });

  it('take a mean that misses its own values by rounding as on them', () => {
    expect(runRules([0.1, 0.1, 0.1], (0.1 + 0.1 + 0.1) / 3).n).toBe(0);
  });

  it('have no limits where every point is on the line', () => {
    expect(runRules([2, 2], 2)).toMatchObject({
      n: 0,
      longestRunLimit: null,
      crossingsLimit: null,
      signal: false,
      warnings: [{ code: 'few-points' }],
    });
  });

  it('do not change when the series is turned upside down or back to front', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 }), (values) => {
        const rules = runRules(values, 0);
        expect(
          runRules(
            values.map((v) => -v),
            0,
          ),
        ).toEqual({ ...rules, centre: 0 });
        expect(runRules([...values].reverse(), 0)).toEqual(rules);
      }),
    );
  });

  it('refuse what is not a number', () => {
    expect(() => runRules([1, Number.NaN], 0)).toThrow(/^values\[1\]: got NaN/);
    expect(() => runRules([1], Number.NaN)).toThrow(/^centre: got NaN/);
  });
});
