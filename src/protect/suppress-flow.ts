/**
 * Which counts of the inclusion flow are withheld. The denominators of prevalence are kept where that can be: where a
 * loss is small, another loss is withheld with it, or the total before it, not the count after it.
 */
import { isSafePartition } from './suppress-partition.ts';
import { isSmall } from './suppress-rule.ts';

export interface CountedFlow {
  invited: number | null;
  responded: number;
  withdrawn: number;
  noInterpretableAnswer: number;
  included: number;
  questions: readonly CountedQuestionFlow[];
  /** For pairs of questions: participants with an interpretable answer to both. */
  answeredBoth: readonly number[];
}

export interface CountedQuestionFlow {
  answered: number;
  nonSubstantive: number;
  undecided: number;
  interpretable: number;
}

/** `true` where the count of that name is withheld. */
export interface WithheldFlow {
  invited: boolean;
  responded: boolean;
  withdrawn: boolean;
  noInterpretableAnswer: boolean;
  included: boolean;
  questions: Record<keyof CountedQuestionFlow, boolean>[];
}

export function withholdFlow(flow: CountedFlow, threshold: number): WithheldFlow {
  const small = (count: number) => isSmall(count, threshold);
  const questions = flow.questions.map((question) => withholdQuestionFlow(question, threshold));
  // With two questions, those included are the two denominators less those who answered both; with more, nearly so.
  const included =
    small(flow.included) ||
    questions.some(({ interpretable }) => interpretable) ||
    flow.answeredBoth.some(small);
  const losses = [flow.withdrawn, flow.noInterpretableAnswer];
  const [withdrawn = true, noInterpretableAnswer = true, total] = withholdSum(
    losses,
    flow.included,
    included,
    threshold,
  );
  const responded = small(flow.responded) || total === true;
  const invited = flow.invited !== null && (small(flow.invited) || small(flow.invited - flow.responded));
  return { invited, responded, withdrawn, noInterpretableAnswer, included, questions };
}

function withholdQuestionFlow(
  { answered, nonSubstantive, undecided, interpretable }: CountedQuestionFlow,
  threshold: number,
): Record<keyof CountedQuestionFlow, boolean> {
  const kept = isSmall(interpretable, threshold);
  const [first = true, second = true, total] = withholdSum(
    [nonSubstantive, undecided],
    interpretable,
    kept,
    threshold,
  );
  return {
    answered: isSmall(answered, threshold) || total === true,
    nonSubstantive: first,
    undecided: second,
    interpretable: kept,
  };
}

/**
 * Of a total that is its losses and what is kept: which losses are withheld, and last whether the total is. A small loss
 * takes the next larger one with it, so that the two hide each other and the total stays; where there is no
 * other, the total goes.
 */
function withholdSum(
  losses: readonly number[],
  kept: number,
  isKeptWithheld: boolean,
  threshold: number,
): boolean[] {
  const parts = [...losses, kept];
  const small = losses.map((loss) => isSmall(loss, threshold));
  const others = losses
    .map((loss, at) => ({ loss, at }))
    .filter(({ loss, at }) => loss > 0 && small[at] !== true)
    .sort((a, b) => a.loss - b.loss);
  const attempts = [small, ...others.map(({ at: other }) => small.map((flag, at) => flag || at === other))];
  const safe = attempts.find((flags) => isSafePartition({ parts }, [...flags, isKeptWithheld], threshold));
  return safe ? [...safe, false] : [...small, true];
}
