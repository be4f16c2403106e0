/**
 * Which statistics of agreement are withheld. From the exact alpha and the percent agreement of a code on a known number
 * of answers one can work out how often it was given, so its statistics are shown or withheld together, by the number
 * of answers that any coder gave it.
 */
import { completeWithholding, isSafePartition } from '../protect/suppress-partition.ts';
import { isSmall, isSmallShare } from '../protect/suppress-rule.ts';

/** Answers by question, and in all. */
export interface WithheldByQuestion {
  questions: boolean[];
  all: boolean;
}

/** Whether the numbers of shared answers are shown, by question and in all. */
export function withholdUnits(units: readonly number[], threshold: number): WithheldByQuestion {
  const all = units.reduce((sum, one) => sum + one, 0);
  const small = units.map((one) => isSmall(one, threshold));
  const { withheld, total } = completeWithholding([{ parts: units }], small, units, threshold);
  return { questions: withheld, all: total || isSmall(all, threshold) };
}

/**
 * Whether the statistics of one code are shown.
 * @param used answers with the code, by question
 * @param units shared answers, by question
 * @param linked whether the code's prevalence in the question is withheld
 */
export function withholdCode(
  used: readonly number[],
  units: readonly number[],
  unitsWithheld: WithheldByQuestion,
  linked: readonly boolean[],
  threshold: number,
): WithheldByQuestion {
  // Questions in which nobody used the code have no row and cannot hide another one.
  const start = used.map(
    (count, at) =>
      count > 0 &&
      (unitsWithheld.questions[at] === true ||
        linked[at] === true ||
        isSmallShare(count, units[at] ?? 0, threshold)),
  );
  const unused = used.map((count, at) => (units[at] ?? 0) - count);
  const partitions = [{ parts: used }, { parts: unused }];
  const { withheld, total } = completeWithholding(partitions, start, units, threshold);
  const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);
  const all = total || unitsWithheld.all || isSmallShare(sum(used), sum(units), threshold);
  return { questions: withheld, all };
}

/**
 * Whether the statistic of all codes together is shown: it is their sum, and gives a single withheld one away.
 * @param used answers with the code, by code
 */
export function isPooledSafe(
  used: readonly number[],
  withheld: readonly boolean[],
  threshold: number,
): boolean {
  return isSafePartition({ parts: used }, withheld, threshold);
}
