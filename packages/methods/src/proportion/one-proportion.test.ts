/** Wilson, Clopper-Pearson and Jeffreys against R's binom 1.1.1.1 (reference/prevalence-binomial-ci.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/prevalence-binomial-ci.json';
import { expectClose } from '../common/expect-close.ts';
import type { Result } from '../common/result.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { jeffreys } from './jeffreys.ts';
import { wilson } from './wilson.ts';

function expectInterval(result: Result, [lower, upper]: number[], tolerance = 1e-9): void {
  // binom prints rounding error (1e-17) where a limit is 0.
  if (lower < 1e-15) expect(result.interval?.lower).toBe(0);
  else expectClose(result.interval?.lower, lower, tolerance);
  expectClose(result.interval?.upper, upper, tolerance);
}

describe.each(reference.cases)('$x of $n', ({ x, n, ci }) => {
  it('Wilson', () => expectInterval(wilson(x, n), ci.wilson));
  it('Clopper-Pearson', () => expectInterval(clopperPearson(x, n), ci.exact));
  // binom finds the highest density by an iteration that stops at about 1e-7.
  it('Jeffreys, highest density', () =>
    expectInterval(jeffreys(x, n, { shape: 'highest-density' }), ci.bayes, 1e-6));
});

it('worked examples', () => {
  expectInterval(wilson(81, 263), [0.255288519878274, 0.3662095769828]);
  expectInterval(clopperPearson(0, 20), [0, 0.168433470983085]);
  // qbeta(c(.025, .975), 5.5, 7.5) in R.
  expectInterval(jeffreys(5, 12), [0.1804786947897016, 0.68805957495988035]);
});

const methods = [wilson, clopperPearson, jeffreys] as const;
const counted = fc
  .integer({ min: 1, max: 5000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

describe('laws of every interval for a proportion', () => {
  it('holds its estimate, stays within 0 to 1 and turns over when the count does', () => {
    fc.assert(
      fc.property(counted, fc.constantFrom(...methods), ([count, total], method) => {
        const { estimate, interval, n } = method(count, total);
        const turned = method(total - count, total).interval;
        expect(n).toBe(total);
        expect(interval!.lower).toBeLessThanOrEqual(estimate!);
        expect(interval!.upper).toBeGreaterThanOrEqual(estimate!);
        expect(interval!.lower).toBeGreaterThanOrEqual(0);
        expect(interval!.upper).toBeLessThanOrEqual(1);
        expect(turned!.lower).toBeCloseTo(1 - interval!.upper, 10);
      }),
    );
  });

  it('is undefined for nobody, with the reason', () => {
    for (const method of methods) {
      const { estimate, interval, warnings } = method(0, 0);
      expect([estimate, interval]).toEqual([null, null]);
      expect(warnings[0].code).toBe('no-observations');
    }
  });

  it('refuses counts and levels that cannot be', () => {
    for (const method of methods) {
      expect(() => method(-1, 10)).toThrow(/count: got -1/);
      expect(() => method(1.5, 10)).toThrow(/count: got 1.5/);
      expect(() => method(11, 10)).toThrow(/count: got 11; expected at most the total, 10/);
      expect(() => method(1, Number.NaN)).toThrow(/total: got NaN/);
      expect(() => method(1, 10, { level: 1 })).toThrow(/level: got 1/);
    }
  });
});
