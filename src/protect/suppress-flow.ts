/**
 * Which counts of the inclusion flow are withheld. The denominators of prevalence are kept where that can be: where a
 * loss is small, the total before it goes, not the count after it.
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
  const withdrawn = small(flow.withdrawn);
  const noInterpretableAnswer = small(flow.noInterpretableAnswer);
  const parts = [flow.withdrawn, flow.noInterpretableAnswer, flow.included];
  const responded =
    small(flow.responded) ||
    !isSafePartition({ parts }, [withdrawn, noInterpretableAnswer, included], threshold);
  const invited = flow.invited !== null && (small(flow.invited) || small(flow.invited - flow.responded));
  return { invited, responded, withdrawn, noInterpretableAnswer, included, questions };
}

function withholdQuestionFlow(
  { answered, nonSubstantive, undecided, interpretable }: CountedQuestionFlow,
  threshold: number,
): Record<keyof CountedQuestionFlow, boolean> {
  const parts = [nonSubstantive, undecided, interpretable];
  const small = parts.map((part) => isSmall(part, threshold));
  return {
    answered: isSmall(answered, threshold) || !isSafePartition({ parts }, small, threshold),
    nonSubstantive: small[0] === true,
    undecided: small[1] === true,
    interpretable: small[2] === true,
  };
}
