/** The shape in which a test of a hypothesis answers; the estimate that goes with it has a function of its own. */
import type { MethodWarning } from './result.ts';

/**
 * `p` is `null` where the test is undefined for these data; a warning then says why.
 * `method` names the rule in full, so that two tests that differ in a convention can be told apart.
 */
export interface TestResult {
  p: number | null;
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/** A test by the chi-square distribution; `statistic` is `null` where the test is undefined. */
export interface ChiSquareTest extends TestResult {
  statistic: number | null;
  degreesOfFreedom: number;
}
