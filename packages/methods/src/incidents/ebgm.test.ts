/**
 * The gamma Poisson shrinker against openEBGM 0.9.1 on 17,189 pairs of the FDA's CAERS (reference/incident-ebgm*.json
 * and .csv.gz). Q_n and the likelihood to 1e-9; EBGM, EB05 and EB95 to the digits that openEBGM prints, its quantiles
 * being searched to half a unit of the last digit before they are rounded; the fitted prior to 5e-5, because openEBGM's
 * search ends earlier than ours, at a likelihood that is no higher.
 */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/incident-ebgm.json';
import squashedReference from '../../reference/incident-ebgm-squashed.json';
import { expectAllClose } from '../common/expect-all-close.ts';
import { expectClose } from '../common/expect-close.ts';
import { gammaCdf } from '../common/gamma.ts';
import { seededRandom } from '../common/random.ts';
import { ebgm } from './ebgm.ts';
import { fitGammaMixture } from './fit-gamma-mixture.ts';
import type { GammaMixture } from './gamma-mixture.ts';
import { gammaMixtureLogLikelihood } from './gamma-mixture-likelihood.ts';
import { squashCounts } from './squash-counts.ts';

const cells = gunzipSync(
  readFileSync(new URL('../../reference/incident-ebgm-caers-NE.csv.gz', import.meta.url)),
)
  .toString()
  .trim()
  .split('\n')
  .slice(1)
  .flatMap((line) => {
    const [count, expected, times] = line.split(',').map(Number);
    return Array.from({ length: times }, () => ({ count, expected }));
  });
const counts = cells.map((cell) => cell.count);
const expected = cells.map((cell) => cell.expected);

function priorOf([shape1, rate1, shape2, rate2, share]: number[]): GammaMixture {
  return { shape1, rate1, shape2, rate2, share };
}

function thetaOf({ shape1, rate1, shape2, rate2, share }: GammaMixture): number[] {
  return [shape1, rate1, shape2, rate2, share];
}

describe('posterior', () => {
  it('of 100 pairs agrees with openEBGM', () => {
    const prior = priorOf(reference.hyper_squashed);
    expect(reference.results_sample).toHaveLength(100);
    for (const row of reference.results_sample) {
      const { estimate, interval, posteriorShare } = ebgm(row.N, row.E, prior);
      expectClose(posteriorShare, row.QN);
      expect(Math.abs(estimate - row.EBGM)).toBeLessThanOrEqual(0.5e-2);
      expect(Math.abs((interval?.lower ?? NaN) - row.QUANT_05)).toBeLessThanOrEqual(1e-2);
      expect(Math.abs((interval?.upper ?? NaN) - row.QUANT_95)).toBeLessThanOrEqual(1e-2);
      expect(Math.abs(row.N / row.E - row.RR)).toBeLessThanOrEqual(0.5e-2);
    }
  });

  it('over a grid of counts agrees with openEBGM to more digits', () => {
    const prior = priorOf(reference.grid.theta);
    for (const row of reference.grid.cells) {
      const { estimate, interval, posteriorShare } = ebgm(row.N, row.E, prior);
      expectClose(posteriorShare, row.QN);
      expect(Math.abs(estimate - row.EBGM)).toBeLessThanOrEqual(0.5e-6);
      expect(Math.abs((interval?.lower ?? NaN) - row.EB05)).toBeLessThanOrEqual(1e-4);
      expect(Math.abs((interval?.upper ?? NaN) - row.EB95)).toBeLessThanOrEqual(1e-4);
    }
  });

  it('has limits that cut off exactly the tails of the mixture', () => {
    const parameter = fc.double({ min: 0.05, max: 20, noNaN: true });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.nat(40),
        parameter,
        fc.tuple(parameter, parameter, parameter, parameter, share),
        fc.constantFrom(0.5, 0.9, 0.99),
        (n, e, theta, level) => {
          const prior = priorOf(theta);
          const { interval, posteriorShare: q } = ebgm(n, e, prior, { level });
          const cdf = (x: number) =>
            q * gammaCdf(x * (prior.rate1 + e), prior.shape1 + n) +
            (1 - q) * gammaCdf(x * (prior.rate2 + e), prior.shape2 + n);
          expectClose(cdf(interval?.lower ?? NaN), (1 - level) / 2, 1e-11);
          expectClose(cdf(interval?.upper ?? NaN), (1 + level) / 2, 1e-11);
        },
      ),
    );
  });

  it('with one component is the gamma posterior itself', () => {
    const prior = { shape1: 2, rate1: 3, shape2: 9, rate2: 9, share: 1 };
    const { posteriorShare, interval } = ebgm(4, 2, prior);
    expect(posteriorShare).toBe(1);
    expectClose(gammaCdf(5 * (interval?.lower ?? NaN), 6), 0.05, 1e-12);
    const swapped = { shape1: 9, rate1: 9, shape2: 2, rate2: 3, share: 0 };
    expect(ebgm(4, 2, swapped)).toEqual({ ...ebgm(4, 2, prior), posteriorShare: 0 });
  });

  it('does not depend on the order of the components', () => {
    const [a, b] = [
      { shape1: 3, rate1: 0.4, shape2: 2, rate2: 1.9, share: 0.07 },
      { shape1: 2, rate1: 1.9, shape2: 3, rate2: 0.4, share: 0.93 },
    ].map((prior) => ebgm(5, 0.8, prior));
    expectClose(a.estimate, b.estimate, 1e-13);
    expectClose(a.interval?.lower, b.interval?.lower ?? NaN, 1e-13);
  });

  it('approaches the ratio of observed to expected as the counts grow', () => {
    const prior = priorOf(reference.hyper_squashed);
    expectClose(ebgm(1e6, 1e5, prior).estimate, 10, 1e-5);
  });

  it('stays a number where the expectation is next to nothing, or enormous', () => {
    const prior = priorOf(reference.hyper_squashed);
    for (const [n, e] of [
      [0, 5e-324],
      [1, 5e-324],
      [0, 1e308],
      [3, 1e308],
    ]) {
      const { estimate, interval, posteriorShare } = ebgm(n, e, prior);
      for (const value of [estimate, interval?.lower, interval?.upper, posteriorShare])
        expect(value).toBeGreaterThanOrEqual(0);
    }
  });

  it('refuses impossible arguments', () => {
    const prior = priorOf(reference.hyper_squashed);
    expect(() => ebgm(-1, 1, prior)).toThrow(/^observed: got -1/);
    expect(() => ebgm(1, 0, prior)).toThrow(/^expected: got 0/);
    expect(() => ebgm(1, 1, { ...prior, rate2: 0 })).toThrow(/^prior.rate2: got 0/);
    expect(() => ebgm(1, 1, { ...prior, share: 1.1 })).toThrow(/^prior.share: got 1.1/);
    expect(() => ebgm(1, 1, prior, { level: 0 })).toThrow(/^level: got 0/);
  });
});

