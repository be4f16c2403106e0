/**
 * Kleinberg's bursts against the enumeration of all sequences of states, and by hand. No program is the oracle: the
 * usual Python package is greedy where the definition asks for the minimum over whole sequences.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burstsInBatches } from './bursts-in-batches.ts';
import { burstsInStream } from './bursts-in-stream.ts';

function leastCost(
  steps: number,
  stateCount: number,
  riseCost: number,
  stepCost: (t: number, state: number) => number,
): number {
  const least = (t: number, before: number): number => {
    if (t === steps) return 0;
    let best = Number.POSITIVE_INFINITY;
    for (let state = 0; state < stateCount; state++) {
      const rise = Math.max(0, state - before) * riseCost;
      best = Math.min(best, rise + stepCost(t, state) + least(t + 1, state));
    }
    return best;
  };
  return least(0, 0);
}

/** Times from 0 with these gaps. */
function timesAfter(gaps: number[]): number[] {
  const times = [0];
  for (const gap of gaps) times.push(times[times.length - 1] + gap);
  return times;
}

describe('bursts in a stream', () => {
  it('have the least cost of all sequences of states, by the definition', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 });
    const scaling = fc.constantFrom(1.5, 2, 3);
    const gamma = fc.constantFrom(0, 0.3, 1, 2);
    fc.assert(
      fc.property(gaps, scaling, gamma, (x, s, g) => {
        const times = timesAfter(x);
        const total = times[x.length];
        const { cost, states, stateCount } = burstsInStream(times, { scaling: s, gamma: g });
        const k = Math.ceil(1 + Math.log(total / Math.min(...x)) / Math.log(s) - 1e-9);
        expect(stateCount).toBe(k);
        const rate = (i: number) => (s ** i * x.length) / total;
        const density = (t: number, i: number) => rate(i) * Math.exp(-rate(i) * x[t]);
        // Two states more than k: they never pay (Kleinberg 2003).
        const least = leastCost(
          x.length,
          Math.min(k + 2, 6),
          g * Math.log(x.length),
          (t, i) => -Math.log(density(t, i)),
        );
        expect(Math.abs((cost as number) - least)).toBeLessThan(1e-9);
        expect(states).toHaveLength(x.length);
      }),
      { numRuns: 60 },
    );
  });

  it('lie where events crowd, a faster one within a slower', () => {
    const times = timesAfter([20, 20, 20, 1, 1, 1, 1, 6, 6, 6, 20, 20]);
    const { bursts, states } = burstsInStream(times, { gamma: 0.3 });
    expect(states).toEqual([0, 0, 0, 3, 3, 3, 3, 1, 1, 1, 0, 0]);
    expect(bursts.map(({ level, start, end }) => [level, start, end])).toEqual([
      [1, 60, 82],
      [2, 60, 64],
      [3, 60, 64],
    ]);
  });

  it('weigh what their level saves: for 7 gaps of 1, 7 (ln 2 - a0)', () => {
    const times = [0, 8, 16, 24, 25, 26, 27, 28, 29, 30, 31, 39, 47, 55];
    const { bursts } = burstsInStream(times);
    expect(bursts).toMatchObject([{ level: 1, start: 24, end: 31 }]);
    // State 1 pays a1 - a0 = a0 more a gap, and gains ln 2.
    expect(bursts[0].weight).toBeCloseTo(7 * (Math.LN2 - 13 / 55), 12);
  });

  it('are none where events are evenly spaced', () => {
    expect(burstsInStream([0, 5, 10, 15, 20])).toMatchObject({ states: [0, 0, 0, 0], bursts: [] });
  });

  it('do not depend on the unit or the origin of time', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        gaps,
        fc.integer({ min: 0, max: 6 }),
        fc.integer({ min: -99, max: 99 }),
        (x, power, origin) => {
          const times = [0];
          for (const gap of x) times.push(times[times.length - 1] + gap);
          const moved = times.map((time) => (time + origin) * 2 ** power);
          expect(burstsInStream(moved).states).toEqual(burstsInStream(times).states);
        },
      ),
    );
  });

  it('with a higher gamma are never more', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(gaps, (x) => {
        const times = timesAfter(x);
        const raised = (gamma: number) => {
          const states = burstsInStream(times, { gamma }).states as number[];
          return states.reduce((sum, state, t) => sum + Math.max(0, state - (states[t - 1] ?? 0)), 0);
        };
        expect(raised(2)).toBeLessThanOrEqual(raised(0.5));
      }),
    );
  });

  it('ask for a rule where events coincide, and spread them over the resolution', () => {
    expect(() => burstsInStream([1, 4, 4, 9])).toThrow(
      /^times\[2\]: got 4 again; expected distinct times, or options.res/,
    );
    const spread = burstsInStream([0, 0, 0, 6, 12, 18], { resolution: 3 });
    expect(spread.states).toEqual(burstsInStream([0, 1, 2, 6, 12, 18]).states);
    expect(spread.cost).toBe(burstsInStream([0, 1, 2, 6, 12, 18]).cost);
    expect(() => burstsInStream([0, 0, 1], { resolution: 3 })).toThrow(
      /^times\[2\]: .* at least the resolution 3/,
    );
  });

  it('are undefined for fewer than two events', () => {
    expect(burstsInStream([7])).toMatchObject({
      states: null,
      cost: null,
      warnings: [{ code: 'too-few-events' }],
    });
  });

  it('refuse impossible arguments', () => {
    expect(() => burstsInStream([3, 1])).toThrow(/^times\[1\]: got 1, before 3; expected ascending times/);
    expect(() => burstsInStream([1, Number.NaN])).toThrow(/^times\[1\]: got NaN/);
    expect(() => burstsInStream([1, 2], { scaling: 1 })).toThrow(/^options.scaling: got 1/);
    expect(() => burstsInStream([1, 2], { gamma: -1 })).toThrow(/^options.gamma: got -1/);
    expect(() => burstsInStream([1, 2], { resolution: 0 })).toThrow(/^options.resolution: got 0/);
  });
});

