/**
 * Two rates compared: their ratio, and whether it differs from 1, given how many events there were in all.
 * Source: Przyborowski and Wilenski, Biometrika 31 (1940) 313-323; mid-p: Lancaster (1961).
 */
import { betaTails } from '../common/beta.ts';
import { requireCount, requireLevel } from '../common/checks.ts';
import type { Result } from '../common/result.ts';
import { binomialDensity } from '../common/saddle-point.ts';
import type { TestResult } from '../common/test-result.ts';
import { clopperPearsonLimits } from './clopper-pearson.ts';
import { requireExposure } from './garwood.ts';

/** A count of events in an exposure; the exposures of two rates must be in one unit. */
export interface EventRate {
  events: number;
  exposure: number;
}

/**
 * First rate over second. Given both counts' sum, the first is binomial with odds ratio * exposure1/exposure2: the limits
 * are those of its share, by Clopper-Pearson (`exact`) or with half the observed point in each tail (`mid-p`).
 * @returns the ratio; `n` counts events. Without events in the second the ratio has no finite value: `estimate: null`,
 * the interval reaching up to Infinity; without events at all there is no interval either.
 * @throws RangeError for a negative or fractional count, an exposure not above 0, a level outside 0 to 1.
 * @example
 * rateRatio({ events: 11, exposure: 800 }, { events: 3, exposure: 1011 }).interval // lower 1.22406..., upper 25.8674...
 */
export function rateRatio(
  first: EventRate,
  second: EventRate,
  { level = 0.95, limits = 'exact' }: { level?: number; limits?: 'exact' | 'mid-p' } = {},
): Result {
  requireRate('first', first);
  requireRate('second', second);
  requireLevel(level);
  const n = first.events + second.events;
  const method = `rate ratio, conditional ${limits}`;
  if (n === 0) {
    const message = 'the ratio is undefined: neither rate has an event';
    return { estimate: null, interval: null, n, method, warnings: [{ code: 'no-observations', message }] };
  }
  const findLimits = limits === 'exact' ? clopperPearsonLimits : midPLimits;
  const scale = second.exposure / first.exposure;
  const [low, high] = findLimits(first.events, n, 1 - level);
  const interval = { lower: (low / (1 - low)) * scale, upper: (high / (1 - high)) * scale, level, method };
  if (second.events > 0) {
    return { estimate: (first.events / second.events) * scale, interval, n, method, warnings: [] };
  }
  const message = 'the second rate has no event, so the ratio has no finite value';
  return { estimate: null, interval, n, method, warnings: [{ code: 'unbounded', message }] };
}

/** The shares p with P(X > x) + P(X = x)/2 = alpha/2 and P(X < x) + P(X = x)/2 = alpha/2. */
function midPLimits(count: number, total: number, alpha: number): readonly [number, number] {
  const lower = count === 0 ? 0 : solve((p) => midUpper(count, total, p) < alpha / 2);
  const upper = count === total ? 1 : solve((p) => 1 - midUpper(count, total, p) > alpha / 2);
  return [lower, upper];
}

/** P(X > x) + P(X = x)/2 of a binomial count. */
function midUpper(count: number, total: number, p: number): number {
  const above = count === total ? 0 : betaTails(p, count + 1, total - count).lower;
  return above + binomialDensity(count, total, p) / 2;
}

/** The share up to which `below` holds, by bisection. */
function solve(below: (p: number) => boolean): number {
  let low = 0;
  let high = 1;
  for (let i = 0; i < 80; i++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** `minimum-likelihood` adds every split of the events that is no likelier than the one seen; `central-mid-p` doubles. */
export type RateTestRule = 'minimum-likelihood' | 'central-mid-p';

/** R compares probabilities with this relative tolerance, so that ties broken by rounding still count. */
const TIE = 1 + 1e-7;

/**
 * Tests that two rates are equal, given how many events there were in all.
 * @returns p of the two-sided test; `p: null` without any event.
 * @throws RangeError for a negative or fractional count, an exposure not above 0.
 * @example rateRatioTest({ events: 11, exposure: 800 }, { events: 3, exposure: 1011 }).p // 0.0131316755976126
 */
export function rateRatioTest(
  first: EventRate,
  second: EventRate,
  { rule = 'minimum-likelihood' }: { rule?: RateTestRule } = {},
): TestResult {
  requireRate('first', first);
  requireRate('second', second);
  const n = first.events + second.events;
  const method = `equality of two rates, conditional, ${rule}`;
  if (n === 0) {
    const message = 'the test is undefined: neither rate has an event';
    return { p: null, n, method, warnings: [{ code: 'no-observations', message }] };
  }
  const share = first.exposure / (first.exposure + second.exposure);
  if (rule === 'central-mid-p') {
    const above = midUpper(first.events, n, share);
    return { p: Math.min(1, 2 * Math.min(above, 1 - above)), n, method, warnings: [] };
  }
  const seen = binomialDensity(first.events, n, share) * TIE;
  let p = 0;
  for (let x = 0; x <= n; x++) {
    const likelihood = binomialDensity(x, n, share);
    if (likelihood <= seen) p += likelihood;
  }
  return { p: Math.min(1, p), n, method, warnings: [] };
}

function requireRate(name: string, { events, exposure }: EventRate): void {
  requireCount(`${name}.events`, events);
  requireExposure(`${name}.exposure`, exposure);
}
