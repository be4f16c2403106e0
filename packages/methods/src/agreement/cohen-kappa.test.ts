/** Against vcd 1.4.11 and statsmodels 0.13.5 (reference/agreement-cohen-kappa.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/agreement-cohen-kappa.json';
import { expectClose } from '../common/expect-close.ts';
import { cohenKappa } from './cohen-kappa.ts';

describe.each(reference.cases)('$id', (expected) => {
  const { table, statsmodels } = expected;

  it('plain', () => {
    const got = cohenKappa({ table });
    expectClose(got.estimate, expected.kappa);
    expectClose(got.observedAgreement, expected.po);
    expectClose(got.expectedAgreement, expected.pe);
    expectClose(got.asymptoticStandardError, expected.ase_vcd);
    expectClose(got.nullStandardError, expected.se0_H0);
    expectClose(got.interval?.lower, statsmodels.unweighted.kappa_low);
    expectClose(got.interval?.upper, statsmodels.unweighted.kappa_upp);
    expect(got.n).toBe(table.flat().reduce((sum, count) => sum + count, 0));
  });

  // psych reports a variance of 0 for two of these weighted tables; vcd and statsmodels agree with the formula.
  it.each([
    ['linear', expected.kappa_linear, expected.ase_linear_vcd],
    ['quadratic', expected.kappa_quadratic, expected.ase_quadratic_vcd],
  ] as const)('%s weights', (weights, kappa, standardError) => {
    const got = cohenKappa({ table }, { weights });
    expectClose(got.estimate, kappa);
    expectClose(got.asymptoticStandardError, standardError);
    expectClose(got.nullStandardError, statsmodels[weights].std_kappa0);
    expectClose(got.interval?.lower, statsmodels[weights].kappa_low);
    expectClose(got.interval?.upper, statsmodels[weights].kappa_upp);
  });
});

/** The units behind a table, one row each. */
function unitsOf(table: number[][]): [number, number][] {
  return table.flatMap((row, k) =>
    row.flatMap((count, l) => Array.from({ length: count }, (): [number, number] => [k, l])),
  );
}

describe('ratings', () => {
  const { table } = reference.cases[1];

  it('give what their table gives', () => {
    const ratings = unitsOf(table);
    const fromTable = cohenKappa({ table }, { weights: 'linear' });
    expect(cohenKappa({ ratings }, { weights: 'linear' })).toEqual(fromTable);
  });

  it('of one coder alone are left out, and counted', () => {
    const got = cohenKappa({ ratings: [...unitsOf(table), [1, null], [null, null]] });
    expectClose(got.estimate, reference.cases[1].kappa);
    expect(got.n).toBe(200);
    expect(got.warnings).toEqual([
      { code: 'units-left-out', message: '2 units that one of the two coders did not rate were left out' },
    ]);
  });

  it('are as far apart as their values', () => {
    // 1, 2 and 5 out of 1 to 5: the pair 1 and 2 agrees by 3/4 in linear weights, not by 1/2.
    const ratings = [
      [1, 1],
      [1, 2],
      [5, 5],
      [5, 1],
    ];
    const weights = [
      [1, 0.75, 0],
      [0.75, 1, 0.25],
      [0, 0.25, 1],
    ];
    expect(cohenKappa({ ratings }, { weights: 'linear' }).estimate).toBe(
      cohenKappa({ ratings }, { weights }).estimate,
    );
  });
});

describe('what a reader must know', () => {
  it('kappa is low for want of variety, not of agreement', () => {
    const got = cohenKappa({
      table: [
        [80, 7],
        [8, 5],
      ],
    });
    expectClose(got.estimate, 0.314442413162706);
    expect(got.warnings.map((warning) => warning.code)).toEqual(['prevalence']);
    expect(got.warnings[0].message).toContain('88 % of the ratings fall into one category');
  });

  it('kappa is low because coders disagree: no warning of prevalence', () => {
    expect(
      cohenKappa({
        table: [
          [40, 20],
          [20, 20],
        ],
      }).warnings,
    ).toEqual([]);
  });

  it('one category only is undefined, not 1', () => {
    for (const data of [
      {
        table: [
          [9, 0],
          [0, 0],
        ],
      },
      {
        ratings: [
          [2, 2],
          [2, 2],
        ],
      },
    ]) {
      const got = cohenKappa(data);
      expect([got.estimate, got.interval, got.nullStandardError]).toEqual([null, null, null]);
      expect(got.warnings[0].code).toBe('single-category');
    }
  });

  it('no unit that both rated is undefined', () => {
    expect(cohenKappa({ ratings: [] }).warnings[0].code).toBe('no-pairable-units');
    expect(
      cohenKappa({
        table: [
          [0, 0],
          [0, 0],
        ],
      }).estimate,
    ).toBeNull();
  });

  it('one coder who never varies agrees by chance alone', () => {
    expect(
      cohenKappa({
        table: [
          [9, 3],
          [0, 0],
        ],
      }).estimate,
    ).toBeCloseTo(0, 12);
  });
});

