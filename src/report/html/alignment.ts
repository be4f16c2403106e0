/** Which themes go together across questions: exploratory, and labelled so wherever a number of it stands. */
import type { QuestionAlignment } from '../../align/model.ts';
import type { Language } from '../../study/localised.ts';
import { alignmentHeatMap } from '../figures/alignment-heat-map.ts';
import { alluvialFigure } from '../figures/alluvial.ts';
import { decimal, insideBrackets, percent, percentRange, probability, qWords, range } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import { byStrength, largestQ, type ShownPair, survivingPairs } from '../surviving-pairs.ts';
import type { EvidenceRef } from '../trace.ts';
import type { ReportContext } from './context.ts';
import {
  chapter,
  exploratoryTag,
  figure,
  foreign,
  headCells,
  paragraph,
  row,
  rowHead,
  table,
} from './parts.ts';

const mostRows = 12;

export function alignmentChapter(context: ReportContext): Markup {
  const { m, analysis, snapshot } = context;
  const questions = analysis.alignment.questions.filter(({ pairs }) => pairs.length > 0);
  if (questions.length === 0) return chapter(context, 'alignment', paragraph(m.alignment.few));
  const survivors = survivingPairs(analysis);
  return chapter(
    context,
    'alignment',
    paragraph(exploratoryTag(context), ' ', m.alignment.text),
    survivors.length === 0 ? paragraph(m.summary.noSurvivors) : null,
    figure(
      context,
      (options) => alluvialFigure(snapshot, analysis, options),
      [exploratoryTag(context), ' ', m.alignment.alluvial(String(largestQ))],
      { narrow: false },
    ),
    questions.map((entry) => questionPair(context, entry)),
  );
}

function questionPair(context: ReportContext, entry: QuestionAlignment): Markup {
  const { m, snapshot } = context;
  const left = context.names.question(entry.left);
  const right = context.names.question(entry.right);
  const shown = entry.pairs.filter((pair) => pair.state === 'shown').toSorted(byStrength);
  return [
    element('h3', {}, foreign(left), ' × ', foreign(right)),
    figure(
      context,
      (options) => alignmentHeatMap(snapshot, entry, options),
      [exploratoryTag(context), ' ', m.alignment.heat(left, right)],
      { narrow: false },
    ),
    shown.length === 0 ? paragraph(m.alignment.allWithheld) : pairTable(context, left, right, shown),
  ];
}

function pairTable(context: ReportContext, left: string, right: string, pairs: readonly ShownPair[]): Markup {
  const { columns, alignment } = context.m;
  const rest = pairs.length - mostRows;
  return [
    table(context, {
      classes: 'pairs',
      caption: [exploratoryTag(context), ' ', alignment.table(left, right)],
      head: headCells(
        foreign(left),
        foreign(right),
        columns.both,
        columns.shareWith,
        columns.shareWithout,
        columns.lift,
        columns.odds,
        columns.q,
        columns.familyWise,
      ),
      body: pairs.slice(0, mostRows).map((pair) => pairRow(context, pair)),
    }),
    rest > 0 ? element('p', { class: 'aside' }, alignment.morePairs(rest)) : null,
  ];
}

function pairRow(context: ReportContext, pair: ShownPair): Markup {
  const { test } = pair;
  const value = (words: Markup): Markup => element('td', { class: 'v' }, words);
  return row(
    rowHead(foreign(context.names.theme(pair.left.theme))),
    element('td', {}, foreign(context.names.theme(pair.right.theme))),
    value(bothLink(context, pair, String(pair.table.both))),
    value(shareOf(test.shareWith)),
    value(shareOf(test.shareWithout)),
    value(test.lift === null ? '–' : decimal(test.lift)),
    value(oddsOf(test.oddsRatio, context.language)),
    value(probability(test.q)),
    value(probability(test.maxT)),
  );
}

type WithInterval = ShownPair['test']['shareWith'];

function shareOf(share: WithInterval): string {
  if (share === null) return '–';
  return share.interval === null
    ? percent(share.estimate)
    : `${percent(share.estimate)} (${percentRange(share.interval)})`;
}

function oddsOf(odds: WithInterval, language: Language): string {
  if (odds === null) return '–';
  return odds.interval === null
    ? decimal(odds.estimate, 1)
    : `${decimal(odds.estimate, 1)} (${range(odds.interval, language, 1)})`;
}

function bothLink(context: ReportContext, { left, right, table: cells }: ShownPair, words: string): Markup {
  const ref: EvidenceRef = { kind: 'pair', left, right };
  if (cells.both === 0) return words;
  return element('a', { class: 'n', href: context.cite(ref) }, words);
}

/** "Of 41 participants with A, 27 (66%, 51–78) also gave B; of 118 without it, 33%." */
export function pairSentence(context: ReportContext, pair: ShownPair): Markup {
  const { both, leftOnly, rightOnly, neither } = pair.table;
  const { m, names } = context;
  return m.alignment.pair({
    withLeft: both + leftOnly,
    left: element('strong', {}, foreign(names.theme(pair.left.theme))),
    both: bothLink(context, pair, m.alignment.people(both, insideBrackets(pair.test.shareWith))),
    right: element('strong', {}, foreign(names.theme(pair.right.theme))),
    without: rightOnly + neither,
    shareWithout: m.alignment.people(rightOnly, insideBrackets(pair.test.shareWithout)),
    q: qWords(pair.test.q),
  });
}
