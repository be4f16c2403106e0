/** Against nltk 3.8 with exact MASI (reference/agreement-multilabel-alpha.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/agreement-multilabel-alpha.json';
import { expectClose } from '../common/expect-close.ts';
import { seededRandom } from '../common/random.ts';
import { krippendorffAlpha } from './krippendorff-alpha.ts';
import { multiLabelAlpha } from './multi-label-alpha.ts';
import { jaccardDistance, masiDistance } from './set-distance.ts';

describe.each(reference.distances)('$a and $b', ({ a, b, jaccard, masi_exact }) => {
  it('Jaccard', () => expectClose(jaccardDistance(new Set(a), new Set(b)), jaccard, 1e-12));
  it('MASI', () => expectClose(masiDistance(new Set(a), new Set(b)), masi_exact, 1e-12));
});

const [nine, sixty] = reference.cases;

describe('nine units, two coders', () => {
  const labels = nine.items!;
  it('Jaccard', () =>
    expectClose(multiLabelAlpha({ labels, distance: 'jaccard' }).estimate, nine.nltk!.jaccard.alpha));
  it('MASI, with its thirds exact', () =>
    expectClose(multiLabelAlpha({ labels, distance: 'masi' }).estimate, nine.nltk_engine_exact_masi_alpha));
});

describe('sixty units, three coders, gaps', () => {
  const labels = sixty.items_by_coder!;
  it('Jaccard', () =>
    expectClose(multiLabelAlpha({ labels, distance: 'jaccard' }).estimate, sixty.nltk_alpha!.jaccard));
  it('MASI, with its thirds exact', () =>
    expectClose(multiLabelAlpha({ labels, distance: 'masi' }).estimate, sixty.nltk_engine_exact_masi_alpha));
  it('has an interval of resampled units', () => {
    const interval = { random: seededRandom(1), draws: 2000 };
    const got = multiLabelAlpha({ labels, distance: 'masi', interval });
    const jackknife = multiLabelAlpha({ labels, distance: 'masi', interval: { method: 'jackknife' } });
    expect(got.interval!.lower).toBeLessThan(got.estimate!);
    expect(got.interval!.upper).toBeGreaterThan(got.estimate!);
    expect(Math.abs(got.standardError! / jackknife.standardError! - 1)).toBeLessThan(0.15);
  });
});

describe('traps', () => {
  it('two coders who find that nothing applies agree', () => {
    expect(masiDistance(new Set(), new Set())).toBe(0);
    expect(jaccardDistance(new Set(), new Set())).toBe(0);
    expect(masiDistance(new Set(), new Set(['A']))).toBe(1);
  });

  it('the similarity is multiplied, not the distance: {A, B} against {A} is 2/3', () => {
    expectClose(masiDistance(new Set(['A', 'B']), new Set(['A'])), 2 / 3, 1e-15);
  });

  it('one and the same set everywhere is undefined', () => {
    const got = multiLabelAlpha({
      labels: [
        [['A'], ['A']],
        [['A'], ['A']],
      ],
      distance: 'masi',
    });
    expect(got.estimate).toBeNull();
    expect(got.warnings[0].code).toBe('single-category');
  });
});

it('worked example', () => {
  const labels = [
    [['A', 'B'], ['A']],
    [['B'], ['B']],
  ];
  expectClose(multiLabelAlpha({ labels, distance: 'masi' }).estimate, 0.5, 1e-14);
});

it('bad input is refused by place', () => {
  expect(() => multiLabelAlpha({ labels: [[['A'], ['B']], [['A']]], distance: 'masi' })).toThrow(
    /ratings\[1\]: got 1/,
  );
  // @ts-expect-error: what a caller without types could pass.
  expect(() => multiLabelAlpha({ labels: [['A', []]], distance: 'masi' })).toThrow(
    /labels\[0\]\[0\]: got string/,
  );
  // @ts-expect-error: what a caller without types could pass.
  expect(() => multiLabelAlpha({ labels: [[[], []]], distance: 'dice' })).toThrow(/distance: got dice/);
});

describe('laws', () => {
  const set = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 4 });

  it('distances are symmetric, 0 for equal sets only, and MASI is the stricter', () => {
    fc.assert(
      fc.property(set, set, (a, b) => {
        const [x, y] = [new Set(a), new Set(b)];
        expect(masiDistance(x, y)).toBe(masiDistance(y, x));
        expect(masiDistance(x, y)).toBeGreaterThanOrEqual(jaccardDistance(x, y));
        expect(masiDistance(x, y) === 0).toBe(a.length === b.length && a.every((label) => y.has(label)));
      }),
    );
  });

  it('neither the order of labels nor their repetition counts, and single labels are nominal', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(set, set, fc.option(set)), { maxLength: 15 }), (labels) => {
        const { estimate } = multiLabelAlpha({ labels, distance: 'jaccard' });
        const shuffled = labels.map((row) =>
          row.map((cell) => (cell === null ? null : [...cell, ...cell].reverse())),
        );
        expect(multiLabelAlpha({ labels: shuffled, distance: 'jaccard' }).estimate).toBe(estimate);
        const firsts = labels.map((row) => row.map((cell) => (cell === null ? null : cell.slice(0, 1))));
        const values = firsts.map((row) => row.map((cell) => (cell === null ? null : (cell[0] ?? 0))));
        const nominal = krippendorffAlpha({ ratings: values, level: 'nominal' }).estimate;
        const single = multiLabelAlpha({ labels: firsts, distance: 'masi' }).estimate;
        if (nominal === null) expect(single).toBeNull();
        else expect(single).toBeCloseTo(nominal, 10);
      }),
    );
  });
});
