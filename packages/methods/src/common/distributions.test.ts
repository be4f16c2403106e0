/** The special functions against 60-digit values (reference/distributions.json, made with mpmath). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/distributions.json';
import { betaCdf, betaQuantile, betaTails, betaUpperQuantile, betaUpperTail, logBeta } from './beta.ts';
import { chiSquareCdf, chiSquareQuantile, chiSquareUpperQuantile, chiSquareUpperTail } from './chi-square.ts';
import { fCdf, fQuantile, fUpperQuantile, fUpperTail } from './f-distribution.ts';
import {
  gammaCdf,
  gammaQuantile,
  gammaTails,
  gammaUpperQuantile,
  gammaUpperTail,
  logGamma,
  logGammaOnePlus,
} from './gamma.ts';
import { normalCdf, normalDensity, normalQuantile, normalUpperQuantile, normalUpperTail } from './normal.ts';
import { binomialDensity, poissonDensity, stirlingError } from './saddle-point.ts';
import { studentCdf, studentQuantile, studentUpperQuantile, studentUpperTail } from './student.ts';

function relativeError(got: number, want: number): number {
  return want === 0 ? Math.abs(got) : Math.abs(got - want) / Math.abs(want);
}

/** Each row is the arguments followed by the expected values; `take` says which column is expected. */
function expectRows(rows: number[][], take: number, f: (...args: number[]) => number): void {
  for (const row of rows) {
    expect(relativeError(f(...row), row[take]), JSON.stringify(row)).toBeLessThan(1e-13);
  }
}

describe('against 60-digit values, to 1e-13', () => {
  it('ln Gamma', () => expectRows(reference.log_gamma, 1, logGamma));
  it('the gamma distribution, lower tail', () => expectRows(reference.gamma_tails, 2, gammaCdf));
  it('the gamma distribution, upper tail', () => expectRows(reference.gamma_tails, 3, gammaUpperTail));
  it('the beta distribution, lower tail', () =>
    expectRows(reference.beta_tails, 3, (x, a, b) => betaCdf(x, a, b)));
  it('the beta distribution, upper tail', () =>
    expectRows(reference.beta_tails, 4, (x, a, b) => betaUpperTail(x, a, b)));
  it('the normal upper tail', () => expectRows(reference.normal_upper_tail, 1, normalUpperTail));
  it('the normal quantile', () => expectRows(reference.normal_quantile, 1, normalQuantile));
  it('the t upper tail', () => expectRows(reference.student_upper_tail, 2, studentUpperTail));
  it('the t quantile', () => expectRows(reference.student_upper_quantile, 2, studentUpperQuantile));
  it('the gamma quantile', () => expectRows(reference.gamma_quantile, 2, gammaQuantile));
  it('the beta quantile', () => expectRows(reference.beta_quantile, 3, betaQuantile));
  it('what Stirling leaves out', () => expectRows(reference.stirling_error, 1, stirlingError));
  it('the binomial probability', () =>
    expectRows(reference.binomial_density, 3, (x, n, p) => binomialDensity(x, n, p)));
  it('the Poisson probability', () => expectRows(reference.poisson_density, 2, poissonDensity));
});

