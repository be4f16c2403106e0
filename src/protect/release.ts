/** Numbers on their way out: a count, a share or a statistic becomes shown, withheld or undefined here. */
import { type Result, wilson } from '@firsthand/methods';
import type { Count, Share, Statistic } from './released.ts';

export function releasedCount(value: number, withheld: boolean): Count {
  return withheld ? { state: 'withheld' } : { state: 'shown', value };
}

/** A share with its Wilson interval. `nobody` says who is missing where the denominator is empty. */
export function releasedShare(
  counted: { count: number; of: number },
  withheld: boolean,
  { level, nobody }: { level: number; nobody: string },
): Share {
  const { count, of } = counted;
  if (of === 0) return { state: 'undefined', reason: nobody };
  if (withheld) return { state: 'withheld' };
  const { interval } = wilson(count, of, { level });
  if (interval === null) return { state: 'undefined', reason: nobody };
  return { state: 'shown', count, of, estimate: count / of, interval };
}

/** A result of a method; where it has no estimate, its first warning says why. */
export function releasedStatistic(
  result: Pick<Result, 'estimate' | 'interval' | 'n' | 'method' | 'warnings'>,
  withheld: boolean,
): Statistic {
  if (withheld) return { state: 'withheld' };
  const { estimate, interval, n, method, warnings } = result;
  if (estimate === null) return { state: 'undefined', reason: warnings[0]?.message ?? 'no data' };
  return { state: 'shown', estimate, interval, n, method };
}
