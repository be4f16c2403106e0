/** The measures of a 2 x 2 table against R's (reference/association-2x2.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/association-2x2.json';
import { expectClose } from '../common/expect-close.ts';
import type { Result } from '../common/result.ts';
import { type FourCells, fourCells } from './four-cells.ts';
import { lift } from './lift.ts';
import { oddsRatio } from './odds-ratio.ts';
import { phi } from './phi.ts';
import { yulesQ } from './yules-q.ts';

const cellsOf = ([[a, b], [c, d]]: number[][]): FourCells => ({ a, b, c, d });
const anyCells = fc.record({ a: fc.nat(40), b: fc.nat(40), c: fc.nat(40), d: fc.nat(40) });
const measures: Record<string, (cells: FourCells) => Result> = {
  phi,
  yulesQ,
  lift,
  oddsRatio,
  haldane: (cells) => oddsRatio(cells, { correction: 'haldane' }),
};

describe('measures of a 2 x 2 table', () => {
  // phi_signed was printed to 12 digits; phi_vcd_abs has them all.
  it.each(reference.cases)('$id agrees with R to 1e-12', (one) => {
    const cells = cellsOf(one.table);
    expectClose(Math.abs(phi(cells).estimate ?? 0), one.phi_vcd_abs, 1e-12);
    expectClose(phi(cells).estimate, one.phi_signed, 1e-11);
    expectClose(yulesQ(cells).estimate, one.yuleQ, 1e-12);
    expectClose(lift(cells).estimate, one.lift, 1e-12);
    if (one.OR_sample === null) expect(oddsRatio(cells).estimate).toBeNull();
    else expectClose(oddsRatio(cells).estimate, one.OR_sample, 1e-12);
    const haldane = oddsRatio(cells, { correction: 'haldane' });
    expectClose(haldane.estimate, one.haldane_anscombe.or, 1e-12);
    expectClose(haldane.interval?.lower, one.haldane_anscombe.ci[0], 1e-12);
    expectClose(haldane.interval?.upper, one.haldane_anscombe.ci[1], 1e-12);
  });

  it("Woolf's interval spans 1.96 standard errors of the log odds ratio either way", () => {
    for (const one of reference.cases) {
      const { interval } = oddsRatio(cellsOf(one.table));
      if (one.woolf_se === null || interval === null) continue;
      expectClose(Math.log(interval.upper / interval.lower) / 2 / 1.959963984540054, one.woolf_se, 1e-12);
    }
  });

  it('an interval contains its estimate, and no number is NaN', () => {
    fc.assert(
      fc.property(anyCells, fc.constantFrom(...Object.keys(measures)), (cells, name) => {
        const { estimate, interval, warnings } = measures[name](cells);
        if (estimate === null) expect(warnings.length).toBeGreaterThan(0);
        else expect(Number.isFinite(estimate)).toBe(true);
        if (interval === null) {
          expect(warnings.length).toBeGreaterThan(0);
          return;
        }
        expect(interval.lower).toBeLessThanOrEqual(estimate ?? Number.NaN);
        expect(interval.upper).toBeGreaterThanOrEqual(estimate ?? Number.NaN);
      }),
    );
  });

  it('exchanging the two themes changes nothing', () => {
    fc.assert(
      fc.property(anyCells, fc.constantFrom(...Object.keys(measures)), (cells, name) => {
        const turned = measures[name]({ ...cells, b: cells.c, c: cells.b });
        const straight = measures[name](cells);
        if (straight.estimate === null) expect(turned.estimate).toBeNull();
        else expectClose(turned.estimate, straight.estimate, 1e-12);
      }),
    );
  });

  it('the standard errors of phi and of ln lift are those of the delta method', () => {
    const level = 2 * 0.8413447460685429 - 1;
    fc.assert(
      fc.property(
        fc.record({
          a: fc.integer({ min: 2, max: 60 }),
          b: fc.integer({ min: 2, max: 60 }),
          c: fc.integer({ min: 2, max: 60 }),
          d: fc.integer({ min: 2, max: 60 }),
        }),
        (cells) => {
          const phiOf = ([a, b, c, d]: number[]) =>
            (a * d - b * c) / Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
          const logLift = ([a, b, c, d]: number[]) => Math.log((a * (a + b + c + d)) / (a + b) / (a + c));
          const ofPhi = phi(cells, { level });
          const value = ofPhi.estimate ?? 0;
          const half = Math.atanh(ofPhi.interval?.upper ?? 0) - Math.atanh(value);
          expectClose(half * (1 - value ** 2), deltaStandardError(cells, phiOf), 1e-5);
          const ofLift = lift(cells, { level });
          const halfLift = Math.log((ofLift.interval?.upper ?? 0) / (ofLift.estimate ?? 1));
          expectClose(halfLift + 1, deltaStandardError(cells, logLift) + 1, 1e-5);
        },
      ),
    );
  });

  it('says why it has no answer', () => {
    expect(phi({ a: 0, b: 0, c: 3, d: 4 }).warnings[0].message).toContain('nobody shows the left theme');
    expect(lift({ a: 0, b: 0, c: 3, d: 4 }).estimate).toBeNull();
    expect(yulesQ({ a: 0, b: 0, c: 3, d: 4 }).estimate).toBeNull();
    expect(oddsRatio({ a: 7, b: 0, c: 12, d: 21 }).warnings[0].code).toBe('empty-cell');
    expect(phi({ a: 5, b: 0, c: 0, d: 5 })).toMatchObject({ estimate: 1, interval: null });
  });

  it('refuses what is no count and names it', () => {
    expect(() => phi({ a: 1, b: -1, c: 0, d: 0 })).toThrow('cells.b: got -1');
    expect(() => lift({ a: 1, b: 1.5, c: 0, d: 0 })).toThrow(RangeError);
    expect(() => oddsRatio({ a: 1, b: 1, c: 1, d: 1 }, { level: 1 })).toThrow('level: got 1');
    expect(() => fourCells([1, 0], [1])).toThrow('right: got 1 entries; expected 2');
    expect(() => fourCells([1, 2], [1, 0])).toThrow('left[1]: got 2; expected 0 or 1');
  });
});

/** sqrt of (sum p g^2 - (sum p g)^2) / n with the gradient g taken by differences. */
function deltaStandardError({ a, b, c, d }: FourCells, f: (p: number[]) => number): number {
  const n = a + b + c + d;
  const p = [a / n, b / n, c / n, d / n];
  const h = 1e-6;
  const gradient = p.map((_, i) => {
    const moved = (by: number) => f(p.map((x, k) => (k === i ? x + by : x)));
    return (moved(h) - moved(-h)) / (2 * h);
  });
  const mean = p.reduce((sum, x, i) => sum + x * gradient[i], 0);
  return Math.sqrt((p.reduce((sum, x, i) => sum + x * gradient[i] ** 2, 0) - mean ** 2) / n);
}
