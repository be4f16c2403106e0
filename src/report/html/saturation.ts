/** Whether more participants would bring more codes. */
import type { Saturation } from '../../synthesise/model.ts';
import { saturationFigure } from '../figures/saturation.ts';
import { decimal } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import type { ReportContext } from './context.ts';
import { chapter, figure, foreign, headCells, paragraph, row, rowHead, table } from './parts.ts';

type Shown = Extract<Saturation, { state: 'shown' }>;

export function saturationChapter(context: ReportContext): Markup {
  const { m, analysis, snapshot } = context;
  const all = analysis.synthesis.saturation;
  const shown = all.filter((entry): entry is Shown => entry.state === 'shown');
  return chapter(
    context,
    'saturation',
    all.length === 0 ? paragraph(m.saturation.none) : null,
    figure(context, (options) => saturationFigure(snapshot, analysis, options), m.saturation.figure),
    shown.length === 0 ? null : saturationTable(context, shown),
    all.map((entry) => {
      if (entry.state === 'shown') return null;
      const name = nameOf(context, entry);
      return paragraph(
        entry.state === 'withheld' ? m.saturation.withheld(name) : m.saturation.undefined(name),
      );
    }),
  );
}

const nameOf = ({ m, names }: ReportContext, { question }: Saturation): string =>
  question === null ? m.figures.allQuestions : names.question(question);

function saturationTable(context: ReportContext, shown: readonly Shown[]): Markup {
  const { columns } = context.m;
  return table(context, {
    caption: [
      context.m.saturation.table,
      ' ',
      context.m.saturation.guest(shown[0]?.base ?? 0, shown[0]?.run ?? 0),
    ],
    head: headCells(
      columns.question,
      columns.participants,
      columns.found,
      columns.estimated,
      columns.reached,
    ),
    body: shown.map((entry) =>
      row(
        rowHead(foreign(nameOf(context, entry))),
        element('td', { class: 'v' }, String(entry.participants)),
        element('td', { class: 'v' }, String(entry.observed)),
        element(
          'td',
          { class: 'v' },
          entry.chao2 === null
            ? '–'
            : `${decimal(entry.chao2.estimate, 1)} (${decimal(entry.chao2.standardError, 1)})`,
        ),
        element(
          'td',
          { class: 'v' },
          entry.reached.map((reached) => reachedWords(context, reached)).join(' / '),
        ),
      ),
    ),
  });
}

function reachedWords({ m }: ReportContext, { median, lower, upper }: Shown['reached'][number]): string {
  if (median === null) return m.saturation.notReached;
  const band = lower === null || upper === null ? '' : ` (${lower}–${upper})`;
  return `${median}${band}`;
}
