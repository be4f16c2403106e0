/** Against Krippendorff's printed values and three programs (reference/agreement-krippendorff-alpha.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/agreement-krippendorff-alpha.json';
import { expectClose } from '../common/expect-close.ts';
import { seededRandom } from '../common/random.ts';
import { alphaFromCounts } from './alpha-from-counts.ts';
import { drawBlocks } from './alpha-unit-bootstrap.ts';
import type { MeasurementLevel } from './difference.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';

const levels: MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio'];

/** The fixtures have coders as rows. */
function unitsByCoders(id: string): (number | null)[][] {
  const { coders_by_units: coders } = reference.cases.find((one) => one.id === id)!;
  return coders[0].map((_, unit) => coders.map((row) => row[unit]));
}

const hayes = unitsByCoders('hayes_krippendorff2007_5x40');

describe.each(reference.cases)('$id', ({ id, result }) => {
  it.each(Object.entries(result))('%s', (level, expected) => {
    const got = krippendorffAlpha({ ratings: unitsByCoders(id), level: level as MeasurementLevel });
    expectClose(got.estimate, expected.alpha);
    expect(got.pairableValues).toBe(expected.n_pairable);
  });
});

it.each(reference.cross_check_fast_krippendorff.cases)('$id as fast-krippendorff has it', (expected) => {
  for (const level of ['nominal', 'ordinal', 'interval', 'ratio'] as const) {
    const got = krippendorffAlpha({ ratings: unitsByCoders(expected.id), level });
    expectClose(got.estimate, expected[level]);
  }
});

