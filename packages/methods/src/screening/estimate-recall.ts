/** How many relevant records there are in all, what share of them was found so far, and whether that is enough. */
import { type Random, seededRandom } from '../common/random.ts';
import type { MethodWarning, Result } from '../common/result.ts';
import { expectedRest } from './declining-rate.ts';
import { hypergeometricLower, hypergeometricUpper } from './hypergeometric-tail.ts';
import { type ScreeningProgress, type StoppingVerdict, testStopping } from './stopping-test.ts';

export interface RecallEstimate {
  found: number;
  /** All relevant records, found or not. */
  relevant: Result;
  /** Found / relevant. */
  recall: Result;
  stopping: StoppingVerdict;
}

const DRAWS = 500;

/**
 * From a random sample of the unread, when there is one: the sample's share, and an exact interval from the
 * hypergeometric distribution. Before that: how the finds thin out along the ranking, with a prediction interval from
 * simulated rankings, which holds as far as the rate falls exponentially.
 * @param progress decisions in the order in which they were taken.
 * @returns `estimate: null` where nothing relevant was found yet.
 * @throws RangeError for a target or level outside 0 to 1, or more decisions than records.
 */
export function estimateRecall(
  progress: ScreeningProgress,
  {
    target = 0.95,
    level = 0.95,
    random = seededRandom(1),
  }: { target?: number; level?: number; random?: Random } = {},
): RecallEstimate {
  const stopping = testStopping(progress, { target, level });
  const { ranked, sampled } = progress;
  const found = count(ranked) + count(sampled);
  const read = ranked.length + sampled.length;
  if (found === 0) return { found, ...unknown(read), stopping };
  const fromSample = sampled.length > 0;
  const limits = fromSample ? limitsFromSample(progress, level) : limitsFromRanking(progress, level, random);
  const method = fromSample ? 'random sample of the unread' : 'exponentially declining rate';
  const warnings: MethodWarning[] = [];
  if (!fromSample && limits.total > 0 && found < 10) {
    warnings.push({
      code: 'few-found',
      message: `${found} relevant records are few to fit a declining rate to`,
    });
  }
  const result = (estimate: number, lower: number, upper: number): Result => ({
    estimate,
    interval: { lower, upper, level, method: fromSample ? 'hypergeometric, exact' : 'parametric bootstrap' },
    n: read,
    method,
    warnings,
  });
  const { total, lower, upper } = limits;
  return {
    found,
    relevant: result(total, lower, upper),
    recall: result(found / total, found / upper, found / lower),
    stopping,
  };
}

interface TotalLimits {
  total: number;
  lower: number;
  upper: number;
}

/** Clopper and Pearson's construction: the numbers of relevant records in the urn that neither tail refutes. */
function limitsFromSample({ records, ranked, sampled }: ScreeningProgress, level: number): TotalLimits {
  const before = count(ranked);
  const hits = count(sampled);
  const drawn = sampled.length;
  const size = records - ranked.length;
  const tail = (1 - level) / 2;
  // Every unmarked record that was drawn is known to be unmarked.
  const most = size - (drawn - hits);
  const upper = lastWhere(hits, most, (marked) => hypergeometricLower(hits, size, marked, drawn) > tail);
  const lower = firstWhere(hits, most, (marked) => hypergeometricUpper(hits, size, marked, drawn) > tail);
  return {
    total: before + hits + ((size - drawn) * hits) / drawn,
    lower: before + lower,
    upper: before + upper,
  };
}

function limitsFromRanking(
  { records, ranked }: ScreeningProgress,
  level: number,
  random: Random,
): TotalLimits {
  const found = count(ranked);
  const rest = expectedRest(ranked, records - ranked.length, { level, draws: DRAWS, random });
  return { total: found + rest.expected, lower: found + rest.lower, upper: found + rest.upper };
}

/** The last number from `first` on that holds, where all up to some number hold and none after. */
function lastWhere(first: number, last: number, holds: (value: number) => boolean): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function firstWhere(first: number, last: number, holds: (value: number) => boolean): number {
  return holds(first) ? first : lastWhere(first, last, (value) => !holds(value)) + 1;
}

function count(decisions: readonly boolean[]): number {
  return decisions.filter(Boolean).length;
}

function unknown(read: number): { relevant: Result; recall: Result } {
  const warnings = [{ code: 'none-found', message: 'nothing relevant was found yet' }];
  const result: Result = { estimate: null, interval: null, n: read, method: 'none', warnings };
  return { relevant: result, recall: result };
}
