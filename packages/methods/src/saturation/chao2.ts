/**
 * Chao2: a lower bound for how many codes there are in all, from how many only one or two participants showed.
 * Source: Chao, Biometrics 43 (1987) 783-791; small-sample factor, variance and interval as in Colwell's EstimateS and
 * Chao et al., Ecology 90 (2009) 1125-1133.
 */
import { requireLevel } from '../common/checks.ts';
import { normalQuantile } from '../common/normal.ts';
import type { Interval } from '../common/result.ts';
import { type CodeCounts, type CodesByParticipant, codeCounts, codesSeenBy } from './code-incidence.ts';
import { type RichnessResult, tooFewParticipants } from './richness.ts';

/**
 * S + A Q1^2 / (2 Q2), A = (n - 1)/n, S the codes seen, Q1 and Q2 those that one and two of the n participants showed;
 * without a Q2, S + A Q1 (Q1 - 1)/2. With r = Q1/Q2, variance Q2 (A r^2/2 + A^2 r^3 + A^2 r^4/4); without a Q2,
 * A Q1 (Q1 - 1)/2 + A^2 Q1 (2 Q1 - 1)^2/4 - A^2 Q1^4 / (4 Chao2). The interval is log-normal on the unseen codes, and
 * so never below S.
 * @param data each participant's codes, or how many participants showed each code.
 * @returns an estimated number of codes; `n` counts participants; `estimate: null` with fewer than two participants.
 * @throws RangeError for counts that are not whole, 0, or above the number of participants.
 * @example chao2([['a', 'b'], ['a', 'c'], ['a', 'b', 'd'], ['a']]).estimate // 5.5
 */
export function chao2(
  data: CodesByParticipant | CodeCounts,
  { level = 0.95 }: { level?: number } = {},
): RichnessResult {
  requireLevel(level);
  const incidence = codeCounts(data);
  const n = incidence.participants;
  const seen = incidence.counts.length;
  const method = 'Chao2';
  if (n < 2) return tooFewParticipants(method, n, seen);
  const once = codesSeenBy(incidence, 1);
  const twice = codesSeenBy(incidence, 2);
  const a = (n - 1) / n;
  const unseen = twice > 0 ? (a * once * once) / (2 * twice) : (a * once * (once - 1)) / 2;
  const estimate = seen + unseen;
  const variance = twice > 0 ? varianceWithPairs(a, once, twice) : varianceWithoutPairs(a, once, estimate);
  const standardError = Math.sqrt(variance);
  const interval = logNormalInterval(seen, unseen, variance, level);
  return { estimate, interval, n, method, warnings: [], seen, standardError };
}

function varianceWithPairs(a: number, once: number, twice: number): number {
  const r = once / twice;
  return twice * ((a * r ** 2) / 2 + a ** 2 * r ** 3 + (a ** 2 * r ** 4) / 4);
}

function varianceWithoutPairs(a: number, once: number, estimate: number): number {
  if (once === 0) return 0;
  const spread = (a * once * (once - 1)) / 2 + (a ** 2 * once * (2 * once - 1) ** 2) / 4;
  return Math.max(0, spread - (a ** 2 * once ** 4) / (4 * estimate));
}

/** [S + T/K, S + T K], K = exp(z sqrt(ln(1 + variance/T^2))), T the unseen codes. */
function logNormalInterval(seen: number, unseen: number, variance: number, level: number): Interval {
  const method = 'log-normal on the unseen codes';
  if (unseen === 0) return { lower: seen, upper: seen, level, method };
  const factor = Math.exp(normalQuantile((1 + level) / 2) * Math.sqrt(Math.log1p(variance / unseen ** 2)));
  return { lower: seen + unseen / factor, upper: seen + unseen * factor, level, method };
}