describe('the interval', () => {
  const {
    bootstrap_ordinal: krippendorffs,
    unit_resampling_bootstrap: units,
    jackknife_units: jackknife,
  } = reference.cases.find((one) => one.jackknife_units)!;

  it('resamples units unless told otherwise', () => {
    const random = seededRandom(1);
    const got = krippendorffAlpha({ ratings: hayes, level: 'ordinal', interval: { random, draws: 10_000 } });
    // Both sides are Monte Carlo: the reference asks for 0.005.
    expect(Math.abs(got.interval!.lower - units!.q025)).toBeLessThan(0.005);
    expect(Math.abs(got.interval!.upper - units!.q975)).toBeLessThan(0.005);
    expect(Math.abs(got.standardError! - units!.sd)).toBeLessThan(0.002);
    expect(got.interval!.method).toBe('bootstrap of units, 10000 draws, percentiles');
  });

  it('can be Krippendorff’s, which is less than half as wide', () => {
    const interval = { method: 'krippendorff-bootstrap', random: seededRandom(1), draws: 20_000 } as const;
    const got = krippendorffAlpha({ ratings: hayes, level: 'ordinal', interval });
    expect(Math.abs(got.interval!.lower - krippendorffs!.q025)).toBeLessThan(0.005);
    expect(Math.abs(got.interval!.upper - krippendorffs!.q975)).toBeLessThan(0.005);
    expect(got.interval!.upper - got.interval!.lower).toBeLessThan((units!.q975 - units!.q025) / 2);
  });

  it('can come from the jackknife', () => {
    const got = krippendorffAlpha({ ratings: hayes, level: 'ordinal', interval: { method: 'jackknife' } });
    expectClose(got.standardError, jackknife!.se);
    expect(got.interval!.upper - got.estimate!).toBeCloseTo(2.0226909 * jackknife!.se, 6);
  });

  it('leaves out one unit at a time as the reference does', () => {
    jackknife!.values.forEach((value, unit) => {
      const ratings = hayes.filter((_, u) => u !== unit);
      expectClose(krippendorffAlpha({ ratings, level: 'ordinal' }).estimate, value);
    });
  });

  it('is the same for the same seed', () => {
    const once = krippendorffAlpha({
      ratings: hayes,
      level: 'nominal',
      interval: { random: seededRandom(5) },
    });
    const again = krippendorffAlpha({
      ratings: hayes,
      level: 'nominal',
      interval: { random: seededRandom(5) },
    });
    expect(once).toEqual(again);
  });

  it('keeps the answers of a participant together, and is wider for it where they resemble each other', () => {
    // 20 participants with 10 units each; half of the participants are easy to code, half are coin tosses.
    const random = seededRandom(9);
    const participant = Array.from({ length: 200 }, (_, u) => `participant ${Math.floor(u / 10)}`);
    const ratings = participant.map((_, u) => {
      const truth = random() < 0.5 ? 1 : 0;
      return u < 100 ? [truth, truth] : [truth, random() < 0.5 ? 1 : 0];
    });
    const width = (clusters?: string[]): number => {
      const interval = { random: seededRandom(2), draws: 2000, clusters };
      const got = krippendorffAlpha({ ratings, level: 'nominal', interval }).interval!;
      return got.upper - got.lower;
    };
    expect(width(participant)).toBeGreaterThan(1.3 * width());
    expect(
      krippendorffAlpha({
        ratings,
        level: 'nominal',
        interval: { method: 'jackknife', clusters: participant },
      }).interval!.method,
    ).toBe('jackknife over clusters, t');
  });

  it('draws the frequencies of patterns as it would draw units', () => {
    // 300 units of 3 patterns are drawn as a multinomial; the same with a unit more are drawn one by one.
    const frequencies = [150, 100, 50];
    const pattern = Int32Array.from({ length: 300 }, (_, u) => (u < 150 ? 0 : u < 250 ? 1 : 2));
    const start = Int32Array.from({ length: 301 }, (_, b) => b);
    const spread = (units: Int32Array): number[] => {
      const draw = drawBlocks({ blocks: 300, start, pattern: units }, frequencies, seededRandom(3));
      const times = new Float64Array(3);
      const sums = [0, 0, 0];
      const draws = 20_000;
      for (let d = 0; d < draws; d++) {
        draw(times);
        sums[0] += times[0] / draws;
        sums[1] += (times[0] - 150) ** 2 / draws;
        sums[2] += ((times[0] - 150) * (times[1] - 100)) / draws;
      }
      return sums;
    };
    // A unit that no block reaches keeps the second from being taken for the first.
    const [mean, variance, covariance] = spread(pattern);
    const oneByOne = spread(Int32Array.of(...pattern, 0));
    // 300 p, 300 p (1 - p) and -300 p p'.
    expect(Math.abs(mean - 150)).toBeLessThan(0.2);
    expect(Math.abs(variance - 75)).toBeLessThan(2.5);
    expect(Math.abs(covariance + 50)).toBeLessThan(2.5);
    expect(Math.abs(oneByOne[1] - 75)).toBeLessThan(2.5);
    expect(Math.abs(oneByOne[2] + 50)).toBeLessThan(2.5);
  });

  it('reports progress and stops when the report throws', () => {
    const seen: number[] = [];
    const interval = { random: seededRandom(1), draws: 320 };
    krippendorffAlpha({ ratings: hayes, level: 'nominal', interval, progress: (done) => seen.push(done) });
    expect(seen).toHaveLength(10);
    expect(seen.at(-1)).toBe(1);
    const stop = (): never => {
      throw new Error('stopped');
    };
    expect(() => krippendorffAlpha({ ratings: hayes, level: 'nominal', interval, progress: stop })).toThrow(
      'stopped',
    );
  });
});

describe('where alpha is undefined or partly so', () => {
  it('a single category gives null and the reason, not 1', () => {
    const got = krippendorffAlpha({
      ratings: [
        [1, 1],
        [1, 1],
      ],
      level: 'nominal',
      interval: { method: 'jackknife' },
    });
    expect([got.estimate, got.interval, got.expectedDisagreement]).toEqual([null, null, null]);
    expect(got.warnings.map((warning) => warning.code)).toEqual(['single-category']);
  });

  it('no two values to compare gives null', () => {
    const got = krippendorffAlpha({
      ratings: [
        [1, null],
        [null, 2],
      ],
      level: 'nominal',
    });
    expect(got.estimate).toBeNull();
    expect(got.warnings.map((warning) => warning.code)).toEqual(['no-pairable-units', 'units-left-out']);
    expect(krippendorffAlpha({ ratings: [], level: 'nominal' }).estimate).toBeNull();
  });

  it('a value that is left out does not count as a category', () => {
    expect(
      krippendorffAlpha({
        ratings: [
          [1, 1],
          [1, 1],
          [2, null],
        ],
        level: 'interval',
      }).estimate,
    ).toBeNull();
  });

  it('one unit has an estimate and no interval', () => {
    const got = krippendorffAlpha({
      ratings: [[1, 2]],
      level: 'nominal',
      interval: { random: seededRandom(1) },
    });
    expect(got.estimate).toBe(0);
    expect(got.interval).toBeNull();
    expect(got.warnings[0].code).toBe('too-few-blocks');
  });

  it('resamples of one category are left out and counted', () => {
    const ratings = [
      [1, 1],
      [1, 1],
      [1, 2],
    ];
    const bootstrap = krippendorffAlpha({ ratings, level: 'nominal', interval: { random: seededRandom(1) } });
    expect(bootstrap.warnings[0].code).toBe('undefined-resamples');
    const jackknife = krippendorffAlpha({ ratings, level: 'nominal', interval: { method: 'jackknife' } });
    expect(jackknife.interval).toBeNull();
    expect(jackknife.warnings[0].code).toBe('undefined-resamples');
  });
});

