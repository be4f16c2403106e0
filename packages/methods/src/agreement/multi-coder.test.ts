/**
 * Gwet's AC1 and AC2, percent agreement, Brennan-Prediger, Fleiss and Conger against irrCAC 1.0, irr 0.84.1 and
 * statsmodels 0.13.5 (reference/agreement-gwet-ac.json, reference/agreement-fleiss-kappa.json).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import fleissReference from '../../reference/agreement-fleiss-kappa.json';
import reference from '../../reference/agreement-gwet-ac.json';
import { expectClose } from '../common/expect-close.ts';
import { studentUpperTail } from '../common/student.ts';
import { type AgreementWeights, weightMatrix } from './agreement-weights.ts';
import { alphaOfTimes } from './alpha-of-times.ts';
import { brennanPrediger } from './brennan-prediger.ts';
import { cohenKappa } from './cohen-kappa.ts';
import { congerKappa } from './conger-kappa.ts';
import { fleissKappa } from './fleiss-kappa.ts';
import { gwetAc } from './gwet-ac.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { lightKappa } from './light-kappa.ts';
import { percentAgreement } from './percent-agreement.ts';
import { readRatings } from './rating-table.ts';
import type { AgreementResult } from './unit-agreement.ts';
import { patternsOfRatings } from './unit-patterns.ts';

interface IrrCac {
  pa: number;
  pe: number;
  'coeff.val': number;
  'coeff.se': number;
  'conf.int': string;
  'p.value': number;
}

/** irrCAC rounds the coefficient, its error and its limits, but gives p_a, p_e and the two-sided t test's p in full. */
function expectIrrCac(got: AgreementResult, [want]: IrrCac[]): void {
  expectClose(got.observedAgreement, want.pa, 1e-12);
  expectClose(got.expectedAgreement, want.pe, 1e-12);
  // Percent agreement is given in full.
  expect(Math.abs(got.estimate! - want['coeff.val'])).toBeLessThanOrEqual(5.0001e-6);
  expectClose(got.estimate, 1 - (1 - want.pa) / (1 - want.pe), 1e-12);
  const digits = want['coeff.se'].toString().length <= 6 ? 4 : 5;
  expect(Math.abs(got.standardError! - want['coeff.se'])).toBeLessThanOrEqual(5.0001 * 10 ** -(digits + 1));
  const p = 2 * studentUpperTail(got.estimate! / got.standardError!, got.n - 1);
  // It took p as a difference from 1, and is good to 1e-16.
  expect(Math.abs(p - want['p.value'])).toBeLessThan(1e-9 * want['p.value'] + 3e-16);
  const limits = want['conf.int'].slice(1, -1).split(',').map(Number);
  expect(Math.abs(got.interval!.lower - limits[0])).toBeLessThanOrEqual(5.0001e-4);
  expect(Math.abs(got.interval!.upper - limits[1])).toBeLessThanOrEqual(5.0001e-4);
}

describe.each(reference.results)('4 coders, 12 units, $weights weights', (want) => {
  const data = { ratings: reference.raters4 };
  const options = { weights: want.weights as AgreementWeights };
  it('AC1 / AC2', () => expectIrrCac(gwetAc(data, options), want.ac));
  it('Fleiss', () => expectIrrCac(fleissKappa(data, options), want.fleiss));
  it('Conger', () => expectIrrCac(congerKappa(data, options), want.conger));
  it('Brennan-Prediger', () => expectIrrCac(brennanPrediger(data, options), want.bp));
  it('percent agreement', () => expectIrrCac(percentAgreement(data, options), want.pa));
  it('alpha on the distances 1 - weight', () => {
    const table = readRatings(reference.raters4);
    const { at, size } = weightMatrix(options.weights, table.values);
    const squared = (c: number, k: number): number => 1 - at[c * size + k];
    const patterns = patternsOfRatings(table);
    const { alpha } = alphaOfTimes(patterns, () => ({ kind: 'pairs', squared }), true)(patterns.times);
    const [{ pa, pe }] = want.alpha;
    expectClose(alpha, 1 - (1 - pa) / (1 - pe), 1e-12);
  });
});

/** The units behind a table, one row each. */
function unitsOf(table: number[][]): [number, number][] {
  return table.flatMap((row, k) =>
    row.flatMap((count, l) => Array.from({ length: count }, (): [number, number] => [k + 1, l + 1])),
  );
}

