/** Against pygamma-agreement 0.5.9, which computes in single precision (reference/agreement-gamma.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/agreement-gamma.json';
import { expectClose } from '../common/expect-close.ts';
import { seededRandom } from '../common/random.ts';
import type { Span } from './continuum.ts';
import { gammaAgreement } from './gamma-agreement.ts';
import { spanAlignment } from './span-alignment.ts';
import { spanDissimilarity } from './span-dissimilarity.ts';

interface Unit {
  annotator: string;
  start: number;
  end: number;
  category: string;
}

function codersOf(units: Unit[], names: string[]): Span[][] {
  return names.map((name) =>
    units
      .filter(({ annotator }) => annotator === name)
      .map(({ start, end, category }) => ({ start, end, value: category })),
  );
}

const SINGLE_PRECISION = 1e-5;

describe.each(reference.fixtures)('$metadata.description', ({ params, continuum, tier1, tier2, tier3 }) => {
  const names = [...new Set(continuum.map(({ annotator }) => annotator))];
  const coders = codersOf(continuum, names);
  const { alpha, beta, deltaEmpty: empty } = params;

  it('dissimilarities of pairs', () => {
    const combined = spanDissimilarity({ alpha, beta, empty });
    const positional = spanDissimilarity({ alpha: 1, beta: 0, empty });
    const categorical = spanDissimilarity({ alpha: 0, beta: 1, empty });
    for (const want of tier1.pairDissimilarities) {
      const a = coders[names.indexOf(want.annotatorA)][want.unitIndexA];
      const b = coders[names.indexOf(want.annotatorB)][want.unitIndexB];
      expectClose(combined(a, b), want.combined, SINGLE_PRECISION);
      expectClose(positional(a, b), want.positional, SINGLE_PRECISION);
      expectClose(categorical(a, b), want.categorical, SINGLE_PRECISION);
    }
  });

  it('disorder of the best alignment', () =>
    expectClose(
      spanAlignment(coders, { alpha, beta, empty }).disorder,
      tier1.bestAlignmentDisorder,
      SINGLE_PRECISION,
    ));

  it('disorder of the best alignments of sampled texts, in decimals and in whole steps', () => {
    for (const { units, bestAlignmentDisorder, scaled } of tier2.sampledContinua) {
      const disorderOf = (sample: Unit[]): number =>
        spanAlignment(codersOf(sample, names), { alpha, beta, empty }).disorder;
      expectClose(disorderOf(units), bestAlignmentDisorder, SINGLE_PRECISION);
      expectClose(disorderOf(scaled.units), scaled.bestAlignmentDisorder, SINGLE_PRECISION);
    }
  });

  it('expected disorder, as far as its 30 samples can tell', () => {
    const got = gammaAgreement({
      ...{ coders, length: 1000, random: seededRandom(1), alpha, beta, empty },
      ...{ sampling: 'statistical', samples: 400, precision: 1 },
    });
    expectClose(got.observedDisorder, tier1.bestAlignmentDisorder, SINGLE_PRECISION);
    const ofThirty = tier2.sampledContinua.map((sample) => sample.bestAlignmentDisorder);
    const mean = ofThirty.reduce((sum, value) => sum + value, 0) / ofThirty.length;
    const squares = ofThirty.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const error = Math.sqrt(squares / (ofThirty.length - 1) / tier3.nSamples);
    expect(Math.abs(got.expectedDisorder! - tier3.expectedDisorder)).toBeLessThan(4 * error);
    expectClose(tier3.gamma, 1 - tier1.bestAlignmentDisorder / tier3.expectedDisorder, SINGLE_PRECISION);
  });
});

const span = (start: number, end: number, value: string | number = 'a'): Span => ({ start, end, value });
const fine = { length: 100, random: seededRandom(1) };

it('worked examples', () => {
  expect(spanAlignment([[span(1, 5)], [span(2, 6)]]).disorder).toBe(0.0625);
  const coders = [[span(1, 5)], [span(1, 5)]];
  expect(gammaAgreement({ coders, length: 20, random: seededRandom(1) }).estimate).toBe(1);
});

describe('the alignment', () => {
  it('says which span answers to which', () => {
    const coders = [[span(1, 5), span(30, 34)], [span(2, 6), span(60, 66), span(31, 34)], [span(1, 6)]];
    const { groups } = spanAlignment(coders);
    expect(groups).toHaveLength(3);
    expect(groups).toEqual(
      expect.arrayContaining([
        [0, 0, 0],
        [1, 2, null],
        [null, 1, null],
      ]),
    );
  });

  it('may weigh how unlike two values are', () => {
    const coders = [[span(1, 5, 1)], [span(1, 5, 3)]];
    const values = (a: string | number, b: string | number): number => Math.abs(Number(a) - Number(b)) / 4;
    expect(spanAlignment(coders, { values }).disorder).toBe(0.5);
  });

  it('gives up with a reason where spans are too entangled', () => {
    const heap = Array.from({ length: 6 }, () => Array.from({ length: 14 }, (_, i) => span(i, i + 40)));
    expect(() => spanAlignment(heap)).toThrow(/coders: the spans overlap too much to be aligned/);
  });
});

describe('gamma', () => {
  const coders = [
    [span(2, 9), span(20, 31, 'b'), span(50, 58)],
    [span(3, 9), span(22, 31, 'b'), span(70, 75, 'b')],
  ];

  it('samples until the expected disorder is known as well as asked', () => {
    const got = gammaAgreement({ coders, ...fine, random: seededRandom(2), precision: 0.05 });
    expect(got.samples).toBeGreaterThan(30);
    const reach = got.expectedDisorder! - got.observedDisorder! / (1 - got.interval!.lower);
    expect(reach / got.expectedDisorder!).toBeLessThan(0.06);
    expect(got.interval!.lower).toBeLessThan(got.estimate!);
    expect(got.interval!.upper).toBeGreaterThan(got.estimate!);
  });

  it('is the same for the same seed', () => {
    const once = (): unknown =>
      gammaAgreement({ coders, length: 100, random: seededRandom(5), precision: 0.2 });
    expect(once()).toEqual(once());
  });

  it('reports progress and stops when the report throws', () => {
    const seen: number[] = [];
    gammaAgreement({ coders, ...fine, precision: 1, progress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(1);
    const stop = (): never => {
      throw new Error('stopped');
    };
    expect(() => gammaAgreement({ coders, ...fine, progress: stop })).toThrow('stopped');
  });

  it('is undefined where nobody marked a span, or chance leaves one place for them', () => {
    expect(gammaAgreement({ coders: [[], []], ...fine }).estimate).toBeNull();
    const whole = [[span(0, 100)], [span(0, 100)]];
    const got = gammaAgreement({ coders: whole, ...fine, sampling: 'statistical' });
    expect(got.estimate).toBeNull();
    expect(got.warnings[0].code).toBe('no-variety');
  });

  it.each([
    ['one coder', { coders: [[span(1, 2)]] }, /coders: got 1; expected two or more/],
    ['a span beyond the text', { coders: [[], [span(90, 101)]] }, /coders\[1\]\[0\]: got 90 to 101/],
    ['an empty span', { coders: [[span(4, 4)], []] }, /coders\[0\]\[0\]: got 4 to 4/],
    ['a negative weight', { coders, alpha: -1 }, /alpha: got -1/],
    ['no cost of being alone', { coders, empty: 0 }, /empty: got 0/],
    ['no precision', { coders, precision: 0 }, /precision: got 0/],
    ['no samples', { coders, samples: 0 }, /samples: got 0/],
    ['a text without length', { coders, length: 0 }, /length: got 0/],
  ])('refuses %s', (_name, input, message) => {
    expect(() => gammaAgreement({ ...fine, ...input })).toThrow(message);
  });
});

describe('laws', () => {
  const someSpan = fc
    .tuple(fc.nat({ max: 20 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b'))
    .map(([start, length, value]) => span(start, start + length, value));
  const someCoders = fc
    .array(fc.array(someSpan, { maxLength: 3 }), { minLength: 2, maxLength: 3 })
    .filter((coders) => coders.some((spans) => spans.length > 0));

  it('no division of the spans into groups disagrees less', () => {
    fc.assert(
      fc.property(someCoders, (coders) => {
        const { disorder, groups } = spanAlignment(coders);
        expect(disorder).toBeCloseTo(leastDisorder(coders), 9);
        const placed = groups.flatMap((row) => row.flatMap((i, c) => (i === null ? [] : [`${c}/${i}`])));
        const all = coders.flatMap((spans, c) => spans.map((_, i) => `${c}/${i}`));
        expect(placed.sort()).toEqual(all.sort());
      }),
    );
  });

  it('coders can change places, and one who repeats another agrees entirely', () => {
    fc.assert(
      fc.property(someCoders, (coders) => {
        expect(spanAlignment([...coders].reverse()).disorder).toBeCloseTo(spanAlignment(coders).disorder, 9);
        const [first] = coders.filter((spans) => spans.length > 0);
        expect(spanAlignment([first, first]).disorder).toBe(0);
      }),
    );
  });
});

/** Tries every division: each coder's next span joins a group without one of the coder, or starts a group. */
function leastDisorder(coders: Span[][]): number {
  const dissimilarity = spanDissimilarity({});
  const pairs = (coders.length * (coders.length - 1)) / 2;
  const all = coders.flatMap((spans, coder) => spans.map((one) => ({ coder, one })));
  const cost = (group: typeof all): number => {
    let sum = pairs - (group.length * (group.length - 1)) / 2;
    group.forEach(({ one: a }, i) => {
      for (const { one: b } of group.slice(i + 1)) sum += dissimilarity(a, b);
    });
    return sum / pairs;
  };
  const place = (next: number, groups: (typeof all)[]): number => {
    if (next === all.length) return groups.reduce((sum, group) => sum + cost(group), 0);
    const own = all[next];
    const choices = groups.flatMap((group, g) =>
      group.some(({ coder }) => coder === own.coder)
        ? []
        : [place(next + 1, groups.with(g, [...group, own]))],
    );
    return Math.min(...choices, place(next + 1, [...groups, [own]]));
  };
  return (place(0, []) * coders.length) / all.length;
}
