/**
 * Whether a screener may stop: an estimate of recall from what was read, and the size of the random sample of the unread
 * that would make stopping defensible. Method and sources: `estimateRecall` and `testStopping` of the methods.
 *
 * The size is fixed by what was read before the sample began, so that looking at its results on the way changes nothing: the
 * test is made once, when the sample is whole.
 */
import { estimateRecall, testStopping } from '@firsthand/methods';
import type { Recall, Stopping } from './model.ts';
import type { Read } from './reads.ts';
import { stoppingStatement } from './stopping-words.ts';

export const TARGET = 0.95;
export const LEVEL = 0.95;

/** @param records all of them, read or not; @param reads in their order */
export function whereToStop(records: number, reads: readonly Read[]): { recall: Recall; stopping: Stopping } {
  const { ranked, sampled } = parted(reads);
  const progress = { records, ranked, sampled };
  const estimated = estimateRecall(progress, { target: TARGET, level: LEVEL });
  const size = sampleSize(records, ranked);
  const isWhole = size !== null && sampled.length >= size;
  const tested = isWhole ? testStopping({ records, ranked, sampled: sampled.slice(0, size) }, limits) : null;
  const allRead = reads.length >= records;
  const defensible = allRead || tested?.stop === true;
  const heuristic = sampled.length === 0 && estimated.stopping.stop;
  const inSample = size !== null && sampled.length > 0 && ranked.length > 0 && !isWhole;
  const { estimate, interval, method, warnings } = estimated.recall;
  const recall: Recall = {
    estimate: allRead ? 1 : estimate,
    interval: allRead ? [1, 1] : interval && around(estimate ?? interval.lower, interval),
    level: LEVEL,
    found: estimated.found,
    expected: allRead ? estimated.found : estimated.relevant.estimate,
    method: allRead ? 'all read' : method,
    warnings: allRead ? [] : warnings.map(({ code }) => code),
  };
  const next = defensible ? 'stop' : heuristic || inSample ? 'draw a random sample' : 'read on';
  const sample = size === null || allRead ? null : { size, drawn: Math.min(sampled.length, size) };
  return {
    recall,
    stopping: {
      defensible,
      target: TARGET,
      next,
      sample,
      statement: stoppingStatement({
        recall,
        read: reads.length,
        unread: records - reads.length,
        sample,
        inSample,
        pValue: tested?.pValue ?? null,
        stop: defensible,
      }),
    },
  };
}

/** Less than one record may be expected where most simulated rankings have none left: the estimate lies outside then. */
function around(estimate: number, { lower, upper }: { lower: number; upper: number }): [number, number] {
  return [Math.min(lower, estimate), Math.max(upper, estimate)];
}

const limits = { target: TARGET, level: LEVEL };

/**
 * The sample is what was drawn at random since the last record that came by rank; what was looked up, or settled by
 * others, stands with the ranked. Who is not sure has not excluded.
 */
function parted(reads: readonly Read[]): { ranked: boolean[]; sampled: boolean[] } {
  const last = reads.findLastIndex(({ drawn }) => drawn === 'ranked');
  const isSampled = ({ drawn }: Read, at: number) => at > last && drawn === 'random';
  const relevant = (read: Read) => read.relevant !== false;
  return {
    ranked: reads.filter((read, at) => !isSampled(read, at)).map(relevant),
    sampled: reads.filter(isSampled).map(relevant),
  };
}

/** The smallest sample that refutes recall below the target when nothing relevant is in it; null where none can. */
function sampleSize(records: number, ranked: readonly boolean[]): number | null {
  const passes = (size: number) =>
    testStopping({ records, ranked, sampled: new Array(size).fill(false) }, limits).stop;
  let [low, high] = [1, records - ranked.length];
  if (high < 1 || !passes(high)) return null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
