/**
 * The CUSUMs against qcc 2.7, spc 0.6.7, surveillance 1.20.3 and direct recursions (reference/incident-cusum.json), to
 * 1e-9. The run-length block of surveillance's LRCUSUM is empty there and not used.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/incident-cusum.json';
import { expectAllClose } from '../common/expect-all-close.ts';
import { expectClose } from '../common/expect-close.ts';
import { bernoulliCusum } from './bernoulli-cusum.ts';
import { gaussianCusum } from './gaussian-cusum.ts';
import { gaussianCusumArl } from './gaussian-cusum-arl.ts';
import { poissonCusum, poissonReferenceValue } from './poisson-cusum.ts';
import { poissonCusumArl } from './poisson-cusum-arl.ts';

describe('Poisson CUSUM', () => {
  const { x, mu0, mu1, k, S, LLR } = reference.poisson;

  it('follows the recursion of Lucas', () => {
    expectClose(poissonReferenceValue(mu0, mu1), k);
    expectAllClose(poissonCusum(x, { k: poissonReferenceValue(mu0, mu1), h: 5 }).sums, S);
  });

  it('is the log-likelihood-ratio CUSUM up to the factor ln(m1 / m0)', () => {
    const { sums } = poissonCusum(x, { k: poissonReferenceValue(mu0, mu1), h: 5 });
    expectAllClose(
      sums.map((sum) => sum * Math.log(mu1 / mu0)),
      LLR,
    );
  });

  it('raises the alarm at h, not only beyond it', () => {
    expect(poissonCusum([8, 0, 0, 0], { k: 3, h: 5 })).toMatchObject({ sums: [5, 2, 0, 0], alarms: [0] });
  });

  it('starts from the head start', () => {
    expect(poissonCusum([3], { k: 3, h: 5, headStart: 2.5 }).estimate).toBe(2.5);
  });

  it('never falls below 0, and a larger k never gives a larger sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 9 }), (counts, k) => {
        const low = poissonCusum(counts, { k, h: 5 }).sums;
        const high = poissonCusum(counts, { k: k + 1, h: 5 }).sums;
        low.forEach((sum, t) => {
          expect(sum).toBeGreaterThanOrEqual(high[t]);
          expect(high[t]).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });

  it('without counts has no sum, and says so', () => {
    expect(poissonCusum([], { k: 1, h: 1 })).toMatchObject({
      estimate: null,
      warnings: [{ code: 'no-data' }],
    });
  });

  it('refuses impossible arguments', () => {
    expect(() => poissonCusum([1, 0.5], { k: 1, h: 2 })).toThrow(/^counts\[1\]: got 0.5/);
    expect(() => poissonCusum([1], { k: 0, h: 2 })).toThrow(/^options.k: got 0/);
    expect(() => poissonCusum([1], { k: 1, h: 2, headStart: 2 })).toThrow(
      /^options.headStart: got 2; expected below h/,
    );
    expect(() => poissonReferenceValue(4, 2)).toThrow(/^outOfControl: got 2; expected above inControl, 4/);
  });
});

describe('Bernoulli CUSUM', () => {
  it('follows the recursion of Steiner', () => {
    const { y, p0, p1, S } = reference.bernoulli;
    expectAllClose(bernoulliCusum(y, { inControl: p0, outOfControl: p1, h: 3.5 }).sums, S);
  });

  it('refuses impossible arguments', () => {
    const options = { inControl: 0.1, outOfControl: 0.2, h: 3 };
    expect(() => bernoulliCusum([0, 2], options)).toThrow(/^outcomes\[1\]: got 2; expected 0 or 1/);
    expect(() => bernoulliCusum([0], { ...options, outOfControl: 0.1 })).toThrow(
      /^options.outOfControl: got 0.1/,
    );
    expect(() => bernoulliCusum([0], { ...options, inControl: 0 })).toThrow(/^options.inControl: got 0/);
  });
});

describe('Gaussian CUSUM', () => {
  it('agrees with qcc, which counts the lower sum downwards', () => {
    const { x, center, sd, k_se, pos, neg } = reference.qcc_cusum;
    const { upper, lower } = gaussianCusum(x, { centre: center, standardDeviation: sd, k: k_se });
    expectAllClose(upper, pos);
    expectAllClose(
      lower.map((sum) => -sum),
      neg,
    );
  });

  it('sees in a series turned upside down what it saw, on the other side', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), (values) => {
        const up = gaussianCusum(values, { centre: 0, standardDeviation: 2 });
        const down = gaussianCusum(
          values.map((value) => -value),
          { centre: 0, standardDeviation: 2 },
        );
        expect(down.lower).toEqual(up.upper);
        expect(down.lowerAlarms).toEqual(up.upperAlarms);
      }),
    );
  });

  it('refuses impossible arguments', () => {
    expect(() => gaussianCusum([1], { centre: 0, standardDeviation: 0 })).toThrow(
      /^options.standardDeviation: got 0/,
    );
    expect(() => gaussianCusum([Number.NaN], { centre: 0, standardDeviation: 1 })).toThrow(
      /^values\[0\]: got NaN/,
    );
    expect(() => gaussianCusum([1], { centre: 0, standardDeviation: 1, k: -1 })).toThrow(
      /^options.k: got -1/,
    );
  });
});

describe('average run length', () => {
  it('of a one-sided Gaussian CUSUM agrees with spc', () => {
    const { mu, arl } = reference.normal_arl_one_sided_h5;
    mu.forEach((shift, i) => {
      expectClose(gaussianCusumArl(shift, { h: 5, sides: 'upper' }).estimate, arl[i]);
    });
  });

  it('of a two-sided Gaussian CUSUM agrees with spc', () => {
    const { mu, arl } = reference.normal_arl_two_sided_h4;
    mu.forEach((shift, i) => {
      expectClose(gaussianCusumArl(shift, { h: 4 }).estimate, arl[i]);
    });
    expectClose(gaussianCusumArl(0, { h: 5 }).estimate, reference.two_sided_h5_mu0);
  });

  it('with a head start agrees with table 1 of Lucas and Crosier (1982), as printed', () => {
    const printed = [
      [0, 149],
      [0.25, 62.7],
      [0.5, 20.1],
      [0.75, 8.97],
      [1, 5.29],
      [1.5, 2.86],
      [2, 2.01],
      [2.5, 1.59],
      [4, 1.07],
      [5, 1.01],
    ];
    for (const [shift, expected] of printed) {
      const { estimate } = gaussianCusumArl(shift, { h: 4, headStart: 2 });
      expect(Number(estimate.toPrecision(3))).toBe(expected);
    }
  });

  it('is 1.3254 where that table prints 1.32, as 20 million simulated runs confirm', () => {
    expect(gaussianCusumArl(3, { h: 4, headStart: 2 }).estimate).toBeCloseTo(1.3254, 4);
  });

  it('of a Poisson CUSUM agrees with surveillance, from 0 and from h / 2', () => {
    const { h, k, theta, ARL } = reference.surveillance_arlCusum;
    expectClose(poissonCusumArl(theta, { k, h }).estimate, ARL[0]);
    expectClose(poissonCusumArl(theta, { k, h, headStart: h / 2 }).estimate, ARL[1]);
  });

  it('does not depend on the unit in which k and h are written', () => {
    // Odd multiples of 1/2 double the states, although a sum from 0 visits the whole numbers only.
    const whole = poissonCusumArl(2.4, { k: 3, h: 10 }).estimate;
    expectClose(poissonCusumArl(2.4, { k: 3, h: 9.5 }).estimate, whole);
  });

  it('for h below 1 is the mean of a geometric variable', () => {
    // From 0 any count above k alarms: P(X >= 2) = 1 - 3 exp(-2).
    expectClose(poissonCusumArl(2, { k: 1, h: 1 }).estimate, 1 / (1 - 3 * Math.exp(-2)), 1e-13);
  });

  it('falls as the mean rises and grows with h', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (k, h, mean) => {
          const { estimate } = poissonCusumArl(mean, { k, h: h / 4 });
          expect(estimate).toBeGreaterThanOrEqual(1);
          expect(poissonCusumArl(mean * 1.1, { k, h: h / 4 }).estimate).toBeLessThanOrEqual(
            estimate * (1 + 1e-12),
          );
          expect(poissonCusumArl(mean, { k, h: h / 4 + 1 }).estimate).toBeGreaterThanOrEqual(
            estimate * (1 - 1e-12),
          );
        },
      ),
    );
  });

  it('asks for a rounded k rather than giving a length that is not exact', () => {
    expect(() => poissonCusumArl(2, { k: poissonReferenceValue(2, 4), h: 5 })).toThrow(
      /rounded to a common unit/,
    );
    expect(() => poissonCusumArl(2, { k: 2.885, h: 20 })).toThrow(
      /^options.h: got 20 in units of 1\/200; expected at most 2000/,
    );
    expect(() => poissonCusumArl(0, { k: 3, h: 5 })).toThrow(/^mean: got 0/);
    expect(() => gaussianCusumArl(0, { h: 4, headStart: 3 })).toThrow(
      /^options.headStart: got 3; expected at most h \/ 2/,
    );
    expect(() => gaussianCusumArl(0, { h: 51 })).toThrow(/^options.h: got 51/);
  });
});
