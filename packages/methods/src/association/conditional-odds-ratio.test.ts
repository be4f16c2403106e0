/** The conditional odds ratio against the equations that define it, and against R. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/association-2x2.json';
import { expectClose } from '../common/expect-close.ts';
import { logGamma } from '../common/gamma.ts';
import { conditionalOddsRatio } from './conditional-odds-ratio.ts';
import { fisherExact } from './fisher-exact.ts';
import type { FourCells } from './four-cells.ts';

/** P(X = x) for every x that the margins allow, at the odds ratio psi. */
function distributionAt({ a, b, c, d }: FourCells, psi: number): Array<{ x: number; p: number }> {
  const terms: Array<{ x: number; log: number }> = [];
  for (let x = Math.max(0, a - d); x <= Math.min(a + b, a + c); x++) {
    const cells = [x, a + b - x, a + c - x, d - a + x];
    terms.push({ x, log: x * Math.log(psi) - cells.reduce((sum, k) => sum + logGamma(k + 1), 0) });
  }
  const most = Math.max(...terms.map((one) => one.log));
  const total = terms.reduce((sum, one) => sum + Math.exp(one.log - most), 0);
  return terms.map(({ x, log }) => ({ x, p: Math.exp(log - most) / total }));
}

const sumOf = (terms: Array<{ x: number; p: number }>, weigh: (x: number) => number) =>
  terms.reduce((sum, { x, p }) => sum + weigh(x) * p, 0);

describe('conditional odds ratio', () => {
  // R finds these roots by uniroot at its default tolerance, which leaves errors of up to 1 % far from 1.
  it.each(reference.cases)('$id lies within what R resolves', (one) => {
    const [[a, b], [c, d]] = one.table;
    const cells = { a, b, c, d };
    const { estimate, interval } = conditionalOddsRatio(cells);
    const midP = conditionalOddsRatio(cells, { interval: 'mid-p' }).interval;
    const pairs = [
      [estimate, one.OR_cond_mle],
      [interval?.lower, one.fisher_ci_R[0]],
      [interval?.upper, one.fisher_ci_R[1]],
      [midP?.lower, one.midp_central.ci[0]],
      [midP?.upper, one.midp_central.ci[1]],
    ];
    for (const [got, want] of pairs) {
      if (want === null || want === undefined)
        expect(got ?? Number.POSITIVE_INFINITY).toBe(Number.POSITIVE_INFINITY);
      else expectClose(got, want, 0.01);
    }
  });

  it('solves its equations to 1e-9 for any table', () => {
    const count = fc.nat(25);
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const cells = { a, b, c, d };
        const { estimate, interval } = conditionalOddsRatio(cells, { level: 0.9 });
        const midP = conditionalOddsRatio(cells, { level: 0.9, interval: 'mid-p' }).interval;
        if (interval === null || midP === null) return;
        if (estimate !== null && estimate > 0) {
          expectClose(
            sumOf(distributionAt(cells, estimate), (x) => x),
            a,
            1e-9,
          );
          expect(interval.lower).toBeLessThan(estimate);
          expect(interval.upper).toBeGreaterThan(estimate);
          expect(midP.lower).toBeGreaterThan(interval.lower);
          expect(midP.upper).toBeLessThan(interval.upper);
        }
        if (interval.lower > 0) {
          expectClose(
            sumOf(distributionAt(cells, interval.lower), (x) => Number(x >= a)),
            0.05,
            1e-9,
          );
          const half = (x: number) => (x > a ? 1 : x === a ? 0.5 : 0);
          expectClose(sumOf(distributionAt(cells, midP.lower), half), 0.05, 1e-9);
        }
        if (interval.upper < Number.POSITIVE_INFINITY) {
          expectClose(
            sumOf(distributionAt(cells, interval.upper), (x) => Number(x <= a)),
            0.05,
            1e-9,
          );
        }
      }),
    );
  });

  it('excludes 1 exactly where the central test rejects', () => {
    const count = fc.nat(20);
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const { interval } = conditionalOddsRatio({ a, b, c, d });
        const { p } = fisherExact({ a, b, c, d }, { rule: 'central' });
        if (interval === null || p === null || Math.abs(p - 0.05) < 1e-9) return;
        expect(interval.lower > 1 || interval.upper < 1).toBe(p < 0.05);
      }),
    );
  });

  it('grows without bound where a is as large as it can be', () => {
    const result = conditionalOddsRatio({ a: 7, b: 0, c: 12, d: 21 });
    expect(result).toMatchObject({ estimate: null, warnings: [{ code: 'boundary' }] });
    expect(result.interval?.upper).toBe(Number.POSITIVE_INFINITY);
    expect(conditionalOddsRatio({ a: 0, b: 0, c: 3, d: 3 })).toMatchObject({
      estimate: null,
      interval: null,
    });
  });
});
