/** Whether the codes can be trusted: agreement on whole sets of codes, code by code, and pair by pair. */
import { group as groupBy } from 'd3-array';
import type { Agreement, CodeAgreement } from '../../agree/model.ts';
import type { Count } from '../../protect/released.ts';
import { agreementFigures, drawnCodes } from '../figures/agreement.ts';
import { countText } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import type { ReportContext } from './context.ts';
import {
  chapter,
  figure,
  figureAsTable,
  foreign,
  headCells,
  notShown,
  paragraph,
  row,
  rowHead,
  statisticCell,
  table,
} from './parts.ts';

type Measured = Extract<Agreement, { state: 'measured' }>;

export function agreementChapter(context: ReportContext): Markup {
  const { m, analysis, snapshot, names } = context;
  const { agreement } = analysis;
  if (agreement.state === 'not measured')
    return chapter(context, 'agreement', paragraph(m.agreement.notMeasured[agreement.reason]));
  const figures = agreementFigures(snapshot, agreement);
  return chapter(
    context,
    'agreement',
    paragraph(
      m.agreement.text(
        agreement.coders.map(names.coder).join(', '),
        countText(agreement.participants, context.language),
      ),
      ' ',
      m.agreement.prevalenceNote,
    ),
    overallTable(context, agreement),
    figures.map((draw, at) => figure(context, draw, m.agreement.figure(at + 1, figures.length))),
    notDrawn(context, agreement),
    codeTable(context, agreement),
    pairTable(context, agreement),
  );
}

function overallTable(context: ReportContext, { questions }: Measured): Markup {
  const { columns, agreement, figures } = context.m;
  return table(context, {
    caption: agreement.overall,
    head: headCells(columns.question, columns.units, columns.jaccard, columns.masi),
    body: questions.map(({ question, units, alphaJaccard, alphaMasi }) =>
      row(
        rowHead(question === null ? figures.allQuestions : foreign(context.names.question(question))),
        countCell(context, units),
        statisticCell(context, alphaJaccard),
        statisticCell(context, alphaMasi),
      ),
    ),
  });
}

/** A row a pair of coders, a column a question. */
function pairTable(context: ReportContext, { pairs, questions }: Measured): Markup {
  const { columns, agreement, figures } = context.m;
  const overall = pairs.filter(({ code }) => code === null);
  if (overall.length === 0) return null;
  const byPair = groupBy(overall, ({ coders }) => coders.map(context.names.coder).join(' – '));
  return table(context, {
    caption: agreement.pairs,
    head: headCells(
      columns.coders,
      ...questions.map(({ question }) =>
        question === null ? figures.allQuestions : foreign(context.names.question(question)),
      ),
    ),
    body: [...byPair].map(([coders, own]) =>
      row(
        rowHead(foreign(coders)),
        questions.map(({ question }) => {
          const found = own.find((entry) => entry.question === question);
          return found ? statisticCell(context, found.kappa) : element('td', {});
        }),
      ),
    ),
  });
}

function notDrawn({ m }: ReportContext, { codes }: Measured): Markup {
  const overall = codes.filter(({ question }) => question === null);
  const withheld = overall.filter(({ alpha }) => alpha.state === 'withheld').length;
  const undetermined = overall.filter(({ alpha }) => alpha.state === 'undefined').length;
  if (withheld + undetermined === 0) return null;
  return element('p', { class: 'aside' }, m.agreement.notDrawn(withheld, undetermined));
}

function codeTable(context: ReportContext, measured: Measured): Markup {
  const { columns, agreement } = context.m;
  const overall = drawnCodes(measured);
  if (overall.length === 0) return null;
  return figureAsTable(context, {
    caption: agreement.codes,
    head: headCells(columns.code, columns.alpha, columns.ac1, columns.percent, columns.used),
    body: overall.map((entry) => codeRow(context, entry)),
  });
}

function codeRow(context: ReportContext, { code, alpha, ac1, percent, used }: CodeAgreement): Markup {
  return row(
    rowHead(foreign(context.names.code(code))),
    [alpha, ac1, percent, used].map((statistic) => statisticCell(context, statistic)),
  );
}

function countCell(context: ReportContext, count: Count): Markup {
  return element(
    'td',
    { class: 'v' },
    count.state === 'shown' ? countText(count, context.language) : notShown(context, count),
  );
}
