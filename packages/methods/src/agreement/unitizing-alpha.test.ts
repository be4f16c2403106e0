/**
 * Against Krippendorff's printed values and two programs (reference/agreement-unitizing-alpha.json). The binary, cu and
 * (k) values there come from the printed equations.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/agreement-unitizing-alpha.json';
import { expectClose } from '../common/expect-close.ts';
import { seededRandom } from '../common/random.ts';
import { alphaU } from './alpha-u.ts';
import { type Continuum, numberValues, type Span } from './continuum.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { spanSums } from './span-coincidences.ts';
import { unitizingAlpha } from './unitizing-alpha.ts';

interface Marks {
  code: string;
  start: number;
  end: number;
}

function continuumOf(length: number, coders: Record<string, Marks[]>): Continuum {
  return {
    length,
    coders: Object.values(coders).map((marks) =>
      marks.map(({ code, start, end }) => ({ start, end, value: code })),
    ),
  };
}

interface Family {
  u_alpha: number;
  u_alpha_binary: number;
  cu_alpha: number | null;
  k_alpha: Record<string, { alpha: number | null; coverage: number }>;
}

function expectFamily(continuum: Continuum, want: Family): void {
  const got = unitizingAlpha([continuum]);
  expectClose(got.u.estimate, want.u_alpha);
  expectClose(got.binary.estimate, want.u_alpha_binary);
  if (want.cu_alpha === null) expect(got.cu.estimate).toBeNull();
  else expectClose(got.cu.estimate, want.cu_alpha);
  expect(got.byValue.map(({ value }) => String(value)).sort()).toEqual(Object.keys(want.k_alpha).sort());
  for (const { value, estimate, coverage } of got.byValue) {
    const one = want.k_alpha[value];
    if (one.alpha === null) expect(estimate).toBeNull();
    else expectClose(estimate, one.alpha);
    expectClose(coverage, one.coverage);
  }
}

describe.each(reference.u_alpha_2016.cases)('$id', (want) => {
  // The fixtures differ in which coders they name.
  const continuum = continuumOf(want.length, want.coders as unknown as Record<string, Marks[]>);

  it('every alpha of the family', () => {
    // Each fixture has values of its own.
    const family = want.family_from_same_matrices as unknown as Family;
    expectFamily(continuum, { ...family, u_alpha: want.u_alpha });
  });

  it('observed coincidences', () => {
    const numbers = numberValues([continuum]);
    const sums = spanSums(continuum, numbers, 'continuum')!;
    const at = want.tags.map((tag) => numbers.get(tag) ?? 0);
    want.observed.forEach((row, c) => {
      row.forEach((length, k) => {
        expectClose(sums.shared[at[c] * sums.size + at[k]], length);
      });
    });
  });
});

describe('Krippendorff 2019, figure 12.11', () => {
  const { length, coders_half_open, computed_here } = reference.krippendorff2019_fig12_11;
  const continuum = continuumOf(length, coders_half_open);
  const got = unitizingAlpha([continuum]);

  it('as printed', () => {
    expect(got.u.estimate).toBeCloseTo(0.51, 3);
    expect(Math.abs(got.binary.estimate! - 0.413)).toBeLessThan(0.001);
    expect(got.cu.estimate).toBeCloseTo(0.724, 3);
  });
  it('in full', () => expectFamily(continuum, computed_here));
  it('the pairable length is the mean over the other coders, not the union of theirs, which gives .7283', () => {
    expectClose(got.cu.estimate, 0.7241689650166933);
  });
});

describe('alpha_U of 1995', () => {
  const { input, results } = reference.alphaU_1995;

  function twoCoders(
    units: (string | number)[][],
    begin: number,
    length: number,
    stretch: number,
  ): Continuum {
    const coders = [0, 1].map((coder) =>
      units
        .filter(([, , rater]) => rater === coder)
        .map(([offset, size, , code]): Span => {
          const start = (Number(offset) - begin) * stretch;
          return { start, end: start + Number(size) * stretch, value: code };
        }),
    );
    return { length: length * stretch, coders };
  }

  const first = input.krippendorff2004_p254;
  const second = input.krippendorff1995_p57.units_offset_length_rater_code_x_stretch;
  it.each([
    [results[0], twoCoders(first.units_offset_length_rater_code, first.begin, first.length, 1)],
    [results[1], twoCoders(second, 0, 24, 1)],
    [results[2], twoCoders(second, 0, 24, 50)],
    [results[3], twoCoders(second, 0, 24, 5000)],
  ])('$id', (want, continuum) => {
    const got = alphaU(continuum);
    expectClose(got.joint, want.alphaU_joint);
    // Each fixture has values of its own.
    const categories = want.categories as unknown as Record<
      string,
      { Do: number; De: number; alphaU: number }
    >;
    expect(got.byValue).toHaveLength(Object.keys(categories).length);
    for (const { value, alpha, observed, expected } of got.byValue) {
      expectClose(alpha, categories[value].alphaU);
      expectClose(observed, categories[value].Do);
      expectClose(expected, categories[value].De);
    }
  });

  it('as printed: c .7286, k 1.0', () => {
    const got = alphaU(twoCoders(first.units_offset_length_rater_code, first.begin, first.length, 1));
    expect(got.byValue.map(({ alpha }) => alpha!.toFixed(4))).toEqual(['0.7286', '1.0000']);
  });

  it('is undefined without marks, and needs every coder', () => {
    expect(alphaU({ length: 5, coders: [[], []] }).joint).toBeNull();
    expect(() => alphaU({ length: 5, coders: [[], null] })).toThrow(/coders: got 1 of 2 who read it/);
  });
});

const span = (start: number, end: number, value: string | number = 'A'): Span => ({ start, end, value });

it('worked examples', () => {
  const text = {
    length: 24,
    coders: [
      [span(2, 10), span(14, 20)],
      [span(4, 8), span(15, 17)],
    ],
  };
  expectClose(unitizingAlpha([text]).u.estimate, 0.3583333333333334);
  expectClose(alphaU({ length: 20, coders: [[span(2, 8)], [span(3, 8)]] }).joint, 0.9648510242085662, 1e-12);
});

describe('several texts', () => {
  const random = seededRandom(3);
  const texts = Array.from({ length: 40 }, (): Continuum => {
    const start = Math.floor(random() * 20);
    const value = random() < 0.5 ? 'A' : 'B';
    const shift = random() < 0.7 ? 1 : 9;
    return {
      length: 60,
      coders: [[span(start, start + 20, value)], [span(start + shift, start + shift + 18, value)]],
    };
  });

  it('have an interval of resampled texts, and one of left-out texts', () => {
    const bootstrap = unitizingAlpha(texts, { interval: { random: seededRandom(1), draws: 2000 } }).u;
    const jackknife = unitizingAlpha(texts, { interval: { method: 'jackknife' } }).u;
    expect(bootstrap.interval!.lower).toBeLessThan(bootstrap.estimate!);
    expect(bootstrap.interval!.upper).toBeGreaterThan(bootstrap.estimate!);
    const width = ({ lower, upper }: { lower: number; upper: number }): number => upper - lower;
    expect(Math.abs(width(bootstrap.interval!) / width(jackknife.interval!) - 1)).toBeLessThan(0.2);
    expect([bootstrap.n, bootstrap.interval!.method]).toEqual([
      40,
      'bootstrap of texts, 2000 draws, percentiles',
    ]);
  });

  it('of one participant are kept together', () => {
    const clusters = texts.map((_, i) => Math.floor(i / 4));
    const got = unitizingAlpha(texts, { interval: { method: 'jackknife', clusters } });
    expect(got.binary.interval!.method).toBe('jackknife over clusters, t');
    expect(() => unitizingAlpha(texts, { interval: { method: 'jackknife', clusters: [1] } })).toThrow(
      /clusters: got 1 ids; expected 40/,
    );
  });

  it('that one coder alone read are left out', () => {
    const got = unitizingAlpha([...texts, { length: 10, coders: [[span(0, 5)], null] }]);
    expect(got.u.estimate).toBe(unitizingAlpha(texts).u.estimate);
    expect(got.u.n).toBe(40);
  });

  it('one text has no interval of texts', () => {
    const got = unitizingAlpha(texts.slice(0, 1), { interval: { random: seededRandom(1) } }).u;
    expect(got.interval).toBeNull();
    expect(got.warnings[0].code).toBe('too-few-blocks');
  });
});

describe('what counts', () => {
  it('text that neither coder marked is agreement', () => {
    const coders = [[span(0, 10)], [span(0, 8)]];
    const short = unitizingAlpha([{ length: 12, coders }]).u.estimate!;
    const long = unitizingAlpha([{ length: 100, coders }]).u.estimate!;
    expect(long).toBeGreaterThan(short);
  });

  it('a coder who marks a stretch twice is refused, not taken for two who agree', () => {
    const coders = [[span(0, 10), span(5, 12, 'B')], [span(0, 10)]];
    expect(() => unitizingAlpha([{ length: 20, coders }])).toThrow(
      /continua\[0\].coders\[0\]\[1\]: got a span from 5; expected 10 or more/,
    );
  });

  it('no marks at all, or one value over all, is undefined', () => {
    for (const coders of [
      [[], []],
      [[span(0, 9)], [span(0, 9)]],
    ]) {
      const got = unitizingAlpha([{ length: 9, coders }]).u;
      expect([got.estimate, got.interval]).toEqual([null, null]);
      expect(got.warnings[0].code).toBe('single-category');
    }
    expect(unitizingAlpha([]).u.warnings[0].code).toBe('no-pairable-units');
  });

  it.each([
    [
      'a span beyond its text',
      { length: 5, coders: [[span(0, 6)], []] },
      /\[0\]: got 0 to 6; expected a span within 0 to 5/,
    ],
    ['an empty span', { length: 5, coders: [[span(3, 3)], []] }, /got 3 to 3/],
    [
      'a span of no number',
      { length: 5, coders: [[], [span(Number.NaN, 3)]] },
      /coders\[1\]\[0\]: got NaN to 3/,
    ],
    ['a text without length', { length: 0, coders: [[], []] }, /continua\[0\].length: got 0/],
  ])('%s is refused by place', (_name, continuum, message) => {
    expect(() => unitizingAlpha([continuum])).toThrow(message);
  });
});

describe('laws', () => {
  const { matrix, u_alpha, alpha_nominal } = reference.u_alpha_2016.property_unit_length_equals_nominal_alpha;

  function unitLengths(rows: (number | null)[][]): Continuum {
    const marks = rows.map((row) =>
      row.flatMap((value, i) => (value === null ? [] : [span(i, i + 1, value)])),
    );
    return { length: rows[0].length, coders: marks };
  }

  it('units of length 1 give the nominal alpha of the reference', () => {
    expectClose(unitizingAlpha([unitLengths(matrix)]).u.estimate, u_alpha);
    expectClose(alpha_nominal, u_alpha);
  });

  it('units of length 1 give the nominal alpha, gaps being a value', () => {
    const row = fc.array(fc.option(fc.integer({ min: 1, max: 3 })), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 4 }), (rows) => {
        const ratings = Array.from({ length: 12 }, (_, i) => rows.map((values) => values[i] ?? 0));
        const nominal = krippendorffAlpha({ ratings, level: 'nominal' }).estimate;
        const unitized = unitizingAlpha([unitLengths(rows)]).u.estimate;
        if (nominal === null) expect(unitized).toBeNull();
        else expect(unitized).toBeCloseTo(nominal, 9);
      }),
    );
  });

  const marks = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 9 }), fc.constantFrom('A', 'B')), {
      maxLength: 4,
    })
    .map((steps) => {
      let at = 0;
      return steps.map(([length, gap, value]) => {
        const one = span(at + gap, at + gap + length, value);
        at = one.end;
        return one;
      });
    });
  const text = fc.record({
    length: fc.constant(80),
    coders: fc.array(marks, { minLength: 2, maxLength: 3 }),
  });

  it('coders can change places, values their names, and every interval holds its estimate', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), fc.integer(), (texts, seed) => {
        const got = unitizingAlpha(texts, { interval: { random: seededRandom(seed), draws: 20 } });
        const turned = texts.map(({ length, coders }) => ({
          length,
          coders: [...coders].reverse().map((own) => own.map((one) => ({ ...one, value: `${one.value}!` }))),
        }));
        const again = unitizingAlpha(turned);
        for (const one of ['u', 'binary', 'cu'] as const) {
          const { estimate, interval } = got[one];
          if (estimate === null) expect(again[one].estimate).toBeNull();
          else expect(again[one].estimate).toBeCloseTo(estimate, 9);
          if (interval === null || estimate === null) continue;
          expect(interval.lower).toBeLessThanOrEqual(estimate);
          expect(interval.upper).toBeGreaterThanOrEqual(estimate);
        }
      }),
    );
  });
});
