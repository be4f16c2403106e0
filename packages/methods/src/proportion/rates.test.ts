/** Rates against R's qchisq, poisson.test and exactci 1.4.5 (reference/incident-poisson.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/incident-poisson.json';
import { betaTails } from '../common/beta.ts';
import { expectClose } from '../common/expect-close.ts';
import { binomialDensity } from '../common/saddle-point.ts';
import { garwood } from './garwood.ts';
import { rateRatio, rateRatioTest } from './rate-ratio.ts';

describe.each(reference.single)('$events events', ({ events, garwood95, garwood90 }) => {
  it.each([
    [0.95, garwood95],
    [0.9, garwood90],
  ])('Garwood at %f', (level, [lower, upper]) => {
    const { interval, estimate } = garwood(events, 1, { level });
    expect(estimate).toBe(events);
    expectClose(interval?.lower, lower);
    expectClose(interval?.upper, upper);
  });
});

describe.each(reference.ratios)('$x1 in $t1 against $x2 in $t2', (want) => {
  const first = { events: want.x1, exposure: want.t1 };
  const second = { events: want.x2, exposure: want.t2 };

  it('exact', () => {
    const got = rateRatio(first, second);
    expectClose(got.estimate, want.rate_ratio);
    expectClose(got.interval?.lower, want.ci_exact[0]);
    expectClose(got.interval?.upper, want.ci_exact[1]);
  });

  it('mid-p, near what exactci finds and exactly where the tails are 2.5 %', () => {
    const { lower, upper } = rateRatio(first, second, { limits: 'mid-p' }).interval!;
    // exactci's root search stops at some 1e-4.
    expectClose(lower, want.midp_ci[0], 5e-4);
    expectClose(upper, want.midp_ci[1], 5e-4);
    const n = want.x1 + want.x2;
    const above = (ratio: number): number => {
      const share = (ratio * want.t1) / (ratio * want.t1 + want.t2);
      return betaTails(share, want.x1 + 1, n - want.x1).lower + binomialDensity(want.x1, n, share) / 2;
    };
    if (want.x1 > 0) expectClose(above(lower), 0.025);
    expectClose(1 - above(upper), 0.025);
  });

  it('tests', () => {
    expectClose(rateRatioTest(first, second).p, want.p_minlike);
    expectClose(rateRatioTest(first, second, { rule: 'central-mid-p' }).p, want.midp_p);
  });
});

it('worked examples', () => {
  const { interval } = garwood(3, 1);
  expectClose(interval?.lower, 0.618672122895602);
  expectClose(interval?.upper, 8.76727306974232);
  const pair = [
    { events: 11, exposure: 800 },
    { events: 3, exposure: 1011 },
  ] as const;
  expectClose(rateRatio(...pair).interval?.lower, 1.22406596658891);
  expectClose(rateRatioTest(...pair).p, 0.0131316755976126);
});

describe('without events', () => {
  const none = { events: 0, exposure: 10 };
  const some = { events: 4, exposure: 10 };
  it('in the second, the ratio has a lower limit only', () => {
    const got = rateRatio(some, none);
    expect(got.estimate).toBeNull();
    expect(got.interval!.lower).toBeGreaterThan(0);
    expect(got.interval!.upper).toBe(Number.POSITIVE_INFINITY);
    expect(got.warnings[0].code).toBe('unbounded');
  });
  it('at all, there is no ratio and no test', () => {
    expect(rateRatio(none, none).interval).toBeNull();
    expect(rateRatioTest(none, none).p).toBeNull();
  });
});

it('bad input is refused by name', () => {
  const fine = { events: 1, exposure: 1 };
  expect(() => garwood(-1, 1)).toThrow(/events: got -1/);
  expect(() => garwood(1, 0)).toThrow(/exposure: got 0; expected a finite number above 0/);
  expect(() => garwood(1, 1, { level: 1.5 })).toThrow(/level: got 1.5/);
  expect(() => rateRatio(fine, { events: 1, exposure: Number.NaN })).toThrow(/second.exposure: got NaN/);
  expect(() => rateRatioTest({ events: 0.5, exposure: 1 }, fine)).toThrow(/first.events: got 0.5/);
});

describe('laws', () => {
  const rate = fc.record({
    events: fc.nat({ max: 60 }),
    exposure: fc.double({ min: 0.1, max: 1e4, noNaN: true }),
  });

  it('a rate lies within its limits and scales with the unit of exposure', () => {
    fc.assert(
      fc.property(rate, ({ events, exposure }) => {
        const { estimate, interval } = garwood(events, exposure);
        expect(interval!.lower).toBeLessThanOrEqual(estimate!);
        expect(interval!.upper).toBeGreaterThan(estimate!);
        expectClose(garwood(events, 12 * exposure).interval!.upper * 12, interval!.upper);
      }),
    );
  });

  it('a ratio lies within its limits, and turns over with the rates', () => {
    fc.assert(
      fc.property(rate, rate, fc.constantFrom('exact', 'mid-p'), (first, second, limits) => {
        const { estimate, interval } = rateRatio(first, second, { limits });
        if (estimate === null || first.events === 0) return;
        expect(interval!.lower).toBeLessThan(estimate);
        expect(interval!.upper).toBeGreaterThan(estimate);
        expectClose(1 / rateRatio(second, first, { limits }).interval!.upper, interval!.lower, 1e-7);
        expectClose(rateRatioTest(second, first).p, rateRatioTest(first, second).p!, 1e-6);
      }),
    );
  });
});
