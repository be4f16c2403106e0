/** The parts that chapters are made of: numbers that lead to their evidence, tables, figures, chapters. */
import type { Count, Share, Statistic } from '../../protect/released.ts';
import { inLanguage, type Localised } from '../../study/localised.ts';
import { type Figure, type FigureOptions, narrowBelow } from '../figures/figure.ts';
import { countText, insideBrackets, notShownWord, percent, percentRange, statisticText } from '../format.ts';
import { element, type Markup, type MarkupElement } from '../markup.ts';
import type { EvidenceRef } from '../trace.ts';
import type { ReportContext } from './context.ts';

/** Words that somebody else wrote: isolated, so that their direction cannot leak into the line. */
export function foreign(words: string): MarkupElement {
  return element('bdi', {}, words);
}

export function localised({ language }: ReportContext, words: Localised): MarkupElement {
  return element(
    'bdi',
    { lang: words[language] === undefined ? other(language) : undefined },
    inLanguage(words, language),
  );
}

const other = (language: 'ko' | 'en'): string => (language === 'ko' ? 'en' : 'ko');

/** `31 of 118 (26%, 19–35)` as a link to the answers behind it. */
export function shareInWords(context: ReportContext, share: Share, ref: EvidenceRef): Markup {
  if (share.state !== 'shown') return notShown(context, share);
  const words = context.m.shareOf(share.count, share.of, insideBrackets(share));
  return share.count === 0 ? words : element('a', { class: 'n', href: context.cite(ref) }, words);
}

export function countLink(context: ReportContext, count: Count, ref: EvidenceRef | null): Markup {
  if (count.state !== 'shown') return notShown(context, count);
  if (ref === null || count.value === 0) return element('b', {}, countText(count, context.language));
  return element('a', { class: 'n', href: context.cite(ref) }, countText(count, context.language));
}

/** The cells of a share in a table: count and denominator, per cent, interval. */
export function shareCells(context: ReportContext, share: Share, ref: EvidenceRef | null): MarkupElement[] {
  if (share.state !== 'shown') return [element('td', { class: 'v', colspan: 3 }, notShown(context, share))];
  const counts = `${share.count} / ${share.of}`;
  return [
    element(
      'td',
      { class: 'v' },
      ref === null || share.count === 0
        ? counts
        : element('a', { class: 'n', href: context.cite(ref) }, counts),
    ),
    element('td', { class: 'v' }, percent(share.estimate)),
    element('td', { class: 'v' }, percentRange(share.interval)),
  ];
}

export function statisticCell(context: ReportContext, statistic: Statistic): MarkupElement {
  const title = statistic.state === 'undefined' ? statistic.reason : undefined;
  return element(
    'td',
    { class: 'v', title },
    statistic.state === 'shown' ? statisticText(statistic, context.language) : notShown(context, statistic),
  );
}

export function notShown(
  context: ReportContext,
  number: { state: 'withheld' } | { state: 'undefined' },
): MarkupElement {
  return element('i', { class: number.state }, notShownWord(number, context.language));
}

export interface TableParts {
  caption: Markup;
  head: Markup;
  body: readonly Markup[];
  classes?: string;
}

/** A numbered table in a box that scrolls on its own, so that the page never does. */
export function table(context: ReportContext, parts: TableParts): MarkupElement {
  context.next.table += 1;
  const number = context.m.tableNumber(context.next.table);
  return tableBox(`table-${context.next.table}`, parts, [element('b', {}, number), ' ', parts.caption]);
}

/** The numbers of the last figure as a table, for who would rather read than look; left out in print. */
export function figureAsTable(context: ReportContext, parts: TableParts): MarkupElement {
  return element(
    'details',
    {},
    element('summary', {}, context.m.asTable),
    tableBox(`figure-${context.next.figure}-table`, parts, parts.caption),
  );
}

/** Rows that still stand together on a printed page. */
const mostWhole = 14;

function tableBox(id: string, { head, body, classes }: TableParts, caption: Markup): MarkupElement {
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region', 'aria-labelledby': id },
    element(
      'table',
      {
        class:
          [classes, body.length <= mostWhole ? 'whole' : undefined].filter(Boolean).join(' ') || undefined,
      },
      element('caption', { id }, element('span', {}, caption)),
      element('thead', {}, head),
      element('tbody', {}, body),
    ),
  );
}

export function row(...cells: Markup[]): MarkupElement {
  return element('tr', {}, cells);
}

export function headCells(...names: Markup[]): MarkupElement {
  return element(
    'tr',
    {},
    names.map((name) => element('th', { scope: 'col' }, name)),
  );
}

export function rowHead(...inside: Markup[]): MarkupElement {
  return element('th', { scope: 'row' }, inside);
}

/** Drawn once for a page and once for a phone; the style shows the one that fits. */
export function figure(
  context: ReportContext,
  draw: (options: FigureOptions) => Figure | null,
  caption: Markup,
  { narrow = true }: { narrow?: boolean } = {},
): MarkupElement | null {
  const id = `figure-${context.next.figure + 1}`;
  const link = (ref: EvidenceRef): string => context.cite(ref);
  const wide = draw({ language: context.language, width: pageWidth, id: `${id}-wide`, link });
  if (wide === null) return null;
  const small = narrow
    ? draw({ language: context.language, width: phoneWidth, id: `${id}-narrow`, link })
    : null;
  context.next.figure += 1;
  return element(
    'figure',
    { id, class: small ? 'two' : 'one' },
    element(
      'div',
      small
        ? { class: 'wide' }
        : { class: 'wide scroll', tabindex: 0, role: 'region', 'aria-label': wide.title },
      wide.svg,
    ),
    small && element('div', { class: 'narrow' }, small.svg),
    element('figcaption', {}, element('b', {}, context.m.figureNumber(context.next.figure)), ' ', caption),
  );
}

const pageWidth = 720;
const phoneWidth = Math.min(350, narrowBelow - 1);

export type ChapterId = keyof ReportContext['m']['sections'];

export function chapter(context: ReportContext, id: ChapterId, ...content: Markup[]): MarkupElement {
  return element(
    'section',
    { id, 'aria-labelledby': `${id}-heading` },
    element('h2', { id: `${id}-heading` }, context.m.sections[id]),
    content,
  );
}

export function paragraph(...content: Markup[]): MarkupElement {
  return element('p', {}, content);
}

export function exploratoryTag({ m }: ReportContext): MarkupElement {
  return element('span', { class: 'tag' }, m.exploratory);
}
