/** The one shape in which every method answers, so that a number never travels without its uncertainty. */

/** A two-sided interval at `level` (for example 0.95), and the rule that made it. */
export interface Interval {
  lower: number;
  upper: number;
  level: number;
  method: string;
}

/** Something a reader must know before using the number. `code` is stable; `message` is English for logs. */
export interface MethodWarning {
  code: string;
  message: string;
}

/**
 * `estimate` is `null` where the statistic is undefined for these data; a warning then says why.
 * `n` counts the units that entered the estimate.
 */
export interface Result {
  estimate: number | null;
  interval: Interval | null;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/** Called now and then from long loops with the share done, 0 to 1. Throw from it to cancel. */
export type Progress = (done: number) => void;
