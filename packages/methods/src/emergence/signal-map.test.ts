/** Yoon's measures and maps by hand, and their laws. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keywordEmergenceMap, keywordIssueMap } from './signal-map.ts';
import { degreeOfDiffusion, degreeOfVisibility } from './time-weighted-share.ts';

const periods = (n: number) => Array.from({ length: n }, () => 10);

describe('degree of visibility and of diffusion', () => {
  it('weigh the share of each period, the newest whole', () => {
    const visibility = degreeOfVisibility([4, 6, 30], [10, 10, 20]);
    [0.36, 0.57, 1.5].forEach((value, j) => {
      expect(visibility[j]).toBeCloseTo(value, 15);
    });
    expect(degreeOfDiffusion([4, 6, 15], [10, 10, 20])[2]).toBe(0.75);
    expect(degreeOfVisibility([4, 6], [10, 10], { timeWeight: 0 })).toEqual([0.4, 0.6]);
  });

  it('take 20 periods at the usual time weight of 0.05, and refuse 21, whose oldest would weigh nothing', () => {
    expect(degreeOfVisibility(periods(20), periods(20))[0]).toBeCloseTo(0.05, 15);
    for (const n of [21, 22, 30]) {
      expect(() => degreeOfVisibility(periods(n), periods(n))).toThrow(
        new RegExp(
          `^options.timeWeight: got 0.05 with ${n} periods, which leaves the oldest no weight; expected below`,
        ),
      );
      expect(() => degreeOfDiffusion(periods(n), periods(n))).toThrow(RangeError);
      expect(() => keywordEmergenceMap([periods(n)], periods(n))).toThrow(RangeError);
      expect(() => keywordIssueMap([periods(n)], periods(n))).toThrow(RangeError);
    }
    expect(degreeOfVisibility(periods(40), periods(40), { timeWeight: 0.02 })).toHaveLength(40);
  });

  it('tell terms from documents: a term may be said more often than there are documents', () => {
    expect(() => degreeOfVisibility([30], [20])).not.toThrow();
    expect(() => degreeOfDiffusion([30], [20])).toThrow(
      /^frequencies\[0\]: got 30; expected at most documents\[0\], 20/,
    );
  });

  it('refuse impossible arguments', () => {
    expect(() => degreeOfVisibility([1, -1], [9, 9])).toThrow(/^frequencies\[1\]: got -1/);
    expect(() => degreeOfVisibility([1, 1], [9, 0])).toThrow(/^documents\[1\]: got 0; expected 1 or more/);
    expect(() => degreeOfVisibility([1], [9, 9])).toThrow(
      /^frequencies: got 1 values; expected 2, as in documents/,
    );
    expect(() => degreeOfVisibility([1], [9], { timeWeight: -1 })).toThrow(/^options.timeWeight: got -1/);
  });
});

describe('signal map', () => {
  const documents = [10, 10, 10];
  const rows = [
    [1, 2, 4],
    [8, 9, 9],
    [9, 9, 8],
    [2, 2, 2],
  ];

  it('names the four quadrants of mean and growth', () => {
    const { points } = keywordEmergenceMap(rows, documents);
    expect(points.map((point) => point.quadrant)).toEqual([
      'weak signal',
      'strong signal',
      'well-known signal',
      'latent signal',
    ]);
  });

  it('maps the mean frequency against the geometric mean growth of the weighted share', () => {
    const { points } = keywordEmergenceMap(rows, documents);
    expect(points[0].mean).toBeCloseTo(7 / 3, 15);
    // From 1/10 x 0.9 to 4/10 in two periods.
    expect(points[0].growth).toBeCloseTo(Math.sqrt(0.4 / 0.09) - 1, 14);
    // A constant share still grows by the weights alone.
    expect(points[3].growth).toBeCloseTo(Math.sqrt(1 / 0.9) - 1, 14);
  });

  it('cuts at the median, or at the mean where asked', () => {
    const median = keywordEmergenceMap(rows, documents);
    expect(median.meanCut).toBeCloseTo(5.5, 14);
    const mean = keywordEmergenceMap(rows, documents, { cut: 'mean' });
    expect(mean.meanCut).toBeCloseTo((7 + 26 + 26 + 6) / 12, 14);
    expect(mean.method).toContain('cut at the mean');
  });

  it('counts a keyword on a cut as low', () => {
    const { points } = keywordEmergenceMap(
      [
        [1, 1],
        [2, 4],
        [3, 3],
      ],
      [10, 10],
    );
    expect(points[1]).toMatchObject({ mean: 3, quadrant: 'weak signal' });
  });

  it('has no growth for a keyword absent from the first period, and says so', () => {
    const { points, warnings, n } = keywordEmergenceMap(
      [
        [0, 1, 4],
        [1, 1, 1],
      ],
      documents,
    );
    expect(points[0]).toMatchObject({ growth: null, quadrant: null });
    expect(n).toBe(1);
    expect(warnings.map((warning) => warning.code)).toEqual(['undefined-growth']);
  });

  it('takes the growth from the first appearance where asked, so that newcomers have one', () => {
    const { points } = keywordEmergenceMap(
      [
        [0, 1, 4],
        [1, 1, 1],
        [0, 0, 3],
        [0, 0, 0],
      ],
      documents,
      {
        growthFrom: 'first-appearance',
      },
    );
    expect(points[0].growth).toBeCloseTo(4 / 0.95 - 1, 14);
    expect(points.slice(2).map((point) => point.growth)).toEqual([null, null]);
  });

  it('has a growth of -1 for a keyword that has vanished', () => {
    expect(keywordEmergenceMap([[3, 1, 0]], documents).points[0].growth).toBe(-1);
  });

  it('has nothing to cut without a keyword or a second period', () => {
    for (const map of [keywordEmergenceMap([], documents), keywordEmergenceMap([[3]], [10])]) {
      expect(map).toMatchObject({ meanCut: null, growthCut: null, n: 0 });
      expect(map.warnings.map((warning) => warning.code)).toContain('no-data');
    }
  });

  it('is the same map for terms and documents where every document says a term once', () => {
    const row = fc.array(fc.nat(10), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (frequencies) => {
        const emergence = keywordEmergenceMap(frequencies, documents);
        expect(keywordIssueMap(frequencies, documents).points).toEqual(emergence.points);
      }),
    );
  });

  it('puts at most half of the keywords above either median', () => {
    const row = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 15 }), (frequencies) => {
        const { points } = keywordEmergenceMap(frequencies, documents);
        const growing = points.filter((p) => p.quadrant === 'weak signal' || p.quadrant === 'strong signal');
        const frequent = points.filter(
          (p) => p.quadrant === 'strong signal' || p.quadrant === 'well-known signal',
        );
        expect(growing.length).toBeLessThanOrEqual(points.length / 2);
        expect(frequent.length).toBeLessThanOrEqual(points.length / 2);
      }),
    );
  });

  it('refuses impossible arguments, naming the row', () => {
    expect(() =>
      keywordEmergenceMap(
        [
          [1, 1, 1],
          [1, 1],
        ],
        documents,
      ),
    ).toThrow(/^frequencies\[1\]: got 2 values; expected 3/);
    expect(() => keywordIssueMap([[1, 11, 1]], documents)).toThrow(
      /^frequencies\[0\]\[1\]: got 11; expected at most/,
    );
  });
});
