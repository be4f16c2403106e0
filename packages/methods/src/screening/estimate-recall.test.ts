import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, seededRandom, shuffle } from '../common/random.ts';
import { estimateRecall } from './estimate-recall.ts';
import { hypergeometricLower, hypergeometricUpper } from './hypergeometric-tail.ts';
import { testStopping } from './stopping-test.ts';

const booleans = (relevant: number, others: number): boolean[] => [
  ...Array<boolean>(relevant).fill(true),
  ...Array<boolean>(others).fill(false),
];

describe('draws without replacement', () => {
  it('have the probabilities that counting gives', () => {
    // Of C(10, 4) = 210 draws, C(7, 4) = 35 have none of 3 marked and 3 * C(7, 3) = 105 have one.
    expect(hypergeometricLower(0, 10, 3, 4)).toBeCloseTo(35 / 210, 12);
    expect(hypergeometricLower(1, 10, 3, 4)).toBeCloseTo(140 / 210, 12);
    expect(hypergeometricUpper(2, 10, 3, 4)).toBeCloseTo(70 / 210, 12);
  });

  it('leave nothing between both tails', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), fc.nat(60), fc.nat(60), (size, a, b, hits) => {
        const [marked, drawn] = [Math.min(a, size), Math.min(b, size)];
        const lower = hypergeometricLower(hits, size, marked, drawn);
        expect(lower + hypergeometricUpper(hits + 1, size, marked, drawn)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('the test for stopping', () => {
  it('refutes nothing before anything was found', () => {
    expect(testStopping({ records: 100, ranked: booleans(0, 50), sampled: [] }).stop).toBe(false);
  });

  it('is certain once everything is read', () => {
    const verdict = testStopping({ records: 40, ranked: booleans(10, 30), sampled: [] });
    expect(verdict).toMatchObject({ stop: true, pValue: 0, basis: 'ranked reading' });
  });

  it('counts how likely an empty sample would be, were one record more relevant than the target allows', () => {
    // 95 found: of the 900 unread, floor(95 / .95 - 95 + 1) = 6 must be relevant for a recall below .95.
    const verdict = testStopping({ records: 1000, ranked: booleans(95, 5), sampled: booleans(0, 400) });
    expect(verdict.pValue).toBeCloseTo(hypergeometricLower(0, 900, 6, 400), 12);
    expect(verdict).toMatchObject({ stop: true, tested: 400, basis: 'random sample' });
  });

  it('stops too early on a random sample at most as often as its level says', () => {
    const random = seededRandom(3);
    const [found, missed, unread, drawn, rounds] = [90, 6, 600, 350, 2000];
    let early = 0;
    for (let round = 0; round < rounds; round++) {
      const sampled = shuffle(booleans(missed, unread - missed), random).slice(0, drawn);
      const enough = (found + sampled.filter(Boolean).length) / (found + missed) >= 0.95;
      const ranked = booleans(found, 110);
      if (testStopping({ records: 800, ranked, sampled }).stop && !enough) early++;
    }
    expect(early / rounds).toBeLessThanOrEqual(0.06);
  });

  it('refuses more decisions than records', () => {
    expect(() => testStopping({ records: 3, ranked: booleans(2, 2), sampled: [] })).toThrow(/records: got 3/);
  });
});

describe('the recall estimate', () => {
  it('is unknown before anything was found', () => {
    const { recall } = estimateRecall({ records: 100, ranked: booleans(0, 20), sampled: [] });
    expect(recall).toMatchObject({ estimate: null, interval: null });
    expect(recall.warnings[0].code).toBe('none-found');
  });

  it('is 1 once everything is read', () => {
    const { recall, relevant } = estimateRecall({ records: 40, ranked: booleans(10, 30), sampled: [] });
    expect(recall).toMatchObject({ estimate: 1, interval: { lower: 1, upper: 1 } });
    expect(relevant.estimate).toBe(10);
  });

  it('scales a random sample up to the unread', () => {
    const { relevant } = estimateRecall({
      records: 1100,
      ranked: booleans(60, 40),
      sampled: booleans(4, 196),
    });
    expect(relevant.estimate).toBeCloseTo(60 + 1000 * (4 / 200), 9);
  });

  it('covers the truth from a random sample at least as often as it says', () => {
    const random = seededRandom(8);
    const covered = coverage(1000, () => {
      const urn = shuffle(booleans(30, 470), random);
      const { relevant } = estimateRecall({
        records: 560,
        ranked: booleans(50, 10),
        sampled: urn.slice(0, 120),
      });
      return { interval: relevant.interval, truth: 80 };
    });
    expect(covered).toBeGreaterThanOrEqual(0.94);
  });

  it('covers the truth from a ranking whose finds thin out exponentially about as often as it says', () => {
    const random = seededRandom(4);
    const covered = coverage(80, () => {
      const order = thinning(random, 1500, 0.4, 1 / 250);
      const progress = { records: 1500, ranked: order.slice(0, 500), sampled: [] };
      return {
        interval: estimateRecall(progress, { random }).relevant.interval,
        truth: order.filter(Boolean).length,
      };
    });
    expect(covered).toBeGreaterThan(0.87);
  });

  it('stays between what was found and what could be left, whatever the decisions', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 60 }),
        fc.array(fc.boolean(), { maxLength: 20 }),
        fc.nat(200),
        (ranked, sampled, unread) => {
          const records = ranked.length + sampled.length + unread;
          const { found, relevant, recall } = estimateRecall({ records, ranked, sampled });
          if (relevant.estimate === null || relevant.interval === null || recall.estimate === null) {
            expect(found).toBe(0);
            return;
          }
          expect(relevant.interval.lower).toBeGreaterThanOrEqual(found);
          expect(relevant.interval.upper).toBeLessThanOrEqual(found + unread);
          expect(relevant.estimate).toBeLessThanOrEqual(found + unread + 1e-9);
          expect(recall.estimate).toBeCloseTo(found / relevant.estimate, 12);
        },
      ),
    );
  });
});

type Trial = () => { interval: { lower: number; upper: number } | null; truth: number };

function coverage(rounds: number, trial: Trial): number {
  let covered = 0;
  for (let round = 0; round < rounds; round++) {
    const { interval, truth } = trial();
    if (interval !== null && interval.lower <= truth && truth <= interval.upper) covered++;
  }
  return covered / rounds;
}

/** Relevance along a ranking, from a rate of `first` that declines by `decline` a record. */
function thinning(random: Random, records: number, first: number, decline: number): boolean[] {
  return Array.from({ length: records }, (_, i) => random() < first * Math.exp(-decline * i));
}
