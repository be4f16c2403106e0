/**
 * CHNRI research priority scores: options judged against criteria by experts who answer yes, no, unsure or nothing.
 * Source: Rudan et al., Croat Med J 49 (2008) 720.
 */
import { requireFinite, requireRectangular } from '../common/checks.ts';
import type { MethodWarning } from '../common/result.ts';

/** 1 yes, 0 no, 0.5 unsure, `null` for no answer. */
export type ChnriAnswer = 0 | 0.5 | 1 | null;

export interface ChnriOption {
  /** 0 to 100 for each criterion: the mean answer of those who gave one; `null` where nobody did. */
  criterionScores: Array<number | null>;
  /** Mean of the criterion scores, weighted where weights are given; `null` where a criterion has no score. */
  priorityScore: number | null;
  /** Mean over criteria of the share of experts who gave the most common answer, among those who answered it. */
  agreementOfAnswered: number | null;
  /** The same share among all experts, so that leaving questions out counts as not agreeing. */
  agreementOfAll: number | null;
}

export interface ChnriResult {
  options: ChnriOption[];
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/**
 * Criterion score = 100 x mean answer; research priority score = sum w_c score_c / (number of criteria);
 * average expert agreement = mean over criteria of (count of the most common answer) / experts.
 *
 * Published reports divide agreement by all experts or by those who answered, often without saying so: both are given.
 * @param answers experts x options x criteria.
 * @param weights one a criterion, 1 by default; a mean of 1 keeps the score on 0 to 100.
 * @throws RangeError where the tables differ in shape, or an answer is none of 0, 0.5, 1 and null.
 * @example chnri([[[1, 0]], [[1, 0.5]]]).options[0].priorityScore // 62.5
 */
export function chnri(
  answers: ReadonlyArray<ReadonlyArray<ReadonlyArray<ChnriAnswer>>>,
  { weights }: { weights?: readonly number[] } = {},
): ChnriResult {
  const { options, criteria } = requireAnswers(answers, weights);
  const warnings: MethodWarning[] = [];
  const results = Array.from({ length: options }, (_, option): ChnriOption => {
    const given = Array.from({ length: criteria }, (_, criterion) =>
      answers.map((expert) => expert[option][criterion]).filter((answer) => answer !== null),
    );
    const empty = given.filter((scores) => scores.length === 0).length;
    if (empty > 0) {
      const message = `option ${option}: nobody answered ${empty} of ${criteria} criteria; it has no priority score`;
      warnings.push({ code: 'unanswered-criterion', message });
    }
    const scores = given.map((list) => (list.length === 0 ? null : (100 * sum(list)) / list.length));
    const parts = scores.map((score, criterion) =>
      score === null ? null : score * (weights?.[criterion] ?? 1),
    );
    const most = given.map(mostCommon);
    return {
      criterionScores: scores,
      priorityScore: mean(parts),
      agreementOfAnswered: mean(
        most.map((count, c) => (given[c].length === 0 ? null : count / given[c].length)),
      ),
      agreementOfAll: mean(most.map((count) => (answers.length === 0 ? null : count / answers.length))),
    };
  });
  return { options: results, n: answers.length, method: 'CHNRI research priority score', warnings };
}

function requireAnswers(
  answers: ReadonlyArray<ReadonlyArray<ReadonlyArray<ChnriAnswer>>>,
  weights?: readonly number[],
) {
  requireRectangular('answers', answers);
  const options = answers.length === 0 ? 0 : answers[0].length;
  const criteria = options === 0 ? 0 : answers[0][0].length;
  answers.forEach((expert, e) => {
    expert.forEach((row, o) => {
      if (row.length !== criteria) {
        throw new RangeError(
          `answers[${e}][${o}]: got ${row.length} criteria; expected ${criteria}, as in the first`,
        );
      }
      row.forEach((answer, c) => {
        if (answer !== null && answer !== 0 && answer !== 0.5 && answer !== 1) {
          throw new RangeError(`answers[${e}][${o}][${c}]: got ${answer}; expected 0, 0.5, 1 or null`);
        }
      });
    });
  });
  if (weights !== undefined && weights.length !== criteria) {
    throw new RangeError(`weights: got ${weights.length}; expected ${criteria}, one a criterion`);
  }
  weights?.forEach((weight, c) => {
    requireFinite(`weights[${c}]`, weight);
  });
  return { options, criteria };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** `null` where any part is, or there is none. */
function mean(values: ReadonlyArray<number | null>): number | null {
  const known = values.filter((value) => value !== null);
  return known.length < values.length || known.length === 0 ? null : sum(known) / known.length;
}

function mostCommon(answers: ReadonlyArray<number>): number {
  return Math.max(...[0, 0.5, 1].map((one) => answers.filter((answer) => answer === one).length));
}
