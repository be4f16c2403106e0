/** Fisher's test against R (reference/association-2x2.json) and against enumeration in whole numbers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/association-2x2.json';
import { expectClose } from '../common/expect-close.ts';
import { type FisherRule, fisherExact, fisherExactMany } from './fisher-exact.ts';
import { fisherMidP } from './fisher-mid-p.ts';
import type { FourCells } from './four-cells.ts';

const cellsOf = ([[a, b], [c, d]]: number[][]): FourCells => ({ a, b, c, d });
const rules: FisherRule[] = ['minimum-likelihood', 'central', 'blaker'];

function binomial(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i++) value = (value * (n - k + i)) / i;
  return Math.round(value);
}

/** All tables with the same margins as whole-number weights: no rounding up to n = 12. */
function enumerate({ a, b, c, d }: FourCells) {
  const weights: Array<{ x: number; weight: number }> = [];
  for (let x = 0; x <= a + b; x++) {
    const [y, z, w] = [a + b - x, a + c - x, d - a + x];
    if (z >= 0 && w >= 0) weights.push({ x, weight: binomial(a + c, x) * binomial(b + d, y) });
  }
  const total = weights.reduce((sum, one) => sum + one.weight, 0);
  const sumWhere = (keep: (one: { x: number; weight: number }) => boolean) =>
    weights.filter(keep).reduce((sum, one) => sum + one.weight, 0);
  const own = weights.find((one) => one.x === a)?.weight ?? 0;
  const smallerTail = (x: number) =>
    Math.min(
      sumWhere((one) => one.x <= x),
      sumWhere((one) => one.x >= x),
    );
  return {
    'minimum-likelihood': sumWhere((one) => one.weight <= own) / total,
    central: Math.min(1, (2 * smallerTail(a)) / total),
    blaker: sumWhere((one) => smallerTail(one.x) <= smallerTail(a)) / total,
    less: sumWhere((one) => one.x <= a) / total,
    greater: sumWhere((one) => one.x >= a) / total,
    midP: (2 * smallerTail(a) - own) / total,
  };
}

describe("Fisher's exact test", () => {
  it.each(reference.cases)('$id agrees with R to 1e-9 under each rule', (one) => {
    const cells = cellsOf(one.table);
    expectClose(fisherExact(cells).p, one.fisher_p_two_sided, 1e-9);
    expectClose(fisherExact(cells).p, one.exact2x2_minlike.p, 1e-9);
    expectClose(fisherExact(cells, { rule: 'central' }).p, one.exact2x2_central.p, 1e-9);
    expectClose(fisherExact(cells, { rule: 'blaker' }).p, one.exact2x2_blaker.p, 1e-9);
    expectClose(fisherExact(cells).less, one.fisher_less, 1e-9);
    expectClose(fisherExact(cells).greater, one.fisher_greater, 1e-9);
    expectClose(fisherMidP(cells).p, one.midp_central.p, 1e-9);
  });

  it('agrees with enumeration for every table of up to 12 participants', () => {
    for (let n = 1; n <= 12; n++) {
      for (let a = 0; a <= n; a++) {
        for (let b = 0; a + b <= n; b++) {
          for (let c = 0; a + b + c <= n; c++) {
            const cells = { a, b, c, d: n - a - b - c };
            const exact = enumerate(cells);
            for (const rule of rules) {
              expect(Math.abs((fisherExact(cells, { rule }).p ?? 2) - exact[rule])).toBeLessThan(1e-13);
            }
            expect(Math.abs((fisherExact(cells).less ?? 2) - exact.less)).toBeLessThan(1e-13);
            expect(Math.abs((fisherExact(cells).greater ?? 2) - exact.greater)).toBeLessThan(1e-13);
            expect(Math.abs((fisherMidP(cells).p ?? 2) - exact.midP)).toBeLessThan(1e-13);
          }
        }
      }
    }
  });

  it('names its rule, because the rules differ', () => {
    const cells = { a: 21, b: 2, c: 15, d: 3 };
    const results = rules.map((rule) => fisherExact(cells, { rule }));
    expect(results.map((one) => one.rule)).toEqual(rules);
    expect(results[0].method).toContain('minimum-likelihood');
    expect(results[1].p).not.toBeCloseTo(results[0].p ?? 0, 3);
  });

  // Both tables of these margins have the same probability; in floating point they differ in the last digit.
  it('counts tables as equally probable within 1e-7, as R does', () => {
    expect(fisherExact({ a: 1, b: 9, c: 9, d: 1 }).p).toBe(fisherExact({ a: 9, b: 1, c: 1, d: 9 }).p);
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), (x, y) => {
        // With both margins halved the distribution is symmetric, so that the two sides tie throughout.
        const cells = { a: x, b: y, c: y, d: x };
        expectClose(fisherExact(cells).p ?? 1, fisherExact(cells, { rule: 'central' }).p ?? 1, 1e-9);
      }),
    );
  });

  it('of many tables at once equals one at a time, under every rule', () => {
    const table = fc.array(fc.nat(60), { minLength: 4, maxLength: 4 }).filter((t) => t.some((x) => x > 0));
    fc.assert(
      fc.property(fc.array(table, { maxLength: 8 }), fc.constantFrom(...rules), (tables, rule) => {
        const many = fisherExactMany(Int32Array.from(tables.flat()), { rule });
        tables.forEach(([a, b, c, d], i) => {
          expect(many[i]).toBe(fisherExact({ a, b, c, d }, { rule }).p);
        });
      }),
    );
  });

  it('stays accurate far out and over many participants', () => {
    // choose(5000, 30) / choose(10000, 30) and 2 / choose(900, 450), in whole numbers.
    expectClose(fisherExact({ a: 0, b: 30, c: 5000, d: 4970 }).less, 8.915637388417011e-10, 1e-12);
    expectClose(fisherExact({ a: 450, b: 0, c: 0, d: 450 }).p, 8.8988877500949e-270, 1e-12);
    const beyond = fisherExact({ a: 500, b: 0, c: 0, d: 500 });
    expect(beyond).toMatchObject({ p: 0, warnings: [{ code: 'underflow' }] });
  });

  it('says why it has no answer, and when the table could not have been otherwise', () => {
    expect(fisherExact({ a: 0, b: 0, c: 0, d: 0 })).toMatchObject({
      p: null,
      warnings: [{ code: 'no-data' }],
    });
    expect(fisherMidP({ a: 0, b: 0, c: 0, d: 0 }).p).toBeNull();
    expect(fisherExact({ a: 0, b: 0, c: 3, d: 4 })).toMatchObject({
      p: 1,
      warnings: [{ code: 'empty-margin' }],
    });
  });

  it('refuses what is no count and names it', () => {
    expect(() => fisherExact({ a: 1, b: 1, c: Number.NaN, d: 1 })).toThrow('cells.c: got NaN');
    expect(() => fisherExactMany([1, 2, 3])).toThrow('tables: got 3 entries; expected a multiple of 4');
    expect(() => fisherExactMany([1, 2, 3, -4])).toThrow('tables[3]: got -4');
  });
});