describe('bad input is refused by place', () => {
  const level = 'nominal';
  it.each([
    [
      'ragged rows',
      () => krippendorffAlpha({ ratings: [[1, 2], [1]], level }),
      /ratings\[1\]: got 1 cells; expected 2/,
    ],
    ['NaN', () => krippendorffAlpha({ ratings: [[1, Number.NaN]], level }), /ratings\[0\]\[1\]: got NaN/],
    [
      'NaN in a matrix that names no missing value',
      () =>
        krippendorffAlpha({
          ratings: { values: Float64Array.of(1, Number.NaN), units: 1, coders: 2 },
          level,
        }),
      /ratings\[0\]\[1\]: got NaN/,
    ],
    [
      'a matrix of the wrong size',
      () => krippendorffAlpha({ ratings: { values: new Int32Array(5), units: 2, coders: 2 }, level }),
      /ratings.values: got 5 values; expected units \* coders = 4/,
    ],
    [
      'negative values at the ratio level',
      () => krippendorffAlpha({ ratings: [[-1, 2]], level: 'ratio' }),
      /got -1; expected values of 0 or more at the ratio level/,
    ],
    [
      'an unknown level',
      // @ts-expect-error: what a caller without types could pass.
      () => krippendorffAlpha({ ratings: [[1, 2]], level: 'polar' }),
      /level: got polar/,
    ],
    [
      'a level of confidence above 1',
      () => krippendorffAlpha({ ratings: [[1, 2]], level, interval: { method: 'jackknife', level: 95 } }),
      /level: got 95/,
    ],
    [
      'half a draw',
      () =>
        krippendorffAlpha({ ratings: [[1, 2]], level, interval: { random: seededRandom(1), draws: 0.5 } }),
      /draws: got 0.5/,
    ],
    [
      'ids that do not match the rows',
      () =>
        krippendorffAlpha({
          ratings: [
            [1, 2],
            [2, 2],
          ],
          level,
          interval: { method: 'jackknife', clusters: ['a'] },
        }),
      /clusters: got 1 ids; expected 2/,
    ],
    ['a negative count', () => alphaFromCounts({ counts: [[2, -1]], level }), /counts\[0\]\[1\]: got -1/],
    ['ragged counts', () => alphaFromCounts({ counts: [[2, 1], [1]], level }), /counts\[1\]: got 1 cells/],
    [
      'values that do not ascend',
      () => alphaFromCounts({ counts: [[2, 1]], values: [3, 1], level }),
      /values\[1\]: got 1; expected finite numbers in ascending order/,
    ],
  ])('%s', (_name, call, message) => {
    expect(call).toThrow(message);
  });
});

it('worked examples', () => {
  const ratings = [
    [1, 1],
    [2, 2],
    [1, 2],
    [2, 2],
  ];
  expectClose(krippendorffAlpha({ ratings, level: 'nominal' }).estimate, 0.5333333333333333, 1e-14);
  const counts = [
    [2, 0],
    [0, 2],
    [1, 1],
    [0, 2],
  ];
  expectClose(alphaFromCounts({ counts, level: 'nominal' }).estimate, 0.5333333333333333, 1e-14);
});

