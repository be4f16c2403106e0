/** The shape in which estimates of the number of codes answer. */
import type { Result } from '../common/result.ts';

export interface RichnessResult extends Result {
  /** Codes that were seen. */
  seen: number;
  /** In codes; `null` where the estimate is undefined. */
  standardError: number | null;
}

export function tooFewParticipants(method: string, n: number, seen: number): RichnessResult {
  const message = `an estimate of unseen codes needs two participants or more; there are ${n}`;
  const warnings = [{ code: 'too-few-participants', message }];
  return { estimate: null, interval: null, n, method, warnings, seen, standardError: null };
}