describe.each(Object.entries(reference.tables))('%s', (_name, want) => {
  const ratings = unitsOf(want.table);
  const n = ratings.length;
  const categories = want.table.map((_, k) => k + 1);

  /** irrCAC divides by n in its functions for tables and, as Gwet's book, by n - 1 in those for ratings. */
  function expectTable(got: AgreementResult, [row]: { 'coeff.val': number; 'coeff.se': number }[]): void {
    expectClose(got.estimate, row['coeff.val']);
    expectClose(got.standardError! * Math.sqrt((n - 1) / n), row['coeff.se']);
  }

  it('AC1', () => expectTable(gwetAc({ ratings, categories }), want.ac1));
  it('AC2, quadratic', () => expectTable(gwetAc({ ratings }, { weights: 'quadratic' }), want.ac2_quadratic));
  it('Conger is Cohen’s kappa', () => expectTable(congerKappa({ ratings }), want.kappa));
  it('Fleiss is Scott’s pi', () => expectTable(fleissKappa({ ratings }), want.scott));
  it('Brennan-Prediger', () => expectTable(brennanPrediger({ ratings, categories }), want.bp));
  it('percent agreement', () => expectTable(percentAgreement({ ratings }), want.pa));
  it('alpha', () => {
    expectClose(krippendorffAlpha({ ratings, level: 'nominal' }).estimate, want.alpha[0]['coeff.val']);
  });
});

describe('Fleiss 1971: 30 patients, 6 psychiatrists', () => {
  const want = fleissReference;
  const data = { ratings: want.ratings };

  it('Fleiss, with z under chance and each diagnosis by itself', () => {
    const got = fleissKappa(data);
    expectClose(got.estimate, want.kappa);
    expectClose(got.estimate, want.statsmodels.fleiss);
    expectClose(got.estimate! / got.nullStandardError!, want.z);
    got.byCategory.forEach(({ value, kappa, nullStandardError }, k) => {
      expect(value).toBe(k + 1);
      expect(kappa).toBeCloseTo(want.by_category[k][0], 3);
      expect(kappa! / nullStandardError).toBeCloseTo(want.by_category[k][1], 3);
    });
    expectIrrCac(got, want.irrCAC_fleiss);
  });
  it('Conger', () => expectClose(congerKappa(data).estimate, want.conger_exact));
  it('Light', () => expectClose(lightKappa(data).estimate, want.light));
  it('Randolph’s free-marginal kappa is Brennan-Prediger', () =>
    expectClose(brennanPrediger(data).estimate, want.statsmodels.randolph));
  it('AC1', () => expectIrrCac(gwetAc(data), want.gwet_ac1));
  it('percent agreement', () => expectIrrCac(percentAgreement(data), want.percent));
  it('alpha', () => {
    const alpha = krippendorffAlpha({ ratings: want.ratings, level: 'nominal' });
    const [{ pa, pe }] = want.krippendorff;
    expectClose(alpha.estimate, 1 - (1 - pa) / (1 - pe), 1e-12);
  });
});

describe('Light’s kappa', () => {
  it('is Cohen’s for two coders', () => {
    const ratings = unitsOf(reference.tables.cont3x3abstractors.table);
    const got = lightKappa({ ratings }, { weights: 'linear' });
    expectClose(got.estimate, cohenKappa({ ratings }, { weights: 'linear' }).estimate!, 1e-12);
    expect(got.pairs).toEqual([{ first: 0, second: 1, kappa: got.estimate }]);
  });

  it('has the error that leaving out one unit after another gives', () => {
    const { ratings } = fleissReference;
    const left = ratings.map(
      (_, unit) => lightKappa({ ratings: ratings.filter((_row, u) => u !== unit) }).estimate!,
    );
    const mean = left.reduce((sum, value) => sum + value, 0) / 30;
    const squares = left.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expectClose(lightKappa({ ratings }).standardError, Math.sqrt((29 / 30) * squares));
  });

  it('leaves out pairs without a kappa, and says so', () => {
    const ratings = [
      [1, 1, 1],
      [2, 2, null],
      [1, 2, 1],
      [2, 2, null],
    ];
    const got = lightKappa({ ratings });
    expect(got.pairs.map((pair) => pair.kappa)).toEqual([0.5, null, 0]);
    expect(got.estimate).toBe(0.25);
    expect(got.warnings[0].message).toBe('1 of 3 pairs of coders have no kappa and were left out');
  });
});

const methods = [gwetAc, fleissKappa, congerKappa, brennanPrediger, lightKappa] as const;

