/**
 * Richness and accumulation against vegan 2.6.4 (reference/saturation-richness.json), new information against the
 * published arithmetic (reference/saturation-guest.json).
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import guestReference from '../../reference/saturation-guest.json';
import reference from '../../reference/saturation-richness.json';
import { expectClose } from '../common/expect-close.ts';
import { seededRandom } from '../common/random.ts';
import { accumulationCurve } from './accumulation-curve.ts';
import { chao2 } from './chao2.ts';
import type { CodesByParticipant } from './code-incidence.ts';
import { guestSaturation } from './guest-saturation.ts';
import { jackknifeRichness } from './jackknife-richness.ts';
import { randomOrderAccumulation } from './random-order-accumulation.ts';

/** The dune meadows of vegan: 20 sites for participants, 30 species for codes. */
const dune: number[][] = reference.dune_presence.map((row) =>
  row.flatMap((present, species) => (present === 1 ? [species] : [])),
);
const bci = { counts: reference.BCI_incidence_counts, participants: reference.BCI_sites };

describe('dune meadows', () => {
  const want = reference.dune;
  it('Chao2', () => {
    const got = chao2(dune);
    expectClose(got.estimate, want.chao);
    expectClose(got.standardError, want['chao.se']);
    expect([got.seen, got.n]).toEqual([want.Species, want.n]);
  });
  it('first-order jackknife', () => {
    const got = jackknifeRichness(dune, { variance: 'vegan' });
    expectClose(got.estimate, want.jack1);
    expectClose(got.standardError, want['jack1.se']);
  });
  it('the jackknife’s own error is that of its pseudo-values', () => {
    const all = new Set(dune.flat()).size;
    const values = dune.map((_, i) => 20 * all - 19 * new Set(dune.filter((_row, j) => j !== i).flat()).size);
    const mean = values.reduce((sum, value) => sum + value, 0) / 20;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const got = jackknifeRichness(dune);
    expectClose(got.estimate, mean);
    expectClose(got.standardError, Math.sqrt(squares / (20 * 19)));
  });
  it('second-order jackknife', () => expectClose(jackknifeRichness(dune, { order: 2 }).estimate, want.jack2));

  it('expected accumulation', () => {
    const { expected } = accumulationCurve(dune);
    reference.dune_accumulation.richness.forEach((richness, k) => {
      expectClose(expected[k], richness);
    });
  });
  it('its standard deviation as vegan has it', () => {
    const { standardDeviation } = accumulationCurve(dune, { variance: 'correlation' });
    reference.dune_accumulation.sd.slice(0, -1).forEach((sd, k) => {
      expectClose(standardDeviation[k], sd);
    });
    expect(standardDeviation[19]).toBeCloseTo(0, 7);
  });
  it('random orders spread as the exact standard deviation says, not as its approximation', () => {
    const drawn = randomOrderAccumulation(dune, { random: seededRandom(1), orders: 20_000 });
    const exact = accumulationCurve(dune);
    for (let k = 0; k < 19; k++) {
      expect(Math.abs(drawn.mean[k] - exact.expected[k])).toBeLessThan(0.06);
      expect(Math.abs(drawn.standardDeviation[k] / exact.standardDeviation[k] - 1)).toBeLessThan(0.02);
    }
  });
});

describe('Barro Colorado, from counts alone', () => {
  const want = reference.BCI;
  it('Chao2', () => {
    const got = chao2(bci);
    expectClose(got.estimate, want.chao);
    expectClose(got.standardError, want['chao.se']);
  });
  it('jackknives', () => {
    expectClose(jackknifeRichness(bci).estimate, want.jack1);
    expectClose(jackknifeRichness(bci, { order: 2 }).estimate, want.jack2);
  });
});

describe.each(guestReference.results)('base $base_size, run $run_length, threshold $threshold', (want) => {
  it('new information', () => {
    const { base_size: base, run_length: run, threshold } = want;
    const got = guestSaturation(guestReference.sequence, { base, run, threshold });
    expect(got.baseCodes).toBe(want.base_themes);
    expect(got.runs).toEqual(
      want.steps.map((step) => ({ through: step.through_interview, new: step.new, ratio: step.ratio })),
    );
    expect(got.saturatedAt).toBe(want.saturated_at);
    expect(got.report).toBe(want.report_as);
  });
});

describe('new information', () => {
  it('may be looked for in overlapping runs', () => {
    const got = guestSaturation(guestReference.sequence, { base: 4, run: 2, overlapping: true });
    expect(got.runs.map(({ through }) => through)).toEqual([6, 7, 8, 9, 10, 11, 12]);
    expect(got.runs.map((run) => run.new)).toEqual([1, 1, 1, 0, 1, 1, 0]);
    expect(got.report).toBe('7+2');
  });

  it('is undefined against an empty base or with too few interviews', () => {
    const got = guestSaturation([[], [], [], [], ['a'], []]);
    expect([got.runs[0].ratio, got.saturatedAt]).toEqual([null, null]);
    expect(got.warnings[0].code).toBe('empty-base');
    expect(guestSaturation([['a']]).warnings[0].code).toBe('too-few-participants');
  });
});

