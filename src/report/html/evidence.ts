/**
 * The answers behind each number, as a drawer that its address opens: shown while it is the page's target, by style
 * alone. A number of one group of participants is an anchor before the section of all, which it opens with the
 * others hidden, so that no answer stands once more for each of its groups. In print all of it is left out.
 */
import { evidenceFinder } from '../evidence.ts';
import { element, type Markup } from '../markup.ts';
import type { Evidence, EvidenceItem } from '../model.ts';
import { type EvidenceGroup, type EvidenceRef, refKey } from '../trace.ts';
import { evidenceId, type ReportContext } from './context.ts';
import { answersByQuestion } from './evidence-answers.ts';

export interface EvidencePages {
  sections: Markup;
  /** Rules that hide what is not of a group, one set for each group of participants that was cited. */
  style: string;
}

/** A number of one group, with what stands behind it. */
interface CitedGroup {
  key: string;
  className: string;
  words: string;
  items: readonly EvidenceItem[];
}

interface Drawer {
  ref: EvidenceRef;
  groups: CitedGroup[];
}

/** One drawer for each number that the chapters cited; call it after them. */
export function evidencePages(context: ReportContext): EvidencePages {
  const find = evidenceFinder(context.snapshot, context.analysis, 'readers');
  const classNames = new Map<string, string>();
  const drawers = new Map<string, Drawer>();
  for (const [key, ref] of context.cited) {
    const { whole, group } = apart(ref);
    const wholeKey = refKey(whole);
    const drawer = drawers.get(wholeKey) ?? { ref: whole, groups: [] };
    drawers.set(wholeKey, drawer);
    if (group === undefined) continue;
    const name = JSON.stringify([group.attribute, group.value]);
    const className = classNames.get(name) ?? `g${classNames.size + 1}`;
    classNames.set(name, className);
    drawer.groups.push({ key, className, words: groupWords(context, group), items: itemsOf(find(ref)) });
  }
  return {
    sections: [...drawers].map(([key, { ref, groups }]) => drawerOf(context, key, ref, groups, find(ref))),
    style: [...classNames.values()].map(groupStyle).join('\n'),
  };
}

/** The number of all participants, and the group of which a number is. */
function apart(ref: EvidenceRef): { whole: EvidenceRef; group: EvidenceGroup | undefined } {
  if (ref.kind !== 'theme' && ref.kind !== 'priority') return { whole: ref, group: undefined };
  const { group, ...whole } = ref;
  return { whole, group };
}

const itemsOf = (evidence: Evidence): EvidenceItem[] => (evidence.state === 'shown' ? evidence.items : []);

function groupWords({ m, names }: ReportContext, { attribute, value }: EvidenceGroup): string {
  return value === '' ? m.unknownGroup : names.value(attribute, value);
}

function groupStyle(name: string): string {
  return (
    `.${name}:target~.evidence li:not(.${name}){display:none}` +
    `.${name}:target~.evidence .of.${name}{display:revert}`
  );
}

function drawerOf(
  context: ReportContext,
  key: string,
  ref: EvidenceRef,
  groups: readonly CitedGroup[],
  evidence: Evidence,
): Markup {
  const { m } = context;
  const id = evidenceId(key);
  const items = itemsOf(evidence);
  const section = element(
    'section',
    { id, class: 'evidence', 'aria-labelledby': `${id}-heading` },
    element(
      'div',
      { class: 'bar' },
      element(
        'h3',
        { id: `${id}-heading` },
        headingOf(context, ref),
        groups.map(({ className, words }) => element('span', { class: `of ${className}` }, ` · ${words}`)),
      ),
      element('a', { href: '#reading' }, m.evidence.close),
    ),
    element(
      'p',
      { class: 'aside all' },
      evidence.state === 'withheld' ? m.evidence.withheld : counted(context, items),
    ),
    groups.map((group) =>
      element('p', { class: `aside of ${group.className}` }, counted(context, group.items)),
    ),
    answersByQuestion(context, items, groups),
  );
  if (groups.length === 0) return section;
  return element(
    'div',
    {},
    groups.map((group) => element('span', { id: evidenceId(group.key), class: `group ${group.className}` })),
    section,
  );
}

/** How many answers are quoted, and how many are counted without being quoted. */
function counted({ m }: ReportContext, items: readonly EvidenceItem[]): string {
  const quotable = items.filter(({ text }) => text !== null).length;
  const others = items.length - quotable;
  return others === 0
    ? m.evidence.quotable(quotable)
    : `${m.evidence.quotable(quotable)} ${m.evidence.countedOnly}`;
}

function headingOf({ names, m }: ReportContext, ref: EvidenceRef): string {
  const { evidence } = m;
  switch (ref.kind) {
    case 'answers':
      return evidence.answers(names.question(ref.question));
    case 'theme':
      return evidence.theme(names.theme(ref.theme), names.question(ref.question));
    case 'code':
      return evidence.code(names.code(ref.code), names.question(ref.question));
    case 'pair':
      return evidence.pair(names.theme(ref.left.theme), names.theme(ref.right.theme));
    case 'priority':
      return evidence.priority(names.priority(ref.priority));
    case 'goes-with':
      return evidence.goesWith(names.priority(ref.priority), names.theme(ref.theme));
    case 'claim':
      return `${evidence.claim} · ${names.theme(ref.theme)}`;
  }
}
