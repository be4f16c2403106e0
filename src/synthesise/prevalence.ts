/** Prevalence of themes and codes among those who could have given them. */
import { releasedShare } from '../protect/release.ts';
import type { Share } from '../protect/released.ts';
import type { WithheldShares } from '../protect/suppress-counted.ts';
import { completeWithholding } from '../protect/suppress-partition.ts';
import { isSmall } from '../protect/suppress-rule.ts';
import type { CodeId, QuestionId } from '../study/ids.ts';
import type { StudyLookup } from '../study/lookup.ts';
import type { Polarity } from '../study/model.ts';
import { type Groups, type QuestionCounts, shownCodes } from './count-shares.ts';
import { type CodingLayer, together } from './layer.ts';
import type { Breakdown, CodePrevalence, ThemePrevalence } from './model.ts';

/** The counts of a question with what is withheld of them. */
export interface ReleasableCounts {
  counts: QuestionCounts;
  withheld: WithheldShares;
}

export type CountsByQuestion = ReadonlyMap<QuestionId, ReleasableCounts>;

export interface ShareOptions {
  level: number;
  threshold: number;
}

/** The share of those with an interpretable answer who gave one of the codes. */
export function shareOf(
  { counts, withheld }: ReleasableCounts,
  codes: readonly CodeId[],
  { level }: ShareOptions,
): Share {
  const key = counts.keyOf(codes);
  const count = counts.shares.sets.get(key)?.count ?? 0;
  const nobody = 'nobody gave an interpretable answer to this question';
  return releasedShare({ count, of: counts.shares.of }, withheld.sets.has(key), { level, nobody });
}

/** The same by groups of participants. */
export function breakdownsOf(
  { counts, withheld }: ReleasableCounts,
  codes: readonly CodeId[],
  groups: readonly Groups[],
  { level }: ShareOptions,
): Breakdown[] {
  const key = counts.keyOf(codes);
  const nobody = 'nobody in this group gave an interpretable answer to this question';
  return groups.map(({ attribute, values }) => {
    if (withheld.unlisted.has(attribute)) return { attribute, groups: [] };
    const hidden = withheld.groups.get(key)?.get(attribute);
    const having = counts.shares.sets.get(key)?.groups.get(attribute);
    const sizes = counts.shares.groups.get(attribute);
    return {
      attribute,
      groups: values.map((value, at) => {
        const counted = { count: having?.[at] ?? 0, of: sizes?.[at] ?? 0 };
        return { value, share: releasedShare(counted, hidden?.[at] === true, { level, nobody }) };
      }),
    };
  });
}

/** Every theme in every question in which it is counted. */
export function themePrevalence(
  lookup: StudyLookup,
  byQuestion: CountsByQuestion,
  groups: readonly Groups[],
  options: ShareOptions,
): ThemePrevalence[] {
  return lookup.snapshot.themes.flatMap((theme) =>
    lookup.snapshot.study.questions.flatMap(({ id }) => {
      const releasable = byQuestion.get(id);
      if (!releasable || !theme.questions.includes(id)) return [];
      return {
        theme: theme.id,
        question: id,
        share: shareOf(releasable, theme.codes, options),
        breakdowns: breakdownsOf(releasable, theme.codes, groups, options),
      };
    }),
  );
}

/** Every code in every question, with the polarity that participants gave it. */
export function codePrevalence(
  lookup: StudyLookup,
  layer: CodingLayer,
  byQuestion: CountsByQuestion,
  options: ShareOptions,
): CodePrevalence[] {
  const codes = shownCodes(lookup, layer);
  return lookup.snapshot.study.questions.flatMap(({ id }) => {
    const releasable = byQuestion.get(id);
    if (!releasable) return [];
    return codes.map((code) => {
      const share = shareOf(releasable, [code], options);
      return { code, question: id, share, polarity: polarityOf(layer, id, code, share, options) };
    });
  });
}

const parts = ['positive', 'negative', 'mixed'] as const;

function polarityOf(
  layer: CodingLayer,
  question: QuestionId,
  code: CodeId,
  share: Share,
  { level, threshold }: ShareOptions,
): CodePrevalence['polarity'] {
  const byPerson = new Map<number, Polarity | null>();
  for (const { person, polarity } of layer.given.get(question)?.get(code) ?? []) {
    byPerson.set(person, together(byPerson.get(person) ?? null, polarity));
  }
  const of = byPerson.size;
  const judged = [...byPerson.values()];
  const counts = parts.map((part) => judged.filter((one) => one === part).length);
  const hidden = withheldPolarities(counts, of, threshold);
  const released = (at: number) =>
    releasedShare({ count: counts[at] ?? 0, of }, share.state === 'withheld' || hidden[at] === true, {
      level,
      nobody: 'nobody gave this code',
    });
  return { positive: released(0), negative: released(1), mixed: released(2) };
}

/** Those without a judgement are a part too; it is never printed, and so is as good as withheld. */
function withheldPolarities(counts: readonly number[], of: number, threshold: number): boolean[] {
  const unjudged = of - counts.reduce((sum, count) => sum + count, 0);
  const all = [...counts, unjudged];
  if (!all.some((count) => isSmall(count, threshold))) return all.map(() => false);
  const start = all.map((count, at) => at === counts.length || isSmall(count, threshold));
  const { withheld, total } = completeWithholding([{ parts: all }], start, all, threshold);
  // With zeros withheld too, a single person each cannot be told from none.
  return total ? all.map(() => true) : withheld;
}