it('worked examples', () => {
  const four = [['a', 'b'], ['a', 'c'], ['a', 'b', 'd'], ['a']];
  expect(chao2(four).estimate).toBe(5.5);
  expect(jackknifeRichness(four).estimate).toBe(5.5);
  expect(Array.from(accumulationCurve([['a'], ['a', 'b'], ['c']]).expected)).toEqual([
    expect.closeTo(4 / 3, 12),
    expect.closeTo(7 / 3, 12),
    3,
  ]);
  const random = seededRandom(1);
  expect(randomOrderAccumulation([['a'], ['a', 'b'], ['c']], { random, orders: 500 }).mean[2]).toBe(3);
  const six = [['a', 'b'], ['b', 'c'], ['a'], ['d'], ['a'], ['b']];
  expect(guestSaturation(six, { base: 4, run: 2 }).report).toBe('4+2');
});

describe('where nothing can be said', () => {
  it('one participant has codes but no estimate of unseen ones', () => {
    for (const got of [chao2([['a', 'b']]), jackknifeRichness([['a', 'b']])]) {
      expect([got.estimate, got.interval, got.seen]).toEqual([null, null, 2]);
      expect(got.warnings[0].code).toBe('too-few-participants');
    }
  });
  it('no code at all is an estimate of 0', () => {
    expect(chao2([[], [], []]).estimate).toBe(0);
    expect(chao2([[], [], []]).interval).toMatchObject({ lower: 0, upper: 0 });
  });
  it('codes of one participant only, and none of two, use the bias-corrected form', () => {
    // 3 + (3/4) 3 (3 - 1) / 2
    expect(chao2([['a'], ['b'], ['c'], []]).estimate).toBe(5.25);
  });
  it('an empty study has an empty curve', () => {
    expect(accumulationCurve([]).expected).toHaveLength(0);
    expect(randomOrderAccumulation([], { random: seededRandom(1) }).mean).toHaveLength(0);
  });
});

it('bad input is refused by place', () => {
  expect(() => chao2({ counts: [1, 0], participants: 5 })).toThrow(/counts\[1\]: got 0/);
  expect(() => chao2({ counts: [6], participants: 5 })).toThrow(/counts\[0\]: got 6; expected .* 5/);
  expect(() => chao2({ counts: [], participants: -1 })).toThrow(/participants: got -1/);
  expect(() => chao2([['a']], { level: 2 })).toThrow(/level: got 2/);
  // @ts-expect-error: what a caller without types could pass.
  expect(() => chao2(['a', 'b'])).toThrow(/codes\[0\]: got string/);
  // @ts-expect-error: what a caller without types could pass.
  expect(() => jackknifeRichness([['a']], { order: 3 })).toThrow(/order: got 3/);
  expect(() => guestSaturation([], { base: 0 })).toThrow(/base: got 0/);
  expect(() => guestSaturation([], { threshold: 5 })).toThrow(/threshold: got 5/);
  expect(() => randomOrderAccumulation([], { random: seededRandom(1), orders: 0 })).toThrow(/orders: got 0/);
});

describe('laws', () => {
  const study = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }), {
    minLength: 2,
    maxLength: 7,
  });

  it('the curve is the mean, and its deviation that, over every subset of participants', () => {
    fc.assert(
      fc.property(study, (codes) => {
        const { expected, standardDeviation } = accumulationCurve(codes);
        for (let k = 1; k <= codes.length; k++) {
          const sizes = subsets(codes, k).map((subset) => new Set(subset.flat()).size);
          const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
          const squares = sizes.reduce((sum, size) => sum + (size - mean) ** 2, 0);
          expect(expected[k - 1]).toBeCloseTo(mean, 9);
          expect(standardDeviation[k - 1]).toBeCloseTo(Math.sqrt(squares / sizes.length), 6);
        }
      }),
    );
  });

  it('no estimate falls below what was seen, and every interval holds its estimate', () => {
    fc.assert(
      fc.property(study, (codes) => {
        for (const got of [chao2(codes), jackknifeRichness(codes), jackknifeRichness(codes, { order: 2 })]) {
          expect(got.interval!.lower).toBeLessThanOrEqual(got.estimate!);
          expect(got.interval!.upper).toBeGreaterThanOrEqual(got.estimate!);
        }
        expect(chao2(codes).estimate).toBeGreaterThanOrEqual(new Set(codes.flat()).size);
      }),
    );
  });

  it('a random order ends with every code, and its spread holds the mean', () => {
    fc.assert(
      fc.property(study, fc.integer(), (codes, seed) => {
        const { mean, lower, upper } = randomOrderAccumulation(codes, {
          random: seededRandom(seed),
          orders: 40,
        });
        const all = new Set(codes.flat()).size;
        expect([mean.at(-1), lower.at(-1), upper.at(-1)]).toEqual([all, all, all]);
        for (let k = 1; k < mean.length; k++) expect(mean[k]).toBeGreaterThanOrEqual(mean[k - 1]);
      }),
    );
  });
});

function subsets(codes: CodesByParticipant, k: number): string[][][] {
  const found: string[][][] = [];
  for (let mask = 0; mask < 2 ** codes.length; mask++) {
    const chosen = codes.filter((_, i) => (mask >> i) & 1);
    if (chosen.length === k) found.push(chosen.map((own) => [...own].map(String)));
  }
  return found;
}