describe('bad input is refused by place', () => {
  const table = [
    [1, 2],
    [3, 4],
  ];
  it.each([
    ['three coders', () => cohenKappa({ ratings: [[1, 2, 3]] }), /ratings: got 3 coders; expected 2/],
    ['an oblong table', () => cohenKappa({ table: [[1, 2]] }), /table: got 1 rows of 2 cells/],
    ['a ragged table', () => cohenKappa({ table: [[1, 2], [1]] }), /table\[1\]: got 1 cells/],
    [
      'a negative count',
      () =>
        cohenKappa({
          table: [
            [1, 2],
            [-3, 4],
          ],
        }),
      /table\[1\]\[0\]: got -3/,
    ],
    ['a level of 0', () => cohenKappa({ table }, { level: 0 }), /level: got 0/],
    ['too few weights', () => cohenKappa({ table }, { weights: [[1]] }), /weights: got 1 rows; expected 2/],
    [
      'ragged weights',
      () => cohenKappa({ table }, { weights: [[1, 0], [0]] }),
      /weights\[1\]: got 1 weights/,
    ],
    [
      'lopsided weights',
      () =>
        cohenKappa(
          { table },
          {
            weights: [
              [1, 0],
              [0.5, 1],
            ],
          },
        ),
      /weights\[1\]\[0\]: got 0.5/,
    ],
    [
      'weights above 1',
      () =>
        cohenKappa(
          { table },
          {
            weights: [
              [1, 2],
              [2, 1],
            ],
          },
        ),
      /weights\[0\]\[1\]: got 2/,
    ],
    [
      'a diagonal below 1',
      () =>
        cohenKappa(
          { table },
          {
            weights: [
              [0.5, 0],
              [0, 1],
            ],
          },
        ),
      /weights\[0\]\[0\]: got 0.5/,
    ],
    // @ts-expect-error: what a caller without types could pass.
    ['an unknown weighting', () => cohenKappa({ table }, { weights: 'cubic' }), /weights: got cubic/],
    [
      'a value off the list',
      () => cohenKappa({ ratings: [[1, 9]], categories: [1, 2] }),
      /ratings\[0\]\[1\]: got 9/,
    ],
    [
      'a category twice',
      () => cohenKappa({ ratings: [[1, 2]], categories: [1, 2, 1] }),
      /categories: got 1 twice/,
    ],
  ])('%s', (_name, call, message) => {
    expect(call).toThrow(message);
  });
});

it('worked example', () => {
  expectClose(
    cohenKappa({
      table: [
        [88, 14, 18],
        [10, 40, 10],
        [2, 6, 12],
      ],
    }).estimate,
    0.491525423728813,
  );
  expectClose(
    cohenKappa(
      {
        ratings: [
          [1, 1],
          [2, 3],
          [3, 3],
        ],
      },
      { weights: 'quadratic' },
    ).estimate,
    0.8,
    1e-12,
  );
});

describe('laws', () => {
  const square = fc
    .integer({ min: 2, max: 5 })
    .chain((q) =>
      fc.array(fc.array(fc.nat({ max: 30 }), { minLength: q, maxLength: q }), { minLength: q, maxLength: q }),
    );
  const weighting = fc.constantFrom('unweighted', 'linear', 'quadratic');

  it('the coders can change places', () => {
    fc.assert(
      fc.property(square, weighting, (table, weights) => {
        const turned = table.map((_, k) => table.map((row) => row[k]));
        const [a, b] = [cohenKappa({ table }, { weights }), cohenKappa({ table: turned }, { weights })];
        if (a.estimate === null) expect(b.estimate).toBeNull();
        else {
          expect(b.estimate).toBeCloseTo(a.estimate, 10);
          expect(b.asymptoticStandardError).toBeCloseTo(a.asymptoticStandardError!, 9);
        }
      }),
    );
  });

  it('never exceeds 1, and its interval holds it', () => {
    fc.assert(
      fc.property(square, weighting, (table, weights) => {
        const { estimate, interval } = cohenKappa({ table }, { weights });
        if (estimate === null) return;
        expect(estimate).toBeLessThanOrEqual(1 + 1e-12);
        expect(interval!.lower).toBeLessThanOrEqual(estimate + 1e-12);
        expect(interval!.upper).toBeGreaterThanOrEqual(estimate - 1e-12);
      }),
    );
  });
});
