/** Two independent samples whose shares are compared. */
import { requireCount, requireLevel } from '../common/checks.ts';
import type { Result } from '../common/result.ts';

/** `count` of `total` participants show it. */
export interface Share {
  count: number;
  total: number;
}

/**
 * The difference first - second, with the interval that `limits` gives, cut off at -1 and 1.
 * @throws RangeError where a count is not whole, negative or above its total, or the level is outside 0 to 1.
 */
export function differenceResult(
  first: Share,
  second: Share,
  level: number,
  method: string,
  limits: (difference: number) => readonly [number, number],
): Result {
  requireShare('first', first);
  requireShare('second', second);
  requireLevel(level);
  const n = first.total + second.total;
  if (first.total === 0 || second.total === 0) {
    const message = `the difference is undefined: the ${first.total === 0 ? 'first' : 'second'} total is 0`;
    return { estimate: null, interval: null, n, method, warnings: [{ code: 'no-observations', message }] };
  }
  const estimate = first.count / first.total - second.count / second.total;
  const [low, high] = limits(estimate);
  const interval = { lower: Math.max(-1, low), upper: Math.min(1, high), level, method };
  return { estimate, interval, n, method, warnings: [] };
}

function requireShare(name: string, { count, total }: Share): void {
  requireCount(`${name}.count`, count);
  requireCount(`${name}.total`, total);
  if (count > total)
    throw new RangeError(`${name}.count: got ${count}; expected at most the total, ${total}`);
}