describe('bursts in batches', () => {
  it('have the least cost of all sequences of states, by the definition', () => {
    const batch = fc.record({
      documents: fc.integer({ min: 0, max: 20 }),
      share: fc.double({ min: 0, max: 0.5, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(batch, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(0.5, 1, 2),
        (batches, gamma) => {
          const d = batches.map((b) => b.documents);
          const r = batches.map((b) => Math.floor(b.documents * b.share));
          const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
          const base = sum(r) / sum(d);
          const { cost, states } = burstsInBatches(r, d, { gamma });
          if (sum(r) === 0 || 2 * base >= 1) {
            expect(states).toBeNull();
            return;
          }
          const p = [base, 2 * base];
          const least = leastCost(
            r.length,
            2,
            gamma * Math.log(r.length),
            (t, i) => -(r[t] * Math.log(p[i]) + (d[t] - r[t]) * Math.log(1 - p[i])),
          );
          expect(Math.abs((cost as number) - least)).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it('lie where relevant documents crowd, and weigh the sum of sigma0 - sigma1', () => {
    const { states, bursts, baseRate, burstRate } = burstsInBatches(
      [1, 1, 8, 9, 1, 1],
      [20, 20, 20, 20, 20, 20],
    );
    expect(states).toEqual([0, 0, 1, 1, 0, 0]);
    expect([baseRate, burstRate]).toEqual([0.175, 0.35]);
    expect(bursts).toMatchObject([{ first: 2, last: 3 }]);
    // 17 of 40: 17 ln 2 + 23 ln(0.65 / 0.825).
    expect(bursts[0].weight).toBeCloseTo(17 * Math.LN2 + 23 * Math.log(0.65 / 0.825), 12);
  });

  it('pass over a batch without documents', () => {
    const { states } = burstsInBatches([1, 9, 0, 9, 1], [20, 20, 0, 20, 20], { gamma: 2 });
    expect(states).toEqual([0, 1, 1, 1, 0]);
  });

  it('are undefined without relevant documents, or where s p0 reaches 1', () => {
    expect(burstsInBatches([0, 0], [5, 5])).toMatchObject({
      states: null,
      warnings: [{ code: 'no-relevant-documents' }],
    });
    expect(burstsInBatches([], [])).toMatchObject({ states: null, baseRate: null });
    expect(burstsInBatches([3, 2], [5, 5])).toMatchObject({
      states: null,
      warnings: [{ code: 'scaling-too-large' }],
    });
  });

  it('refuse impossible arguments', () => {
    expect(() => burstsInBatches([2], [1])).toThrow(
      /^relevant\[0\]: got 2; expected at most documents\[0\], 1/,
    );
    expect(() => burstsInBatches([1], [1, 1])).toThrow(
      /^documents: got 2 values; expected 1, as in relevant/,
    );
    expect(() => burstsInBatches([1], [2], { scaling: 0.5 })).toThrow(/^options.scaling: got 0.5/);
  });
});
