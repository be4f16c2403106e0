/** Stability between rounds against R and irr (reference/consensus-delphi-stability.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/consensus-delphi-stability.json';
import { expectClose } from '../common/expect-close.ts';
import { type QuantileType, quantile } from '../common/quantile.ts';
import { delphiStability } from './delphi-stability.ts';
import { kendallTauB } from './kendall-tau-b.ts';
import { spearman } from './spearman.ts';
import { thresholdConsensus } from './threshold-consensus.ts';
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';

const { round1, round2 } = reference;
const numbers = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
  maxLength: 15,
});

describe('stability between two rounds', () => {
  const result = delphiStability(round1, round2);

  it('agrees with R and irr to 1e-9', () => {
    expectClose(result.shareChanged, reference.pct_changed, 1e-9);
    expectClose(result.medianChange, reference.median_change, 1e-9);
    expectClose(result.interquartileRange?.[0], reference.iqr1_type7, 1e-9);
    expectClose(result.interquartileRange?.[1], reference.iqr2_type7, 1e-9);
    expectClose(result.variation?.[0], reference.cv1, 1e-9);
    expectClose(result.variation?.[1], reference.cv2, 1e-9);
    expectClose(result.weightedKappa.estimate, reference.weighted_kappa_quadratic, 1e-9);
    expect(result.wilcoxon.statistic).toBe(reference.wilcoxon_V);
    expectClose(result.wilcoxon.p, reference.wilcoxon_p_cc, 1e-9);
    expectClose(spearman(round1, round2).estimate, reference.spearman, 1e-9);
    expectClose(kendallTauB(round1, round2).estimate, reference.kendall_tau_b, 1e-9);
  });

  it('names the quantile type, because the quartiles depend on it', () => {
    for (const { type, q } of reference.quantile_types) {
      [0.25, 0.5, 0.75].forEach((p, i) => {
        expectClose(quantile(reference.quantiles_of, p, type as QuantileType), q[i], 1e-9);
      });
    }
    expect(result).toMatchObject({
      quantileType: 7,
      method: 'Delphi stability between two rounds, quantile type 7',
    });
    const other = delphiStability([2, 4, 4, 5], [6, 7, 7, 8], { quantileType: 6 });
    expect(other.interquartileRange).not.toEqual(
      delphiStability([2, 4, 4, 5], [6, 7, 7, 8]).interquartileRange,
    );
  });

  it('leaves out members who missed a round, and says how many', () => {
    const partial = delphiStability([...round1, 5, null], [...round2, null, 7]);
    expect(partial.shareChanged).toBe(result.shareChanged);
    expect(partial.n).toBe(12);
    expect(partial.warnings[0].message).toContain('2 of 14 members');
    expect(delphiStability([null], [3])).toMatchObject({ shareChanged: null, median: null, n: 0 });
  });

  it('refuses rounds of different length and ratings that are no numbers', () => {
    expect(() => delphiStability([1], [])).toThrow('second: got 0 members; expected 1');
    expect(() => delphiStability([1], [Number.NaN])).toThrow('second[0]: got NaN');
  });
});

describe('consensus by shares', () => {
  it('has the shares of the reference', () => {
    const consensus = thresholdConsensus(round2);
    expectClose(consensus.critical, reference.consensus_70_15.r2_7_9, 1e-12);
    expect(consensus.unimportant).toBe(reference.consensus_70_15.r2_1_3);
    expect(consensus.verdict).toBe('none');
  });

  it('decides at the shares, 70 % included and 15 % excluded', () => {
    expect(thresholdConsensus([9, 9, 9, 9, 9, 9, 9, 5, 5, 1]).verdict).toBe('in');
    expect(thresholdConsensus([9, 9, 9, 9, 9, 9, 9, 9, 1, 1]).verdict).toBe('none');
    expect(thresholdConsensus([1, 1, 1, 1, 1, 1, 1, 5, 5, 9]).verdict).toBe('out');
    expect(thresholdConsensus([]).verdict).toBeNull();
    expect(() => thresholdConsensus([5], { most: 70 })).toThrow('most: got 70');
  });
});

describe('Wilcoxon signed rank', () => {
  // wilcox.test(c(5, 6.5, 7, 4, 8, 9, 3), c(6, 8.7, 10, 8.1, 13.5, 8.4, 9.9), paired = TRUE) in R 4.2.2.
  it('is exact without ties', () => {
    const first = [5, 6.5, 7, 4, 8, 9, 3];
    const second = [6, 8.7, 10, 8.1, 13.5, 8.4, 9.9];
    expect(wilcoxonSignedRank(first, second)).toMatchObject({ p: 0.03125, statistic: 1 });
    expect(wilcoxonSignedRank(first, second).method).toContain('exact');
  });

  it('agrees with all sign changes where it is exact', () => {
    const differences = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(differences, fc.nat(255), (sizes, signs) => {
        const moved = sizes.map((size, i) => ((signs >> i) & 1 ? size : -size));
        const ranks = sizes.map((size) => sizes.filter((other) => other <= size).length);
        const sumOf = (bits: number) => ranks.reduce((sum, rank, i) => sum + ((bits >> i) & 1 ? rank : 0), 0);
        const centre = (sizes.length * (sizes.length + 1)) / 4;
        const own = Math.abs(sumOf(signs % 2 ** sizes.length) - centre);
        let extreme = 0;
        for (let bits = 0; bits < 2 ** sizes.length; bits++)
          if (Math.abs(sumOf(bits) - centre) >= own) extreme++;
        const { p } = wilcoxonSignedRank(
          moved,
          moved.map(() => 0),
        );
        expectClose(p, extreme / 2 ** sizes.length, 1e-12);
      }),
    );
  });

  it('stays within 0 to 1 and has nothing to test where nobody moved', () => {
    fc.assert(
      fc.property(numbers, (pairs) => {
        const { p, moved } = wilcoxonSignedRank(
          pairs.map(([x]) => x),
          pairs.map(([, y]) => y),
        );
        if (moved === 0) expect(p).toBeNull();
        else expect(p !== null && p > 0 && p <= 1).toBe(true);
      }),
    );
  });
});

describe('rank correlations', () => {
  it('lie within -1 to 1, are 1 with oneself and turn their sign with the order', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom(spearman, kendallTauB), (pairs, correlate) => {
        const x = pairs.map(([one]) => one);
        const y = pairs.map(([, other]) => other);
        const { estimate } = correlate(x, y);
        if (estimate === null) return;
        expect(Math.abs(estimate)).toBeLessThanOrEqual(1 + 1e-12);
        expectClose(correlate(x, x).estimate, 1, 1e-12);
        const turned = correlate(
          x,
          y.map((one) => -one),
        ).estimate;
        expectClose((turned ?? 9) + 2, 2 - estimate, 1e-12);
      }),
    );
    expect(spearman([1, 1], [1, 2]).warnings[0].code).toBe('constant');
    expect(() => kendallTauB([1], [1, 2])).toThrow('second: got 2 entries');
  });
});
