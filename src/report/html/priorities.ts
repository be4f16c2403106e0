/** What should come first, on what ground: each priority with its support, what it goes with, and words. */
import type { GoesWith, PriorityEvidence } from '../../prioritise/model.ts';
import { prioritiesFigure } from '../figures/priorities.ts';
import { decimal, insideBrackets, qWords } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import { breakdownTables } from './breakdowns.ts';
import type { ReportContext } from './context.ts';
import {
  chapter,
  exploratoryTag,
  figure,
  figureAsTable,
  foreign,
  headCells,
  localised,
  paragraph,
  row,
  rowHead,
  shareCells,
  shareInWords,
} from './parts.ts';
import { quoteBlock } from './quotes.ts';

const mostCompanions = 3;

export function prioritiesChapter(context: ReportContext): Markup {
  const { m, analysis, snapshot } = context;
  if (analysis.priorities.length === 0) return chapter(context, 'priorities', paragraph(m.priorities.none));
  return chapter(
    context,
    'priorities',
    figure(context, (options) => prioritiesFigure(snapshot, analysis, options), m.priorities.figure),
    supportTable(context),
    analysis.priorities.map((entry) => priorityAccount(context, entry)),
    breakdownTables(
      context,
      m.sections.priorities,
      m.columns.priority,
      analysis.priorities.map(({ priority, breakdowns }) => ({
        name: context.names.priority(priority),
        breakdowns,
        ref: (group) => ({ kind: 'priority', priority, group }),
      })),
    ),
  );
}

function supportTable(context: ReportContext): Markup {
  const { columns, priorities } = context.m;
  return figureAsTable(context, {
    caption: priorities.figure,
    head: headCells(
      columns.rank,
      columns.priority,
      columns.count,
      columns.share,
      columns.interval(context.analysis.options.level),
    ),
    body: context.analysis.priorities.map(({ priority, rank, support }) =>
      row(
        element('td', { class: 'v' }, rank === null ? '–' : String(rank)),
        rowHead(foreign(context.names.priority(priority))),
        shareCells(context, support, { kind: 'priority', priority }),
      ),
    ),
  });
}

function priorityAccount(context: ReportContext, entry: PriorityEvidence): Markup {
  const { m, snapshot } = context;
  const priority = snapshot.priorities.find(({ id }) => id === entry.priority);
  if (priority === undefined) return null;
  return element(
    'article',
    { class: 'theme', id: `priority-${entry.priority}` },
    element(
      'h3',
      {},
      localised(context, priority.label),
      entry.rank === null ? null : [' ', element('small', {}, m.priorities.rank(entry.rank))],
    ),
    paragraph(
      localised(context, priority.statement),
      ' ',
      entry.support.state === 'shown'
        ? m.priorities.supports(
            shareInWords(context, entry.support, { kind: 'priority', priority: entry.priority }),
          )
        : m.priorities.withheld,
    ),
    companions(context, entry),
    entry.quotes.length === 0
      ? null
      : [element('h4', {}, m.themes.quotes), entry.quotes.map((quote) => quoteBlock(context, quote))],
  );
}

/** The strongest experiences and interpretations of those who ask for the priority. */
function companions(context: ReportContext, { priority, goesWith }: PriorityEvidence): Markup {
  const shown = goesWith
    .filter((entry): entry is Extract<GoesWith, { state: 'shown' }> => entry.state === 'shown')
    .filter(({ test }) => test.lift !== null && test.lift > 1)
    .slice(0, mostCompanions);
  if (shown.length === 0) return null;
  const { m, names } = context;
  return [
    element('h4', {}, m.priorities.goesWith, ' ', exploratoryTag(context)),
    element(
      'ul',
      { class: 'claims' },
      shown.map(({ question, theme, table: cells, test }) =>
        element(
          'li',
          {},
          foreign(names.theme(theme)),
          ` (`,
          foreign(names.question(question)),
          '): ',
          element(
            'a',
            { class: 'n', href: context.cite({ kind: 'goes-with', priority, question, theme }) },
            m.shareOf(cells.both, cells.both + cells.leftOnly, insideBrackets(test.shareWith)),
          ),
          `; ${m.columns.lift} ${test.lift === null ? '–' : decimal(test.lift)}, ${qWords(test.q)}`,
        ),
      ),
    ),
  ];
}
