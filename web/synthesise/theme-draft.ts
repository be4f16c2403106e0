/** A theme's words while they are edited: plain strings in both languages, made into a theme when they are kept. Pure. */
import type { WorkingTheme } from '../../src/code/model.ts';
import type { CodingId, QuestionId } from '../../src/study/ids.ts';
import type { Localised } from '../../src/study/localised.ts';

export interface Words {
  ko: string;
  en: string;
}

export interface DraftClaim {
  /** Tells claims apart while their words change. */
  key: number;
  text: Words;
  codings: CodingId[];
}

export interface ThemeDraft {
  label: Words;
  description: Words;
  questions: QuestionId[];
  narrative: DraftClaim[];
  negativeCases: DraftClaim[];
}

export type ClaimList = 'narrative' | 'negativeCases';

/** What keeps a draft from being kept. */
export type DraftProblem = 'no name' | 'claim without words' | 'claim without citation';

const inBoth = (words: Localised | undefined): Words => ({ ko: words?.ko ?? '', en: words?.en ?? '' });

export function localised({ ko, en }: Words): Localised | undefined {
  const words = {
    ...(ko.trim() === '' ? {} : { ko: ko.trim() }),
    ...(en.trim() === '' ? {} : { en: en.trim() }),
  };
  return words.ko === undefined && words.en === undefined ? undefined : words;
}

export function draftOf({
  label,
  description,
  questions,
  narrative,
  negativeCases,
}: WorkingTheme): ThemeDraft {
  const claims = (list: WorkingTheme['narrative'], first: number) =>
    list.map(({ text, codings }, at) => ({ key: first + at, text: inBoth(text), codings }));
  return {
    label: inBoth(label),
    description: inBoth(description),
    questions,
    narrative: claims(narrative, 0),
    negativeCases: claims(negativeCases, narrative.length),
  };
}

export function withNewClaim(draft: ThemeDraft, list: ClaimList): ThemeDraft {
  const keys = [...draft.narrative, ...draft.negativeCases].map(({ key }) => key);
  const fresh = { key: Math.max(-1, ...keys) + 1, text: { ko: '', en: '' }, codings: [] };
  return { ...draft, [list]: [...draft[list], fresh] };
}

/** The theme with the words of the draft; codes stay those of the theme. */
export function themeWith(theme: WorkingTheme, draft: ThemeDraft): WorkingTheme | DraftProblem {
  const label = localised(draft.label);
  if (label === undefined) return 'no name';
  const all = [...draft.narrative, ...draft.negativeCases];
  if (all.some(({ text }) => localised(text) === undefined)) return 'claim without words';
  if (all.some(({ codings }) => codings.length === 0)) return 'claim without citation';
  const claims = (list: readonly DraftClaim[]) =>
    list.flatMap(({ text, codings }) => {
      const words = localised(text);
      return words === undefined ? [] : [{ text: words, codings }];
    });
  const { description: _, ...others } = theme;
  const description = localised(draft.description);
  return {
    ...others,
    label,
    ...(description === undefined ? {} : { description }),
    questions: draft.questions,
    narrative: claims(draft.narrative),
    negativeCases: claims(draft.negativeCases),
  };
}

/** Whether two themes say the same, whatever codes they hold. */
export function saysTheSame(a: WorkingTheme, b: WorkingTheme): boolean {
  return JSON.stringify(draftOf(a)) === JSON.stringify(draftOf(b));
}