describe('where agreement beyond chance is undefined', () => {
  it.each(methods)('one category gives null and the reason, not 1: %o', (method) => {
    const got = method({
      ratings: [
        [2, 2],
        [2, 2],
      ],
      categories: [1, 2, 3],
    });
    expect([got.estimate, got.interval]).toEqual([null, null]);
    expect(got.warnings[0].code).toBe('single-category');
  });

  it.each(methods)('no unit rated twice gives null: %o', (method) => {
    expect(
      method({
        ratings: [
          [1, null],
          [null, 2],
        ],
      }).estimate,
    ).toBeNull();
    expect(method({ ratings: [] }).estimate).toBeNull();
  });

  it('percent agreement is defined all the same', () => {
    expect(
      percentAgreement({
        ratings: [
          [2, 2],
          [2, 2],
        ],
      }).estimate,
    ).toBe(1);
    expect(percentAgreement({ ratings: [[2, null]] }).estimate).toBeNull();
  });

  it('one unit has an estimate and no interval', () => {
    const got = gwetAc({ ratings: [[1, 2]] });
    expect(got.estimate).toBe(-1);
    expect(got.interval).toBeNull();
    expect(got.warnings[0].code).toBe('too-few-units');
  });

  it('an unused category counts when it is named', () => {
    const ratings = [
      [1, 1],
      [2, 2],
      [1, 2],
    ];
    expect(brennanPrediger({ ratings }).expectedAgreement).toBe(0.5);
    expect(brennanPrediger({ ratings, categories: [1, 2, 3, 4] }).expectedAgreement).toBe(0.25);
    expect(fleissKappa({ ratings, categories: [1, 2, 3] }).byCategory[2].kappa).toBeNull();
  });

  it('a coder who rated nothing is named', () => {
    expect(() =>
      congerKappa({
        ratings: [
          [1, 2, null],
          [2, 2, null],
        ],
      }),
    ).toThrow(/coder 2 rated nothing/);
  });

  it('unequal numbers of ratings have no z under chance', () => {
    expect(
      fleissKappa({
        ratings: [
          [1, 2, 1],
          [2, 2, null],
        ],
      }).nullStandardError,
    ).toBeNull();
  });
});

it('a low kappa for want of variety is pointed out, and AC1 stands beside it', () => {
  const ratings = unitsOf([
    [80, 7],
    [8, 5],
  ]);
  expect(fleissKappa({ ratings }).warnings.map((warning) => warning.code)).toEqual(['prevalence']);
  expect(congerKappa({ ratings }).warnings.map((warning) => warning.code)).toEqual(['prevalence']);
  expectClose(gwetAc({ ratings }).estimate, 0.808, 1e-12);
  expect(gwetAc({ ratings }).warnings).toEqual([]);
});

it('worked examples', () => {
  const ratings = [
    [1, 1],
    [2, 2],
    [1, 2],
    [2, 2],
  ];
  expectClose(percentAgreement({ ratings }).estimate, 0.75, 1e-14);
  expectClose(gwetAc({ ratings }).estimate, 0.5294117647058824, 1e-14);
  expectClose(brennanPrediger({ ratings }).estimate, 0.5, 1e-14);
  expectClose(fleissKappa({ ratings }).estimate, 0.4666666666666667, 1e-14);
  expectClose(congerKappa({ ratings }).estimate, 0.5, 1e-14);
  expectClose(
    lightKappa({
      ratings: [
        [1, 1, 1],
        [2, 2, 1],
        [1, 2, 1],
        [2, 2, 2],
      ],
    }).estimate,
    0.4,
    1e-14,
  );
});

describe('laws', () => {
  const cell = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constant(null));
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((coders) => fc.array(fc.array(cell, { minLength: coders, maxLength: coders }), { maxLength: 20 }));

  it('coders can change places, and the interval holds the estimate', () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(gwetAc, fleissKappa, brennanPrediger, lightKappa),
        (ratings, method) => {
          const got = method({ ratings });
          const turned = method({ ratings: ratings.map((row) => [...row].reverse()) });
          if (got.estimate === null) {
            expect(turned.estimate).toBeNull();
            return;
          }
          expect(turned.estimate).toBeCloseTo(got.estimate, 10);
          if (got.interval === null) return;
          expect(got.interval.lower).toBeLessThanOrEqual(got.estimate);
          expect(got.interval.upper).toBeGreaterThanOrEqual(got.estimate);
        },
      ),
    );
  });
});
