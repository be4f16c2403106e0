/**
 * Consensus by shares of a nine-point scale, as core outcome sets use it.
 * Source: Williamson et al., The COMET Handbook, Trials 18 (2017) 280.
 */
import { requireNinePoint } from './rand-ucla.ts';

export interface ThresholdConsensus {
  /** Share that rated 7 to 9, and 1 to 3; `null` where nobody rated. */
  critical: number | null;
  unimportant: number | null;
  verdict: 'in' | 'out' | 'none' | null;
  n: number;
  /** Names the shares that decide. */
  method: string;
}

/**
 * `in` where at least `most` rate 7 to 9 and fewer than `least` rate 1 to 3; `out` the other way round; else `none`.
 * @param ratings whole numbers 1 to 9, one a panel member.
 * @param most share, 0.7 by default; `least` 0.15 by default.
 * @throws RangeError for a rating that is not a whole number from 1 to 9, or a share outside 0 to 1.
 * @example thresholdConsensus([9, 8, 7, 7, 4]).critical // 0.8
 */
export function thresholdConsensus(
  ratings: ArrayLike<number>,
  { most = 0.7, least = 0.15 }: { most?: number; least?: number } = {},
): ThresholdConsensus {
  requireNinePoint(ratings);
  for (const [name, share] of [['most', most] as const, ['least', least] as const]) {
    if (!(share >= 0 && share <= 1))
      throw new RangeError(`${name}: got ${share}; expected a share from 0 to 1`);
  }
  const n = ratings.length;
  const method = `at least ${most} rate 7 to 9 and fewer than ${least} rate 1 to 3, or the reverse`;
  if (n === 0) return { critical: null, unimportant: null, verdict: null, n, method };
  let [high, low] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (ratings[i] >= 7) high++;
    else if (ratings[i] <= 3) low++;
  }
  const [critical, unimportant] = [high / n, low / n];
  const reaches = (one: number, other: number) => one >= most && other < least;
  const verdict = reaches(critical, unimportant) ? 'in' : reaches(unimportant, critical) ? 'out' : 'none';
  return { critical, unimportant, verdict, n, method };
}
