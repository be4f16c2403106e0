/**
 * Whether enough was found to stop screening: a test of the hypothesis that recall is still below the target.
 * Source: Callaghan and Müller-Hansen, Systematic Reviews 9 (2020) 273.
 */
import { requireLevel } from '../common/checks.ts';
import { hypergeometricLower } from './hypergeometric-tail.ts';

/** Decisions in the order in which they were taken. */
export interface ScreeningProgress {
  /** All records, read or not. */
  records: number;
  /** Records read as the learner ranked them: whether each was relevant. */
  ranked: readonly boolean[];
  /** Records drawn at random, afterwards, from those that were unread then; empty before that. */
  sampled: readonly boolean[];
}

export interface StoppingVerdict {
  /** Recall below the target is refuted at this level. */
  stop: boolean;
  /** The probability of finding this little in the tested reads, were recall below the target. */
  pValue: number;
  target: number;
  level: number;
  /**
   * A random sample makes the test exact for a sample of a size fixed beforehand. Ranked reading treats the latest
   * reads as if they had been drawn at random: cautious as long as the ranking finds more than chance does, but a
   * heuristic, because the stretch with the lowest p-value is taken.
   */
  basis: 'random sample' | 'ranked reading';
  /** How many reads were tested. */
  tested: number;
}

/**
 * The hypergeometric p-value is P(X <= k): k relevant among the n tested reads, drawn from the N records that were
 * unread before them, of which K = floor(seen / target - seen before + 1) would be relevant at least, were recall below
 * the target.
 * @throws RangeError for a target or level outside 0 to 1, or more decisions than records.
 */
export function testStopping(
  { records, ranked, sampled }: ScreeningProgress,
  { target = 0.95, level = 0.95 }: { target?: number; level?: number } = {},
): StoppingVerdict {
  requireLevel(target);
  requireLevel(level);
  const reads = [...ranked, ...sampled];
  if (!Number.isInteger(records) || records < reads.length) {
    throw new RangeError(`records: got ${records}; expected a whole number of ${reads.length} reads or more`);
  }
  const seen = reads.filter(Boolean).length;
  const pValueFrom = (start: number, before: number): number => {
    const left = records - start;
    const marked = Math.floor(seen / target - before + 1);
    return marked > left ? 0 : hypergeometricLower(seen - before, left, marked, reads.length - start);
  };
  const verdict = (start: number, pValue: number, basis: StoppingVerdict['basis']): StoppingVerdict => ({
    stop: seen > 0 && pValue < 1 - level,
    pValue,
    target,
    level,
    basis,
    tested: reads.length - start,
  });
  if (sampled.length > 0) {
    const before = ranked.filter(Boolean).length;
    return verdict(ranked.length, pValueFrom(ranked.length, before), 'random sample');
  }
  let lowest = { start: 0, pValue: pValueFrom(0, 0) };
  let before = 0;
  for (const [i, relevant] of ranked.entries()) {
    before += Number(relevant);
    const pValue = pValueFrom(i + 1, before);
    if (pValue < lowest.pValue) lowest = { start: i + 1, pValue };
  }
  return verdict(lowest.start, lowest.pValue, 'ranked reading');
}
