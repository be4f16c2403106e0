/** The inclusion flow as stages, branches and losses, before anybody draws it. */
import { max, sum } from 'd3-array';
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
  /** People at the widest place. */
  widest: number;
}

interface Named {
  name: string;
  count: Count;
}

export interface FlowLoss extends Named {
  /** How many people wide it is drawn: a withheld one fills what the stages around it leave. */
  wide: number;
}

export interface FlowStage extends Named {
  /** How many people wide it is drawn: a withheld stage is as wide as its neighbour, and so says no more. */
  wide: number;
  ref: EvidenceRef | null;
  /** Who left before this stage. */
  losses: FlowLoss[];
}

/** One question: those who answered it, those whose answer could be interpreted, and what lies between. */
export interface FlowBranch {
  name: string;
  from: FlowStage;
  to: FlowStage;
}

/** `12 withdrew`; where the count is withheld `withdrew: withheld`, since "withheld withdrew" says nothing. */
export function countedText({ name, count }: Named, language: Language): string {
  return count.state === 'shown'
    ? messagesIn(language).figures.counted(name, countText(count, language))
    : `${name}: ${countText(count, language)}`;
}

export function riverOf(words: StudyWords, { flow }: Analysis, language: Language): River {
  const m = messagesIn(language).figures;
  const names = namesOf(words, language);
  const asked = flow.invited === null ? [] : [{ name: m.invited, count: flow.invited, losses: [] }];
  const stages = sized([
    ...asked,
    {
      name: m.responded,
      count: flow.responded,
      losses: silent(flow.invited, flow.responded, m.notResponded),
    },
    {
      name: m.included,
      count: flow.included,
      losses: [
        { name: m.withdrawn, count: flow.withdrawn },
        { name: m.noInterpretableAnswer, count: flow.noInterpretableAnswer },
      ],
    },
  ]);
  const branches = flow.questions.flatMap(
    ({ question, answered, nonSubstantive, undecided, interpretable }) => {
      const [from, to] = sized([
        { name: m.answered, count: answered, losses: [] },
        {
          name: m.interpretable,
          count: interpretable,
          losses: [
            { name: m.nonSubstantive, count: nonSubstantive },
            { name: m.undecided, count: undecided },
          ],
        },
      ]);
      if (from === undefined || to === undefined) return [];
      const ref: EvidenceRef | null =
        interpretable.state === 'shown' && interpretable.value > 0 ? { kind: 'answers', question } : null;
      return [{ name: names.question(question), from, to: { ...to, ref } }];
    },
  );
  const all = [...stages, ...branches.flatMap(({ from, to }) => [from, to])];
  return { stages, branches, widest: max(all, ({ wide }) => wide) || 1 };
}

/** The invited who did not answer. */
function silent(invited: Count | null, responded: Count, name: string): Named[] {
  if (invited === null) return [];
  if (invited.state !== 'shown' || responded.state !== 'shown')
    return [{ name, count: { state: 'withheld' } }];
  return [{ name, count: { state: 'shown', value: Math.max(0, invited.value - responded.value) } }];
}

const shownValue = ({ count }: Named): number | undefined =>
  count.state === 'shown' ? count.value : undefined;

/** Stages in their order with the widths at which they and their losses are drawn; losses of nobody are left out. */
function sized(stages: ReadonlyArray<Named & { losses: Named[] }>): FlowStage[] {
  const wide = stages.map((stage, at) => {
    const after = stages.slice(at + 1).map(shownValue);
    const before = stages.slice(0, at).map(shownValue).reverse();
    return [shownValue(stage), ...after, ...before].find((value) => value !== undefined) ?? 0;
  });
  return stages.map((stage, at) => {
    const losses = stage.losses.filter((loss) => shownValue(loss) !== 0);
    const withheld = losses.filter((loss) => shownValue(loss) === undefined).length;
    const named = sum(losses, (loss) => shownValue(loss) ?? 0);
    const left = Math.max(0, (wide[at - 1] ?? 0) - (wide[at] ?? 0) - named);
    return {
      ...stage,
      wide: wide[at] ?? 0,
      ref: null,
      losses: losses.map((loss) => ({ ...loss, wide: shownValue(loss) ?? left / withheld })),
    };
  });
}

/**
 * How many times larger the river is drawn from the responded on, where so few of the invited responded that the rest
 * would be hairlines; 1 where one scale serves.
 */
export function magnification({ stages, widest }: River): number {
  const [invited, responded] = stages;
  if (stages.length < 3 || invited?.wide !== widest || responded === undefined) return 1;
  const { wide } = responded;
  return wide > 0 && wide < widest * 0.4 ? Math.max(2, Math.floor(widest / wide)) : 1;
}
