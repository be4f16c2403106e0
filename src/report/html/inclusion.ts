/** Who is in the study: the drawn flow and the answers by question. */

import type { Count } from '../../protect/released.ts';
import { inclusionFlowFigure } from '../figures/inclusion-flow.ts';
import { countText } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import type { ReportContext } from './context.ts';
import {
  chapter,
  countLink,
  figure,
  foreign,
  headCells,
  notShown,
  paragraph,
  row,
  rowHead,
  table,
} from './parts.ts';

export function inclusionChapter(context: ReportContext): Markup {
  const { m, analysis, snapshot } = context;
  const cell = (count: Count): Markup =>
    element(
      'td',
      { class: 'v' },
      count.state === 'shown' ? countText(count, context.language) : notShown(context, count),
    );
  return chapter(
    context,
    'inclusion',
    paragraph(m.inclusion.text),
    analysis.options.threshold > 1
      ? element('p', { class: 'aside' }, m.withheldNote(analysis.options.threshold))
      : null,
    figure(context, (options) => inclusionFlowFigure(snapshot, analysis, options), `${m.figures.flowTitle}.`),
    table(context, {
      caption: m.inclusion.caption,
      head: headCells(
        m.columns.question,
        m.columns.answered,
        m.columns.nonSubstantive,
        m.columns.undecided,
        m.columns.interpretable,
      ),
      body: analysis.flow.questions.map(({ question, answered, nonSubstantive, undecided, interpretable }) =>
        row(
          rowHead(foreign(context.names.question(question))),
          cell(answered),
          cell(nonSubstantive),
          cell(undecided),
          element('td', { class: 'v' }, countLink(context, interpretable, { kind: 'answers', question })),
        ),
      ),
    }),
  );
}
