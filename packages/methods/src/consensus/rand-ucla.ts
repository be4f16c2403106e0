/**
 * The RAND/UCLA appropriateness method: what a panel makes of one indication rated 1 to 9, and whether it disagrees.
 * Source: Fitch et al., The RAND/UCLA Appropriateness Method User's Manual, MR-1269 (2001), chapter 8.
 */
import { type QuantileType, quantile } from '../common/quantile.ts';
import type { MethodWarning } from '../common/result.ts';

export type Appropriateness = 'appropriate' | 'uncertain' | 'inappropriate';

/** Percentiles are on the scale of the ratings; the quantile type that made them is part of the result. */
export interface RandUclaResult {
  median: number | null;
  /** 30th and 70th percentile, and the range and the middle between them. */
  p30: number | null;
  p70: number | null;
  interpercentileRange: number | null;
  centre: number | null;
  /** |5 - centre|, the asymmetry of the ratings. */
  asymmetry: number | null;
  /** IPRAS = 2.35 + 1.5 asymmetry: the range beyond which the panel disagrees. */
  adjustedRange: number | null;
  /** Interpercentile range over IPRAS; above 1 is disagreement. */
  disagreementIndex: number | null;
  disagreement: boolean | null;
  /** By the median, 1-3, 4-6, 7-9; uncertain where the panel disagrees. */
  verdict: Appropriateness | null;
  /** How many rated 1 to 3, 4 to 6, 7 to 9. */
  counts: { low: number; middle: number; high: number };
  meanAbsoluteDeviation: number | null;
  quantileType: QuantileType;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/**
 * IPR = p70 - p30, IPRAS = 2.35 + 1.5 |5 - (p30 + p70) / 2|, disagreement where IPR > IPRAS.
 *
 * The manual does not say how percentiles between two ratings are found, and that can decide: of 1, 2, ..., 9 the
 * index is 1.36 by type 7 (R, Excel, numpy) and 1.70 by type 6 (SPSS). Report the type with the index.
 * @param ratings whole numbers 1 to 9, one a panel member; leave out members who did not rate.
 * @returns all figures `null` where nobody rated.
 * @throws RangeError for a rating that is not a whole number from 1 to 9.
 * @example randUcla([1, 2, 3, 4, 5, 6, 7, 8, 9], { quantileType: 6 }).disagreementIndex // 1.702127659574468
 */
export function randUcla(
  ratings: ArrayLike<number>,
  { quantileType = 7 }: { quantileType?: QuantileType } = {},
): RandUclaResult {
  requireNinePoint(ratings);
  const n = ratings.length;
  const counts = { low: 0, middle: 0, high: 0 };
  for (let i = 0; i < n; i++) counts[ratings[i] <= 3 ? 'low' : ratings[i] <= 6 ? 'middle' : 'high']++;
  const head = {
    counts,
    quantileType,
    n,
    method: `RAND/UCLA appropriateness, quantile type ${quantileType}`,
  };
  if (n === 0) return { ...head, ...NOTHING, warnings: [{ code: 'no-ratings', message: 'nobody rated' }] };
  const median = quantile(ratings, 0.5, 2);
  const p30 = quantile(ratings, 0.3, quantileType);
  const p70 = quantile(ratings, 0.7, quantileType);
  const centre = (p30 + p70) / 2;
  const asymmetry = Math.abs(5 - centre);
  const adjustedRange = 2.35 + 1.5 * asymmetry;
  const disagreementIndex = (p70 - p30) / adjustedRange;
  const disagreement = disagreementIndex > 1;
  let deviations = 0;
  for (let i = 0; i < n; i++) deviations += Math.abs(ratings[i] - median);
  return {
    ...head,
    median,
    p30,
    p70,
    interpercentileRange: p70 - p30,
    centre,
    asymmetry,
    adjustedRange,
    disagreementIndex,
    disagreement,
    verdict: disagreement ? 'uncertain' : appropriatenessOf(median),
    meanAbsoluteDeviation: deviations / n,
    warnings: [],
  };
}

const NOTHING = {
  median: null,
  p30: null,
  p70: null,
  interpercentileRange: null,
  centre: null,
  asymmetry: null,
  adjustedRange: null,
  disagreementIndex: null,
  disagreement: null,
  verdict: null,
  meanAbsoluteDeviation: null,
};

/** A median between two regions, 3.5 or 6.5, counts with the higher one (manual, chapter 8). */
function appropriatenessOf(median: number): Appropriateness {
  if (median < 3.5) return 'inappropriate';
  return median < 6.5 ? 'uncertain' : 'appropriate';
}

/** Refuses ratings off the nine-point scale. */
export function requireNinePoint(ratings: ArrayLike<number>): void {
  for (let i = 0; i < ratings.length; i++) {
    if (!(Number.isInteger(ratings[i]) && ratings[i] >= 1 && ratings[i] <= 9)) {
      throw new RangeError(`ratings[${i}]: got ${ratings[i]}; expected a whole number from 1 to 9`);
    }
  }
}
