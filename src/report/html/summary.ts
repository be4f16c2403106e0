/** The first page: who answered, what came up, what should come first; each number leads to its answers. */

import type { Statistic } from '../../protect/released.ts';
import type { Question } from '../../study/model.ts';
import { intervalMethod, statisticText } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import { survivingPairs } from '../surviving-pairs.ts';
import { pairSentence } from './alignment.ts';
import type { ReportContext } from './context.ts';
import { chapter, countLink, exploratoryTag, foreign, notShown, paragraph, shareInWords } from './parts.ts';

const mostThemes = 3;
const mostPriorities = 5;
const mostPairs = 2;

export function summaryChapter(context: ReportContext): Markup {
  return chapter(
    context,
    'summary',
    element('div', { class: 'lead' }, whoAnswered(context)),
    context.snapshot.study.questions
      .filter(({ concept }) => concept !== 'priority')
      .map((question) => themesOf(context, question)),
    priorities(context),
    alignment(context),
    agreement(context),
    reading(context),
  );
}

function whoAnswered(context: ReportContext): Markup {
  const { flow } = context.analysis;
  const { summary } = context.m;
  const counts = flow.questions.map(({ question, interpretable }, at) => [
    at === 0 ? '' : ' · ',
    foreign(context.names.question(question)),
    ' ',
    countLink(context, interpretable, { kind: 'answers', question }),
  ]);
  return [paragraph(participation(context), ' ', summary.interpretable(counts))];
}

function participation(context: ReportContext): Markup {
  const { invited, responded, included } = context.analysis.flow;
  const { summary } = context.m;
  const all = [...(invited === null ? [] : [invited]), responded, included];
  // "Withheld people responded" is no sentence, so a withheld count makes it a list.
  if (all.some(({ state }) => state !== 'shown')) {
    return summary.participationList(
      invited && countLink(context, invited, null),
      countLink(context, responded, null),
      countLink(context, included, null),
    );
  }
  return summary.responded(
    countLink(context, responded, null),
    invited && countLink(context, invited, null),
    countLink(context, included, null),
  );
}

function themesOf(context: ReportContext, question: Question): Markup {
  const themes = context.analysis.synthesis.prevalence
    .filter((entry) => entry.question === question.id && entry.share.state === 'shown')
    .toSorted((a, b) => estimate(b) - estimate(a))
    .slice(0, mostThemes);
  if (themes.length === 0) return null;
  return [
    element('h3', {}, foreign(context.names.question(question.id)), conceptBeside(context, question)),
    element(
      'ul',
      { class: 'claims' },
      themes.map(({ theme, share }) =>
        element(
          'li',
          {},
          element('strong', {}, foreign(context.names.theme(theme))),
          ': ',
          shareInWords(context, share, { kind: 'theme', theme, question: question.id }),
        ),
      ),
    ),
  ];
}

/** What the question asks for, unless its name says so already. */
function conceptBeside({ m, names }: ReportContext, { id, concept }: Question): Markup {
  const word = m.concepts[concept];
  return names.question(id).startsWith(word) ? null : [' ', element('small', {}, word)];
}

const estimate = ({ share }: ReportContext['analysis']['synthesis']['prevalence'][number]): number =>
  share.state === 'shown' ? share.estimate : -1;

function priorities(context: ReportContext): Markup {
  const { m } = context;
  const all = context.analysis.priorities;
  const first = all
    .filter(({ support }) => support.state === 'shown')
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
    .slice(0, mostPriorities);
  if (first.length === 0) return null;
  const rest = all.length - first.length;
  return [
    element('h3', {}, m.summary.prioritiesHead),
    element(
      'ol',
      { class: 'claims' },
      first.map(({ priority, rank, support }) =>
        element(
          'li',
          { value: rank ?? undefined },
          m.summary.priority(
            element('strong', {}, foreign(context.names.priority(priority))),
            shareInWords(context, support, { kind: 'priority', priority }),
          ),
        ),
      ),
    ),
    rest > 0 ? element('p', { class: 'aside' }, m.summary.otherPriorities(rest)) : null,
  ];
}

function alignment(context: ReportContext): Markup {
  const pairs = survivingPairs(context.analysis);
  if (!context.analysis.alignment.questions.some((entry) => entry.pairs.length > 0)) return null;
  const { m } = context;
  return [
    element('h3', {}, m.sections.alignment, ' ', exploratoryTag(context)),
    pairs.length === 0
      ? paragraph(m.summary.noSurvivors)
      : element(
          'ul',
          { class: 'claims' },
          pairs.slice(0, mostPairs).map((pair) => element('li', {}, pairSentence(context, pair))),
        ),
  ];
}

function agreement(context: ReportContext): Markup {
  const { agreement: measured } = context.analysis;
  const { m } = context;
  const overall =
    measured.state === 'measured' && measured.questions.find(({ question }) => question === null);
  return [
    element('h3', {}, m.summary.agreementHead),
    paragraph(
      measured.state === 'measured' && overall
        ? m.summary.agreement(
            measured.coders.length,
            element('b', { class: 'n' }, statisticWords(context, overall.alphaJaccard)),
            countLink(context, overall.units, null),
          )
        : measured.state === 'not measured'
          ? m.agreement.notMeasured[measured.reason]
          : null,
    ),
  ];
}

function statisticWords(context: ReportContext, statistic: Statistic): Markup {
  return statistic.state === 'shown'
    ? statisticText(statistic, context.language)
    : notShown(context, statistic);
}

function reading(context: ReportContext): Markup {
  const { m, analysis } = context;
  const method = intervalMethod(analysis);
  if (method === null) return paragraph(m.summary.nothingCoded);
  const empty = analysis.synthesis.prevalence.length === 0 ? paragraph(m.summary.noThemes) : null;
  return [empty, element('p', { class: 'aside' }, m.summary.reading(analysis.options.level, method))];
}
