/**
 * Whether a Delphi panel has settled: what moved between two rounds. Stability is not agreement; report both.
 * Sources: Dajani, Sincoff, Talley, Technol Forecast Soc Change 13 (1979) 83; von der Gracht, ibid. 79 (2012) 1525.
 */
import { cohenKappa, type KappaResult } from '../agreement/cohen-kappa.ts';
import { requireFinite } from '../common/checks.ts';
import { type QuantileType, quantile } from '../common/quantile.ts';
import type { MethodWarning } from '../common/result.ts';
import { type WilcoxonResult, wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';

/** Of members who rated in both rounds; ratings' own units. Figures are `null` where there is no such member. */
export interface DelphiStability {
  shareChanged: number | null;
  /** Of the first round and of the second; a change is the second less the first. */
  median: [number, number] | null;
  interquartileRange: [number, number] | null;
  /** Standard deviation (n - 1) over mean; `null` for fewer than two members or a mean of 0. */
  variation: [number, number] | null;
  medianChange: number | null;
  interquartileRangeChange: number | null;
  variationChange: number | null;
  /** Quadratic weights: near 1 where members repeat themselves. */
  weightedKappa: KappaResult;
  wilcoxon: WilcoxonResult;
  quantileType: QuantileType;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/**
 * Share of members who changed, change of median, interquartile range and coefficient of variation, Cohen's kappa with
 * quadratic weights, Wilcoxon's signed-rank test. For rounds only: in a real-time Delphi members see each other's
 * ratings at different times, and its figures must not be set beside those of rounds.
 * @param first one rating a member, `null` where the member did not rate; `second` theirs in the next round.
 * @throws RangeError where the lengths differ or a rating is not a finite number.
 * @example delphiStability([5, 6, 7, 4], [6, 6, 7, 5]).shareChanged // 0.5
 */
export function delphiStability(
  first: ReadonlyArray<number | null>,
  second: ReadonlyArray<number | null>,
  { quantileType = 7 }: { quantileType?: QuantileType } = {},
): DelphiStability {
  const { before, after } = bothRounds(first, second);
  const n = before.length;
  const left = first.length - n;
  const warnings: MethodWarning[] = [];
  if (left > 0) {
    const message = `${left} of ${first.length} members rated in one round only, or in none, and were left out`;
    warnings.push({ code: 'members-left-out', message });
  }
  const each = (statistic: (ratings: number[]) => number | null): [number, number] | null => {
    const values = [statistic(before), statistic(after)];
    return values[0] === null || values[1] === null ? null : [values[0], values[1]];
  };
  const atQuantile = (ratings: number[], p: number) => quantile(ratings, p, quantileType);
  const median = each((ratings) => (n === 0 ? null : quantile(ratings, 0.5, 2)));
  const interquartileRange = each((ratings) =>
    n === 0 ? null : atQuantile(ratings, 0.75) - atQuantile(ratings, 0.25),
  );
  const variation = each(coefficientOfVariation);
  const change = (pair: [number, number] | null) => (pair === null ? null : pair[1] - pair[0]);
  return {
    shareChanged: n === 0 ? null : before.filter((rating, i) => rating !== after[i]).length / n,
    median,
    interquartileRange,
    variation,
    medianChange: change(median),
    interquartileRangeChange: change(interquartileRange),
    variationChange: change(variation),
    weightedKappa: cohenKappa(
      { ratings: before.map((rating, i) => [rating, after[i]]) },
      { weights: 'quadratic' },
    ),
    wilcoxon: wilcoxonSignedRank(before, after),
    quantileType,
    n,
    method: `Delphi stability between two rounds, quantile type ${quantileType}`,
    warnings,
  };
}

function bothRounds(first: ReadonlyArray<number | null>, second: ReadonlyArray<number | null>) {
  if (first.length !== second.length) {
    throw new RangeError(`second: got ${second.length} members; expected ${first.length}, as in first`);
  }
  const before: number[] = [];
  const after: number[] = [];
  first.forEach((rating, i) => {
    const next = second[i];
    if (rating !== null) requireFinite(`first[${i}]`, rating);
    if (next !== null) requireFinite(`second[${i}]`, next);
    if (rating === null || next === null) return;
    before.push(rating);
    after.push(next);
  });
  return { before, after };
}

function coefficientOfVariation(ratings: number[]): number | null {
  const n = ratings.length;
  const mean = ratings.reduce((sum, rating) => sum + rating, 0) / n;
  if (n < 2 || mean === 0) return null;
  return Math.sqrt(ratings.reduce((sum, rating) => sum + (rating - mean) ** 2, 0) / (n - 1)) / mean;
}
