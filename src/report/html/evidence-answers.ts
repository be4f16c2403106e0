/** Answers as a reader sees them behind a number: the words, with what was coded marked, and the codes. */
import { group as groupBy } from 'd3-array';
import { codePointLength, sliceCodePoints } from '../../text/code-points.ts';
import { element, type Markup } from '../markup.ts';
import type { EvidenceItem } from '../model.ts';
import type { ReportContext } from './context.ts';

const signs = { positive: '+', negative: '−', mixed: '±', neutral: '=' } as const;

interface Membership {
  className: string;
  items: readonly EvidenceItem[];
}

/** Answers under their questions; each carries the classes of the groups to which its writer belongs. */
export function answersByQuestion(
  context: ReportContext,
  items: readonly EvidenceItem[],
  groups: readonly Membership[],
): Markup {
  const classes = classesOf(items, groups);
  const quotable = items.filter(({ text }) => text !== null);
  const order = context.snapshot.study.questions.map(({ id }) => id);
  const byQuestion = [...groupBy(quotable, ({ question }) => question)].toSorted(
    ([a], [b]) => order.indexOf(a) - order.indexOf(b),
  );
  return byQuestion.map(([question, answers]) => [
    byQuestion.length > 1 ? element('h4', {}, context.names.question(question)) : null,
    element(
      'ol',
      {},
      answers.map((item) => answerItem(context, item, classes.get(item) ?? [])),
    ),
  ]);
}

/**
 * Readers are not told whose answer it is, so an answer of a group is found among all by what is shown of it. Two
 * answers that look alike are told apart by nobody.
 */
function classesOf(
  items: readonly EvidenceItem[],
  groups: readonly Membership[],
): ReadonlyMap<EvidenceItem, string[]> {
  const alike = groupBy(items, lookOf);
  const classes = new Map<EvidenceItem, string[]>(items.map((item) => [item, []]));
  for (const { className, items: own } of groups) {
    const seen = new Map<string, number>();
    for (const item of own) {
      const look = lookOf(item);
      const at = seen.get(look) ?? 0;
      seen.set(look, at + 1);
      const found = alike.get(look)?.[at];
      if (found) classes.get(found)?.push(className);
    }
  }
  return classes;
}

const lookOf = (item: EvidenceItem): string => JSON.stringify(item);

function answerItem(context: ReportContext, item: EvidenceItem, classes: readonly string[]): Markup {
  const codes = codesOf(context, item);
  return element(
    'li',
    { class: classes.length > 0 ? classes.join(' ') : undefined },
    element('p', { lang: item.language === context.language ? undefined : item.language }, markedText(item)),
    codes === '' ? null : element('small', {}, codes),
  );
}

function codesOf({ names }: ReportContext, { codings }: EvidenceItem): string {
  const all = codings.flatMap(({ code, polarity }) =>
    code === null ? [] : [`${names.code(code)}${polarity === null ? '' : ` ${signs[polarity]}`}`],
  );
  return [...new Set(all)].join(' · ');
}

/** The answer with its coded words marked; spans that overlap or touch are marked as one. */
function markedText({ text, codings }: EvidenceItem): Markup {
  if (text === null) return null;
  const spans = codings.flatMap(({ span }) => (span === null ? [] : [span]));
  const parts: Markup[] = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    if (from > at) parts.push(sliceCodePoints(text, at, from));
    parts.push(element('mark', {}, sliceCodePoints(text, from, end)));
    at = end;
  }
  parts.push(sliceCodePoints(text, at, codePointLength(text)));
  return parts;
}
