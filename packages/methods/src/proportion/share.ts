/** What every one-sample interval for a proportion has in common: the checks, the estimate, the empty sample. */
import { requireCount, requireLevel } from '../common/checks.ts';
import type { Interval, Result } from '../common/result.ts';

/**
 * Checks the counts and answers with the interval that `limits` gives.
 * @throws RangeError where a count is not whole or negative, or the count exceeds the total.
 */
export function proportionResult(
  count: number,
  total: number,
  level: number,
  method: string,
  limits: (alpha: number) => readonly [number, number],
): Result {
  requireCount('count', count);
  requireCount('total', total);
  requireLevel(level);
  if (count > total) throw new RangeError(`count: got ${count}; expected at most the total, ${total}`);
  if (total === 0) {
    const message = 'a share of nobody is undefined: the total is 0';
    return { estimate: null, interval: null, n: 0, method, warnings: [{ code: 'no-observations', message }] };
  }
  const [lower, upper] = limits(1 - level);
  const interval: Interval = { lower, upper, level, method };
  return { estimate: count / total, interval, n: total, method, warnings: [] };
}
