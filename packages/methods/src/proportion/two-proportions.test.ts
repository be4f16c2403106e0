/** Differences of two shares against R's PropCIs 0.3.0 (reference/incident-two-proportions.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/incident-two-proportions.json';
import { expectClose } from '../common/expect-close.ts';
import type { Result } from '../common/result.ts';
import { agrestiCaffoDifference } from './agresti-caffo-difference.ts';
import { newcombeDifference } from './newcombe-difference.ts';
import { scoreDifference } from './score-difference.ts';

/** A difference cannot lie beyond -1 and 1, where PropCIs lets some limits be. */
function expectLimits({ interval }: Result, [lower, upper]: number[], tolerance = 1e-9): void {
  expectClose(interval?.lower, Math.max(-1, lower), tolerance);
  expectClose(interval?.upper, Math.min(1, upper), tolerance);
}

describe.each(reference.cases)('$x1 of $n1 and $x2 of $n2', (want) => {
  const first = { count: want.x1, total: want.n1 };
  const second = { count: want.x2, total: want.n2 };
  it('Newcombe', () => {
    const got = newcombeDifference(first, second);
    expectClose(got.estimate, want.diff);
    expectLimits(got, want.newcombe_hybrid_score);
  });
  // PropCIs finds these by an iteration that stops at about 1e-7.
  it('Miettinen-Nurminen', () =>
    expectLimits(scoreDifference(first, second), want.miettinen_nurminen_type_score, 1e-6));
  it('Agresti-Caffo', () => expectLimits(agrestiCaffoDifference(first, second), want.agresti_caffo));
});

it('worked examples', () => {
  const pair = [
    { count: 56, total: 70 },
    { count: 48, total: 80 },
  ] as const;
  expectLimits(newcombeDifference(...pair), [0.0524314724023649, 0.333872654036906]);
  expectLimits(scoreDifference(...pair), [0.0528297, 0.3381731], 1e-6);
  expectLimits(agrestiCaffoDifference(...pair), [0.0524529266380537, 0.335758455475767]);
});

const methods = [newcombeDifference, scoreDifference, agrestiCaffoDifference] as const;
const share = fc
  .integer({ min: 1, max: 400 })
  .chain((total) => fc.record({ count: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));

describe('laws', () => {
  it('the interval holds the difference, stays within -1 to 1, and turns over with the samples', () => {
    fc.assert(
      fc.property(share, share, fc.constantFrom(...methods), (first, second, method) => {
        const { estimate, interval, n } = method(first, second);
        const turned = method(second, first).interval!;
        expect(n).toBe(first.total + second.total);
        expect(interval!.lower).toBeLessThanOrEqual(estimate!);
        expect(interval!.upper).toBeGreaterThanOrEqual(estimate!);
        expect(interval!.lower).toBeGreaterThanOrEqual(-1);
        expect(interval!.upper).toBeLessThanOrEqual(1);
        expect(turned.lower).toBeCloseTo(-interval!.upper, 9);
      }),
    );
  });

  it('is undefined against nobody, with the reason', () => {
    for (const method of methods) {
      const got = method({ count: 0, total: 0 }, { count: 1, total: 2 });
      expect([got.estimate, got.interval]).toEqual([null, null]);
      expect(got.warnings[0].message).toBe('the difference is undefined: the first total is 0');
    }
  });

  it('refuses counts and levels that cannot be', () => {
    const fine = { count: 1, total: 2 };
    for (const method of methods) {
      expect(() => method(fine, { count: 3, total: 2 })).toThrow(
        /second.count: got 3; expected at most the total, 2/,
      );
      expect(() => method({ count: -1, total: 2 }, fine)).toThrow(/first.count: got -1/);
      expect(() => method({ count: 1, total: 2.5 }, fine)).toThrow(/first.total: got 2.5/);
      expect(() => method(fine, fine, { level: 0 })).toThrow(/level: got 0/);
    }
  });
});
