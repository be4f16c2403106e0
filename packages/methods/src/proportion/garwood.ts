/**
 * A rate of events with its exact Poisson interval.
 * Source: Garwood, Biometrika 28 (1936) 437-442.
 */
import { requireCount, requireLevel } from '../common/checks.ts';
import { gammaQuantile, gammaUpperQuantile } from '../common/gamma.ts';
import type { Result } from '../common/result.ts';

/** chi2(alpha/2; 2x)/2 and chi2(1 - alpha/2; 2x + 2)/2: limits for the mean of a Poisson count x. */
export function garwoodLimits(events: number, alpha: number): readonly [number, number] {
  return [events === 0 ? 0 : gammaQuantile(alpha / 2, events), gammaUpperQuantile(alpha / 2, events + 1)];
}

/** Fails where the exposure is no finite number above 0. */
export function requireExposure(name: string, exposure: number): void {
  if (!(exposure > 0 && Number.isFinite(exposure))) {
    throw new RangeError(`${name}: got ${exposure}; expected a finite number above 0, in a declared unit`);
  }
}

/**
 * Events per unit of exposure.
 * @param events a count; `exposure` in any one unit, such as patient-months, above 0. Rates of different units must not
 * be pooled.
 * @returns the rate per unit of exposure; `n` counts events.
 * @throws RangeError for a negative or fractional count, an exposure not above 0, a level outside 0 to 1.
 * @example garwood(3, 1).interval // { lower: 0.61867..., upper: 8.76727..., level: 0.95, ... }
 */
export function garwood(events: number, exposure: number, { level = 0.95 }: { level?: number } = {}): Result {
  requireCount('events', events);
  requireExposure('exposure', exposure);
  requireLevel(level);
  const method = 'Garwood exact Poisson';
  const [low, high] = garwoodLimits(events, 1 - level);
  const interval = { lower: low / exposure, upper: high / exposure, level, method };
  return { estimate: events / exposure, interval, n: events, method, warnings: [] };
}
