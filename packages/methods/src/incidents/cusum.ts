/** The one shape in which a one-sided CUSUM answers, and the recursion that all of them share (Page 1954). */
import type { MethodWarning } from '../common/result.ts';
import { requireNonNegative, requirePositive } from '../common/series-checks.ts';

export interface CusumOptions {
  /** The decision interval, h, in the unit of the sum: an alarm is a sum of h or more. */
  h: number;
  /** The sum before the first value: 0 by default; h / 2 is the fast initial response of Lucas and Crosier (1982). */
  headStart?: number;
}

export interface Cusum {
  /** The newest sum; null without values. */
  estimate: number | null;
  n: number;
  method: string;
  /** The sum after each value. It goes on after an alarm; starting it afresh is the user's act. */
  sums: number[];
  /** Positions of the values at which the sum is h or more. */
  alarms: number[];
  warnings: MethodWarning[];
}

export function requireCusumOptions({ h, headStart = 0 }: CusumOptions): void {
  requirePositive('options.h', h);
  requireNonNegative('options.headStart', headStart);
  if (headStart >= h) throw new RangeError(`options.headStart: got ${headStart}; expected below h, ${h}`);
}

/** S_t = max(0, S_(t-1) + step(t)). */
export function accumulate(
  method: string,
  n: number,
  step: (t: number) => number,
  { h, headStart = 0 }: CusumOptions,
): Cusum {
  const sums: number[] = [];
  const alarms: number[] = [];
  let sum = headStart;
  for (let t = 0; t < n; t++) {
    sum = Math.max(0, sum + step(t));
    sums.push(sum);
    if (sum >= h) alarms.push(t);
  }
  const warnings: MethodWarning[] = n > 0 ? [] : [{ code: 'no-data', message: 'there are no values to sum' }];
  return { estimate: n > 0 ? sum : null, n, method, sums, alarms, warnings };
}