describe('squashing', () => {
  it('gives the 974 weighted cells of openEBGM', () => {
    const { N, E, weight } = squashedReference;
    const order = N.map((_, i) => i).sort((i, j) => N[i] - N[j] || E[i] - E[j]);
    const squashed = squashCounts(counts, expected);
    expect(squashed.counts).toEqual(order.map((i) => N[i]));
    expect(squashed.weights).toEqual(order.map((i) => weight[i]));
    // The pairs are stored with 8 decimals.
    squashed.expected.forEach((value, i) => {
      expect(Math.abs(value - E[order[i]])).toBeLessThan(1e-8);
    });
    expect(squashed.counts).toHaveLength(reference.caers_processed.squashed2_rows);
  });

  it('keeps the number of cells and the expectation of each count', () => {
    const cell = fc.record({
      count: fc.integer({ min: 0, max: 3 }),
      e: fc.double({ min: 0, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(cell), fc.integer({ min: 1, max: 5 }), fc.nat(5), (list, binSize, keep) => {
        const squashed = squashCounts(
          list.map((c) => c.count),
          list.map((c) => c.e),
          [{ count: 1, binSize, keep }],
        );
        for (let count = 0; count <= 3; count++) {
          let [cellsSeen, sum] = [0, 0];
          squashed.counts.forEach((value, i) => {
            if (value !== count) return;
            cellsSeen += squashed.weights[i];
            sum += squashed.weights[i] * squashed.expected[i];
          });
          const own = list.filter((c) => c.count === count);
          expect(cellsSeen).toBe(own.length);
          expect(sum).toBeCloseTo(
            own.reduce((total, c) => total + c.e, 0),
            9,
          );
        }
      }),
    );
  });

  it('leaves a count with too few cells as it is', () => {
    const few = squashCounts([1, 1, 1], [3, 1, 2], [{ count: 1, binSize: 2, keep: 2 }]);
    expect(few).toEqual({ counts: [1, 1, 1], expected: [1, 2, 3], weights: [1, 1, 1] });
  });

  it('refuses impossible arguments', () => {
    expect(() => squashCounts([1], [-1])).toThrow(/^expected\[0\]: got -1/);
    expect(() => squashCounts([1], [1], [{ count: 1, binSize: 0, keep: 0 }])).toThrow(
      /^rules\[0\].binSize: got 0/,
    );
  });
});

describe('fit of the prior', () => {
  it('has the likelihood of openEBGM', () => {
    // The figure is that of the data squashed at one report alone: 1568 cells.
    const once = squashCounts(counts, expected, [{ count: 1, binSize: 50, keep: 100 }]);
    expect(once.counts).toHaveLength(reference.caers_processed.squashed_rows);
    const logLikelihood = gammaMixtureLogLikelihood(
      once.counts,
      once.expected,
      priorOf(reference.theta_init1),
      {
        weights: once.weights,
      },
    );
    expectClose(-logLikelihood, reference.negLLsquash_at_theta_init1);
  });

  it('to squashed counts agrees with openEBGM and is no less likely', () => {
    const { N, E, weight: weights } = squashedReference;
    const { prior, logLikelihood, n, warnings } = fitGammaMixture(N, E, { weights });
    expect(warnings).toEqual([]);
    expect(n).toBe(reference.caers_processed.rows);
    expectAllClose(thetaOf(prior as GammaMixture), reference.hyper_squashed, 5e-5);
    const theirs = gammaMixtureLogLikelihood(N, E, priorOf(reference.hyper_squashed), { weights });
    expect(logLikelihood).toBeGreaterThanOrEqual(theirs);
    expectClose(logLikelihood, theirs, 1e-11);
  });

  it('to all counts agrees with openEBGM and is no less likely', () => {
    const { prior, logLikelihood } = fitGammaMixture(counts, expected);
    expectAllClose(thetaOf(prior as GammaMixture), reference.hyper_full, 5e-5);
    const theirs = gammaMixtureLogLikelihood(counts, expected, priorOf(reference.hyper_full));
    expect(logLikelihood).toBeGreaterThanOrEqual(theirs);
    expectClose(logLikelihood, theirs, 1e-11);
  });

  it('recovers a prior from counts drawn under it, zeros listed', () => {
    const random = seededRandom(7);
    const truth = { shape1: 4, rate1: 0.5, shape2: 3, rate2: 3, share: 0.2 };
    const drawExponential = () => -Math.log(1 - random());
    const drawGamma = (shape: number, rate: number) => {
      let sum = 0;
      for (let i = 0; i < shape; i++) sum += drawExponential();
      return sum / rate;
    };
    const drawn = Array.from({ length: 20_000 }, () => {
      const e = 0.2 + 4 * random();
      const ratio = random() < truth.share ? drawGamma(4, 0.5) : drawGamma(3, 3);
      let count = 0;
      for (let time = drawExponential(); time < ratio * e; time += drawExponential()) count++;
      return { count, e };
    });
    const [n, e] = [drawn.map((d) => d.count), drawn.map((d) => d.e)];
    const { prior, logLikelihood } = fitGammaMixture(n, e, { zeros: 'listed' });
    // Twice the gain in likelihood over the truth is chi-square on 5 degrees: 20.5 is its 99.9 % quantile.
    const gain = (logLikelihood as number) - gammaMixtureLogLikelihood(n, e, truth, { zeros: 'listed' });
    expect(gain).toBeGreaterThanOrEqual(0);
    expect(2 * gain).toBeLessThan(20.5);
    expectAllClose(thetaOf(prior as GammaMixture), thetaOf(truth), 0.25);
  });

  it('weighs a cell of weight 3 as three cells, and merges equal cells', () => {
    const [n, e] = [counts.slice(-400), expected.slice(-400)];
    const tripled = fitGammaMixture([...n, ...n, ...n], [...e, ...e, ...e]);
    const weighted = fitGammaMixture(n, e, { weights: n.map(() => 3) });
    expectClose(weighted.logLikelihood, tripled.logLikelihood as number, 1e-12);
    expect(weighted.n).toBe(1200);
  });

  it('says where one component would do', () => {
    const same = Array.from({ length: 200 }, (_, i) => 1 + (i % 3 === 0 ? 1 : 0));
    const { warnings, prior } = fitGammaMixture(
      same,
      same.map((_, i) => 1 + i / 100),
    );
    expect(warnings.map((warning) => warning.code)).toContain('not-converged');
    for (const value of thetaOf(prior as GammaMixture)) expect(Number.isFinite(value)).toBe(true);
  });

  it('says where a component narrows to one ratio', () => {
    const fit = fitGammaMixture([0, 0, 1, 0, 1, 2, 0, 1, 0, 9, 12, 8], new Array(12).fill(1), {
      zeros: 'listed',
    });
    expect(fit.warnings.map((warning) => warning.code)).toContain('degenerate-component');
  });

  it('is undefined for a handful of cells', () => {
    const fit = fitGammaMixture([1, 2, 3], [1, 1, 1]);
    expect(fit).toMatchObject({ prior: null, logLikelihood: null, warnings: [{ code: 'too-few-cells' }] });
  });

  it('refuses zeros where zeros are left out, and impossible arguments', () => {
    expect(() => fitGammaMixture([1, 0], [1, 1])).toThrow(/^counts\[1\]: got 0; expected 1 or more/);
    expect(() => fitGammaMixture([1], [0])).toThrow(/^expected\[0\]: got 0/);
    expect(() => fitGammaMixture([1], [1], { weights: [0] })).toThrow(/^options.weights\[0\]: got 0/);
    const prior = { shape1: 1, rate1: 1, shape2: 1, rate2: 1, share: 2 };
    expect(() => gammaMixtureLogLikelihood([1], [1], prior)).toThrow(/^prior.share: got 2/);
    expect(() => fitGammaMixture([1, 1], [1])).toThrow(/^expected: got 1 values; expected 2/);
  });
});
