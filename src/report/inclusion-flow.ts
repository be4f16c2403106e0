/** From those who were asked to those who are counted, with every loss. */
import { releasedCount } from '../protect/release.ts';
import { type CountedFlow, type CountedQuestionFlow, withholdFlow } from '../protect/suppress-flow.ts';
import type { QuestionId } from '../study/ids.ts';
import type { StudyLookup } from '../study/lookup.ts';
import type { Standing } from '../study/model.ts';
import type { InclusionFlow } from './model.ts';

/** `answeredBoth`: for each two questions, how many gave interpretable answers to both. */
export function inclusionFlow(
  lookup: StudyLookup,
  answeredBoth: readonly number[],
  threshold: number,
): InclusionFlow {
  const { questions } = lookup.snapshot.study;
  const counted = countFlow(lookup, answeredBoth);
  const withheld = withholdFlow(counted, threshold);
  return {
    invited: counted.invited === null ? null : releasedCount(counted.invited, withheld.invited),
    responded: releasedCount(counted.responded, withheld.responded),
    withdrawn: releasedCount(counted.withdrawn, withheld.withdrawn),
    noInterpretableAnswer: releasedCount(counted.noInterpretableAnswer, withheld.noInterpretableAnswer),
    included: releasedCount(counted.included, withheld.included),
    questions: questions.map(({ id }, at) => {
      const count = (name: keyof CountedQuestionFlow) =>
        releasedCount(counted.questions[at]?.[name] ?? 0, withheld.questions[at]?.[name] ?? true);
      return {
        question: id,
        answered: count('answered'),
        nonSubstantive: count('nonSubstantive'),
        undecided: count('undecided'),
        interpretable: count('interpretable'),
      };
    }),
  };
}

function countFlow(lookup: StudyLookup, answeredBoth: readonly number[]): CountedFlow {
  const { study, participants } = lookup.snapshot;
  const questions = study.questions.map(({ id }) => countQuestion(lookup, id));
  const included = lookup.participants.filter((_, person) =>
    study.questions.some(({ id }) => lookup.interpretable.get(id)?.[person] === 1),
  ).length;
  const asked = study.waves.map(({ invited }) => invited);
  return {
    invited: asked.every((count) => count !== undefined)
      ? asked.reduce((sum, count) => sum + count, 0)
      : null,
    responded: participants.length,
    withdrawn: participants.length - lookup.participants.length,
    noInterpretableAnswer: lookup.participants.length - included,
    included,
    questions,
    answeredBoth,
  };
}

const standings: readonly Standing[] = ['interpretable', 'undecided', 'non-substantive'];

/** Participants by the best standing of what they wrote to the question in any wave. */
function countQuestion(lookup: StudyLookup, question: QuestionId): CountedQuestionFlow {
  const best = new Map<number, number>();
  for (const { person, answer } of lookup.answers.get(question) ?? []) {
    if (answer.text.trim() === '' && answer.standing !== 'interpretable') continue;
    const standing = standings.indexOf(answer.standing);
    best.set(person, Math.min(standing, best.get(person) ?? standing));
  }
  const counts = standings.map((_, at) => [...best.values()].filter((one) => one === at).length);
  const [interpretable = 0, undecided = 0, nonSubstantive = 0] = counts;
  return { answered: best.size, interpretable, undecided, nonSubstantive };
}
