/** The inclusion flow as stages, branches and losses, before anybody draws it. */
import { max } from 'd3-array';
import type { Count } from '../../protect/released.ts';
import type { Language } from '../../study/localised.ts';
import { countText } from '../format.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Analysis } from '../model.ts';
import { namesOf, type StudyWords } from '../names.ts';
import type { EvidenceRef } from '../trace.ts';

export interface River {
  stages: FlowStage[];
  branches: FlowBranch[];
  /** The greatest count shown: the widest the river gets. */
  widest: number;
}

export interface FlowStage {
  name: string;
  count: Count;
  ref: EvidenceRef | null;
  /** Who left before this stage. */
  losses: FlowLoss[];
}

export interface FlowLoss {
  name: string;
  count: Count;
}

/** `12 withdrew`; where the count is withheld `withdrew: withheld`, since "withheld withdrew" says nothing. */
export function countedText({ name, count }: FlowLoss, language: Language): string {
  return count.state === 'shown'
    ? messagesIn(language).figures.counted(name, countText(count, language))
    : `${name}: ${countText(count, language)}`;
}

/** One question: those who answered it, those whose answer could be interpreted, and what lies between. */
export interface FlowBranch {
  name: string;
  from: FlowStage;
  to: FlowStage;
}

export function riverOf(words: StudyWords, { flow }: Analysis, language: Language): River {
  const m = messagesIn(language).figures;
  const names = namesOf(words, language);
  const notThere = (count: Count): boolean => count.state === 'shown' && count.value === 0;
  const losses = (all: FlowLoss[]): FlowLoss[] => all.filter(({ count }) => !notThere(count));
  const stages: FlowStage[] = [];
  if (flow.invited !== null) stages.push({ name: m.invited, count: flow.invited, ref: null, losses: [] });
  stages.push({
    name: m.responded,
    count: flow.responded,
    ref: null,
    losses: losses(silent(flow.invited, flow.responded, m.notResponded)),
  });
  stages.push({
    name: m.included,
    count: flow.included,
    ref: null,
    losses: losses([
      { name: m.withdrawn, count: flow.withdrawn },
      { name: m.noInterpretableAnswer, count: flow.noInterpretableAnswer },
    ]),
  });
  const branches = flow.questions.map((question) => ({
    name: names.question(question.question),
    from: { name: m.answered, count: question.answered, ref: null, losses: [] },
    to: {
      name: m.interpretable,
      count: question.interpretable,
      ref:
        question.interpretable.state === 'shown'
          ? { kind: 'answers' as const, question: question.question }
          : null,
      losses: losses([
        { name: m.nonSubstantive, count: question.nonSubstantive },
        { name: m.undecided, count: question.undecided },
      ]),
    },
  }));
  const counts = [...stages, ...branches.flatMap(({ from, to }) => [from, to])].map(({ count }) => count);
  return {
    stages,
    branches,
    widest: max(counts, (count) => (count.state === 'shown' ? count.value : 0)) || 1,
  };
}

/** The invited who did not answer, where both counts are shown and one can be taken from the other. */
function silent(invited: Count | null, responded: Count, name: string): FlowLoss[] {
  if (invited?.state !== 'shown' || responded.state !== 'shown' || invited.value < responded.value) return [];
  return [{ name, count: { state: 'shown', value: invited.value - responded.value } }];
}

/**
 * How many times larger the river is drawn from the responded on, where so few of the invited responded that the rest
 * would be hairlines; 1 where one scale serves.
 */
export function magnification({ stages, widest }: River): number {
  const [invited, responded] = stages;
  if (stages.length < 3 || invited?.count.state !== 'shown' || responded?.count.state !== 'shown') return 1;
  const { value } = responded.count;
  return value > 0 && value < widest * 0.4 ? Math.max(2, Math.floor(widest / value)) : 1;
}
