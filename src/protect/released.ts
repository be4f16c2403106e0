/**
 * Numbers as they may leave the analysis: shown, withheld, or undefined. Withheld ones carry no trace of their
 * value, so nothing further down (report, export, screen) can forget to hide them.
 */
import { z } from 'zod';

/**
 * Either small (above zero and below the study's threshold) or of a kind that would give a small one away. Which of
 * the two is not said: of two withheld counts with a known sum, knowing which one is the small one narrows both.
 */
const withheld = z.strictObject({ state: z.literal('withheld') });
const undefinedBecause = z.strictObject({ state: z.literal('undefined'), reason: z.string() });

/** A count of people or answers. */
export const Count = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('shown'), value: z.int().min(0) }),
  withheld,
]);
export type Count = z.infer<typeof Count>;

export const IntervalValue = z.strictObject({
  lower: z.number(),
  upper: z.number(),
  level: z.number(),
  method: z.string(),
});
export type IntervalValue = z.infer<typeof IntervalValue>;

/** A proportion with its count, denominator and interval. `undefined` where nobody is in the denominator. */
export const Share = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('shown'),
    count: z.int().min(0),
    of: z.int().min(1),
    estimate: z.number().min(0).max(1),
    interval: IntervalValue,
  }),
  withheld,
  undefinedBecause,
]);
export type Share = z.infer<typeof Share>;

/** A statistic with its interval. `undefined` says why the data do not determine it. */
export const Statistic = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('shown'),
    estimate: z.number(),
    interval: IntervalValue.nullable(),
    n: z.int().min(0),
    method: z.string(),
  }),
  withheld,
  undefinedBecause,
]);
export type Statistic = z.infer<typeof Statistic>;