const cell = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.constant(null));
const table = fc
  .integer({ min: 2, max: 5 })
  .chain((coders) => fc.array(fc.array(cell, { minLength: coders, maxLength: coders }), { maxLength: 25 }));
const level = fc.constantFrom(...levels);

function expectSame(a: number | null, b: number | null): void {
  if (a === null) expect(b).toBeNull();
  else expect(b).toBeCloseTo(a, 9);
}

describe('laws', () => {
  it('alpha does not know which coder is which', () => {
    fc.assert(
      fc.property(table, level, (ratings, at) => {
        const turned = ratings.map((row) => [...row].reverse());
        expectSame(
          krippendorffAlpha({ ratings, level: at }).estimate,
          krippendorffAlpha({ ratings: turned, level: at }).estimate,
        );
      }),
    );
  });

  it('nominal alpha does not know what the values are called', () => {
    const names = [3.5, -2, 700000, 0.25, 11];
    fc.assert(
      fc.property(table, (ratings) => {
        const renamed = ratings.map((row) => row.map((value) => (value === null ? null : names[value])));
        expectSame(
          krippendorffAlpha({ ratings, level: 'nominal' }).estimate,
          krippendorffAlpha({ ratings: renamed, level: 'nominal' }).estimate,
        );
      }),
    );
  });

  // Some programs weigh every pair by 1 where 3 coders or more rated a unit, and are off in the third decimal.
  it('alpha is the definition, each pair of a unit weighing 1/(m - 1)', () => {
    fc.assert(
      fc.property(table, level, (ratings, at) => {
        expectSame(byDefinition(ratings, at), krippendorffAlpha({ ratings, level: at }).estimate);
      }),
    );
  });

  it('counts, rows and typed arrays give the same', () => {
    fc.assert(
      fc.property(table, level, (ratings, at) => {
        const { estimate } = krippendorffAlpha({ ratings, level: at });
        const counts = ratings.map((row) =>
          [0, 1, 2, 3, 4].map((k) => row.filter((value) => value === k).length),
        );
        expectSame(estimate, alphaFromCounts({ counts, level: at }).estimate);
        const coders = ratings[0]?.length ?? 0;
        const values = Int8Array.from(ratings.flat(), (value) => value ?? -9);
        const matrix = { values, units: ratings.length, coders, missing: -9 };
        expectSame(estimate, krippendorffAlpha({ ratings: matrix, level: at }).estimate);
      }),
    );
  });

  it('every interval holds its estimate', () => {
    const methods = ['unit-bootstrap', 'jackknife', 'krippendorff-bootstrap'] as const;
    fc.assert(
      fc.property(table, level, fc.constantFrom(...methods), fc.integer(), (ratings, at, method, seed) => {
        const interval = { method, random: seededRandom(seed), draws: 50 };
        const got = krippendorffAlpha({ ratings, level: at, interval });
        if (got.interval === null) return;
        expect(got.interval.lower).toBeLessThanOrEqual(got.estimate!);
        expect(got.interval.upper).toBeGreaterThanOrEqual(got.estimate!);
      }),
    );
  });
});

/** Straight from the page: every ordered pair of values, within units and over all. */
function byDefinition(ratings: (number | null)[][], at: MeasurementLevel): number | null {
  const units = ratings.map((row) => row.filter((value) => value !== null)).filter((row) => row.length > 1);
  const all = units.flat();
  const count = (value: number): number => all.filter((other) => other === value).length;
  const squared = (c: number, k: number): number => {
    if (c === k) return 0;
    if (at === 'nominal') return 1;
    if (at === 'interval') return (c - k) ** 2;
    if (at === 'ratio') return ((c - k) / (c + k)) ** 2;
    const [low, high] = [Math.min(c, k), Math.max(c, k)];
    let between = 0;
    for (let g = low; g <= high; g++) between += count(g);
    return (between - (count(c) + count(k)) / 2) ** 2;
  };
  let observed = 0;
  for (const unit of units) {
    for (const c of unit) for (const k of unit) observed += squared(c, k) / (unit.length - 1);
  }
  let expected = 0;
  for (const c of all) for (const k of all) expected += squared(c, k);
  return expected === 0 ? null : 1 - ((all.length - 1) * observed) / expected;
}
