/** How worths of items are reported, whatever kind of comparison they came from. */
import type { LogitFit } from '../common/conditional-logit.ts';
import { normalQuantile } from '../common/normal.ts';
import type { Interval, MethodWarning } from '../common/result.ts';

export interface ItemWorth {
  item: string;
  /** Relative to the reference item, whose log-worth is 0; `null` where the worths cannot be estimated. */
  logWorth: number | null;
  /** Of the log-worth; 0 for the reference, without an interval. */
  standardError: number | null;
  interval: Interval | null;
  /** Share of all worths; they add up to 1. */
  worth: number | null;
}

export interface WorthResult {
  items: ItemWorth[];
  logLikelihood: number | null;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/** Parameters 0, 1, ... belong to the items other than the reference, in order. */
export function parameterOf(item: number, reference: number): number | null {
  if (item === reference) return null;
  return item < reference ? item : item - 1;
}

/** The items' worths from a fit whose first parameters are their log-worths. */
export function worthsOf(
  items: readonly string[],
  reference: number,
  level: number,
  fit: LogitFit | null,
  parameters: number,
): ItemWorth[] {
  if (fit === null) {
    return items.map((item) => ({ item, logWorth: null, standardError: null, interval: null, worth: null }));
  }
  const logs = items.map((_, i) => {
    const parameter = parameterOf(i, reference);
    return parameter === null ? 0 : fit.estimates[parameter];
  });
  const most = Math.max(...logs);
  const total = logs.reduce((sum, log) => sum + Math.exp(log - most), 0);
  const z = normalQuantile((1 + level) / 2);
  return items.map((item, i) => {
    const parameter = parameterOf(i, reference);
    const standardError =
      parameter === null ? 0 : Math.sqrt(fit.covariance[parameter * parameters + parameter]);
    const [lower, upper] = [logs[i] - z * standardError, logs[i] + z * standardError];
    const interval = parameter === null ? null : { lower, upper, level, method: 'Wald, log-worth' };
    return { item, logWorth: logs[i], standardError, interval, worth: Math.exp(logs[i] - most) / total };
  });
}

export const NOT_CONNECTED: MethodWarning = {
  code: 'not-connected',
  message: 'the worths cannot be estimated: some items never lose to, or are never compared with, the rest',
};

/** The position of the reference item, the first by default. */
export function requireReference(items: readonly string[], reference: string | undefined): number {
  if (items.length < 2) throw new RangeError(`items: got ${items.length}; expected at least 2`);
  if (new Set(items).size < items.length)
    throw new RangeError('items: got the same name twice; expected unique names');
  const position = reference === undefined ? 0 : items.indexOf(reference);
  if (position < 0) throw new RangeError(`reference: got ${reference}; expected one of the items`);
  return position;
}

export function requireItem(name: string, value: number, items: readonly string[]): void {
  if (!Number.isInteger(value) || value < 0 || value >= items.length) {
    throw new RangeError(`${name}: got ${value}; expected the position of an item, 0 to ${items.length - 1}`);
  }
}
