/**
 * Jackknife estimates of how many codes there are in all.
 * Source: Burnham and Overton, Ecology 60 (1979) 927-936; first-order variance from participants: Heltshe and
 * Forrester, Biometrics 39 (1983) 1-11.
 */
import { requireLevel } from '../common/checks.ts';
import { normalQuantile } from '../common/normal.ts';
import {
  type CodeCounts,
  type CodesByParticipant,
  codeCounts,
  codesSeenBy,
  numberCodes,
} from './code-incidence.ts';
import { type RichnessResult, tooFewParticipants } from './richness.ts';

/**
 * `participants`: from the spread of the jackknife's pseudo-values, that is of how many codes each participant alone
 * showed. `vegan`: the same with Q1/n in place of Q1^2/n, as R's vegan 2.6 computes it; for comparison with it only.
 */
export type JackknifeVariance = 'participants' | 'vegan';

/**
 * First order: S + Q1 (n - 1)/n. Second order: S + Q1 (2n - 3)/n - Q2 (n - 2)^2 / (n (n - 1)).
 *
 * Variance of the first order from each participant's codes: (n - 1)/n (sum u_i^2 - Q1^2/n), u_i being how many codes
 * only participant i showed. From counts alone, and for the second order: sum a_j^2 Q_j - estimate, with the
 * coefficients a_j of the estimate as a sum of the Q_j. The interval is normal and starts at S or above.
 * @param data each participant's codes, or how many participants showed each code.
 * @returns an estimated number of codes; `n` counts participants; `estimate: null` with fewer than two participants.
 * @throws RangeError for counts that are not whole, 0, or above the number of participants, or an order besides 1 and 2.
 * @example jackknifeRichness([['a', 'b'], ['a', 'c'], ['a', 'b', 'd'], ['a']]).estimate // 5.5
 */
export function jackknifeRichness(
  data: CodesByParticipant | CodeCounts,
  {
    order = 1,
    level = 0.95,
    variance = 'participants',
  }: { order?: 1 | 2; level?: number; variance?: JackknifeVariance } = {},
): RichnessResult {
  requireLevel(level);
  if (order !== 1 && order !== 2) throw new RangeError(`order: got ${order}; expected 1 or 2`);
  const incidence = codeCounts(data);
  const n = incidence.participants;
  const seen = incidence.counts.length;
  const method = order === 1 ? 'first-order jackknife' : 'second-order jackknife';
  if (n < 2) return tooFewParticipants(method, n, seen);
  const once = codesSeenBy(incidence, 1);
  const twice = codesSeenBy(incidence, 2);
  const addOnce = order === 1 ? (n - 1) / n : (2 * n - 3) / n;
  const dropTwice = order === 1 ? 0 : (n - 2) ** 2 / (n * (n - 1));
  const estimate = seen + addOnce * once - dropTwice * twice;
  const squared =
    order === 1 && !('counts' in data)
      ? ((n - 1) / n) * (uniqueSquares(data) - (variance === 'vegan' ? once : once ** 2) / n)
      : (1 + addOnce) ** 2 * once + (1 - dropTwice) ** 2 * twice + (seen - once - twice) - estimate;
  const standardError = Math.sqrt(Math.max(0, squared));
  const spread = normalQuantile((1 + level) / 2) * standardError;
  const lower = Math.max(Math.min(seen, estimate), estimate - spread);
  const interval = { lower, upper: estimate + spread, level, method: 'normal' };
  return { estimate, interval, n, method, warnings: [], seen, standardError };
}

/** Over participants, the squared number of codes that only this one showed. */
function uniqueSquares(data: CodesByParticipant): number {
  const { ofParticipant, counts } = numberCodes(data);
  let squares = 0;
  for (const codes of ofParticipant) squares += codes.filter((code) => counts[code] === 1).length ** 2;
  return squares;
}