describe('worked examples of the docstrings', () => {
  it.each([
    ['logGamma', logGamma(11), Math.log(3628800)],
    ['logGammaOnePlus', logGammaOnePlus(1e-300), -0.5772156649015329e-300],
    ['logBeta', logBeta(2, 3), Math.log(1 / 12)],
    ['gammaTails', gammaTails(1, 1).upper, Math.exp(-1)],
    ['gammaCdf', gammaCdf(1, 1), 1 - Math.exp(-1)],
    ['gammaUpperTail', gammaUpperTail(1, 1), Math.exp(-1)],
    ['gammaQuantile', gammaQuantile(0.5, 1), Math.LN2],
    ['gammaUpperQuantile', gammaUpperQuantile(1e-200, 1), 200 * Math.LN10],
    ['betaTails', betaTails(0.5, 2, 2).lower, 0.5],
    ['betaCdf', betaCdf(0.25, 1, 1), 0.25],
    ['betaUpperTail', betaUpperTail(0.25, 1, 1), 0.75],
    ['betaQuantile', betaQuantile(0.25, 1, 1), 0.25],
    ['betaUpperQuantile', betaUpperQuantile(0.25, 1, 1), 0.75],
    ['normalUpperTail', normalUpperTail(1.959963984540054), 0.025],
    ['normalCdf', normalCdf(0), 0.5],
    ['normalDensity', normalDensity(0), 1 / Math.sqrt(2 * Math.PI)],
    ['normalQuantile', normalQuantile(0.975), 1.959963984540054],
    ['normalUpperQuantile', normalUpperQuantile(0.025), 1.959963984540054],
    ['studentUpperTail', studentUpperTail(1, 1), 0.25],
    ['studentCdf', studentCdf(0, 3), 0.5],
    ['studentUpperQuantile', studentUpperQuantile(0.25, 1), 1],
    ['studentQuantile', studentQuantile(0.975, 11), 2.20098516009164],
    ['chiSquareCdf', chiSquareCdf(2, 2), 1 - Math.exp(-1)],
    ['chiSquareUpperTail', chiSquareUpperTail(2, 2), Math.exp(-1)],
    ['chiSquareQuantile', chiSquareQuantile(0.5, 2), 2 * Math.LN2],
    ['chiSquareUpperQuantile', chiSquareUpperQuantile(0.05, 1), 3.841458820694124],
    ['fCdf', fCdf(1, 2, 2), 0.5],
    ['fUpperTail', fUpperTail(1, 2, 2), 0.5],
    ['fQuantile', fQuantile(0.5, 2, 2), 1],
    ['fUpperQuantile', fUpperQuantile(0.05, 1, 10), 4.964602743730711],
  ])('%s', (_name, got, want) => {
    expect(relativeError(got, want)).toBeLessThan(1e-13);
  });
});

describe('at the ends', () => {
  it('a tail of no probability lies at the end of the range', () => {
    expect(gammaQuantile(0, 2)).toBe(0);
    expect(gammaUpperQuantile(0, 2)).toBe(Number.POSITIVE_INFINITY);
    expect(betaQuantile(1, 2, 3)).toBe(1);
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(studentQuantile(1, 4)).toBe(Number.POSITIVE_INFINITY);
    expect(fUpperTail(Number.POSITIVE_INFINITY, 1, 2)).toBe(0);
  });

  it.each([
    ['logGamma', () => logGamma(0), /x: got 0/],
    ['gammaTails', () => gammaTails(1, -1), /shape: got -1/],
    ['betaTails', () => betaTails(1.5, 1, 1), /x: got 1.5/],
    ['betaQuantile', () => betaQuantile(2, 1, 1), /p: got 2/],
    ['normalQuantile', () => normalQuantile(Number.NaN), /p: got NaN/],
    ['studentUpperTail', () => studentUpperTail(1, 0), /degrees: got 0/],
    ['fCdf', () => fCdf(-1, 1, 1), /x: got -1/],
  ])('%s refuses what has no meaning', (_name, call, message) => {
    expect(call).toThrow(message);
  });
});

describe('laws', () => {
  const probability = fc.double({ min: 1e-12, max: 1 - 1e-12, noNaN: true });
  const shape = fc.double({ min: 0.1, max: 2000, noNaN: true });

  it('the quantile undoes the distribution function', () => {
    fc.assert(
      fc.property(probability, shape, shape, (p, a, b) => {
        const smaller = Math.min(p, 1 - p);
        const gammaBack = gammaTails(gammaQuantile(p, a), a);
        expect(Math.min(gammaBack.lower, gammaBack.upper) / smaller).toBeCloseTo(1, 7);
        const t = studentQuantile(p, a);
        expect(studentUpperTail(Math.abs(t), a) / smaller).toBeCloseTo(1, 7);
        expect(fCdf(fQuantile(p, a, b), a, b) / p).toBeCloseTo(1, 7);
      }),
      { numRuns: 200 },
    );
  });

  it('I_x(a, b) = 1 - I_{1-x}(b, a)', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), shape, shape, (x, a, b) => {
        expect(betaCdf(x, a, b)).toBeCloseTo(betaTails(1 - x, b, a, x).upper, 9);
      }),
    );
  });
});
