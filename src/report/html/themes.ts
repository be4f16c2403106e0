/** What comes up, how often, in whose words, and what speaks against it. */
import type { Theme } from '../../study/model.ts';
import type { Quote, ReleasedClaim, ThemePrevalence } from '../../synthesise/model.ts';
import { prevalenceFigure, prevalencePages } from '../figures/prevalence.ts';
import { element, type Markup } from '../markup.ts';
import type { EvidenceRef } from '../trace.ts';
import { breakdownTables } from './breakdowns.ts';
import type { ReportContext } from './context.ts';
import {
  chapter,
  countLink,
  figure,
  figureAsTable,
  foreign,
  headCells,
  localised,
  notShown,
  paragraph,
  row,
  rowHead,
  shareCells,
  shareInWords,
} from './parts.ts';
import { quoteBlock } from './quotes.ts';

export function themesChapter(context: ReportContext): Markup {
  const { m, analysis, snapshot } = context;
  if (snapshot.themes.length === 0) return chapter(context, 'themes', paragraph(m.themes.none));
  return chapter(
    context,
    'themes',
    prevalencePages(snapshot, analysis).map((page) =>
      figure(context, (options) => prevalenceFigure(snapshot, analysis, options, page), m.themes.figure),
    ),
    prevalenceTable(context),
    snapshot.themes.map((theme) => themeAccount(context, theme)),
    snapshot.study.questions.map((question) =>
      breakdownTables(
        context,
        context.names.question(question.id),
        m.columns.theme,
        analysis.synthesis.prevalence
          .filter((entry) => entry.question === question.id)
          .map(({ theme, breakdowns }) => ({
            name: context.names.theme(theme),
            breakdowns,
            ref: (group) => ({ kind: 'theme', theme, question: question.id, group }),
          })),
      ),
    ),
  );
}

function prevalenceTable(context: ReportContext): Markup {
  const { m, analysis } = context;
  return figureAsTable(context, {
    caption: m.themes.table,
    head: headCells(
      m.columns.theme,
      m.columns.question,
      m.columns.count,
      m.columns.share,
      m.columns.interval(analysis.options.level),
    ),
    body: analysis.synthesis.prevalence.map(({ theme, question, share }) =>
      row(
        rowHead(foreign(context.names.theme(theme))),
        element('td', {}, foreign(context.names.question(question))),
        shareCells(context, share, { kind: 'theme', theme, question }),
      ),
    ),
  });
}

function themeAccount(context: ReportContext, theme: Theme): Markup {
  const { m, analysis } = context;
  const account = analysis.synthesis.accounts.find((entry) => entry.theme === theme.id);
  const counted = analysis.synthesis.prevalence.filter((entry) => entry.theme === theme.id);
  return element(
    'article',
    { class: 'theme', id: `theme-${theme.id}` },
    element('h3', {}, localised(context, theme.label)),
    theme.description ? paragraph(localised(context, theme.description)) : null,
    element(
      'p',
      { class: 'aside' },
      counted.map((entry) => [countedIn(context, entry), element('br')]),
      `${m.themes.codes}: `,
      theme.codes.map((code, at) => [at === 0 ? '' : ', ', foreign(context.names.code(code))]),
    ),
    claims(context, theme, 'narrative', m.themes.claims, account?.narrative ?? []),
    claims(context, theme, 'negativeCases', m.themes.negativeCases, account?.negativeCases ?? []),
    quotes(context, account?.quotes ?? []),
  );
}

function countedIn(context: ReportContext, { theme, question, share }: ThemePrevalence): Markup {
  return [
    foreign(context.names.question(question)),
    ': ',
    shareInWords(context, share, { kind: 'theme', theme, question }),
  ];
}

function claims(
  context: ReportContext,
  theme: Theme,
  list: 'narrative' | 'negativeCases',
  heading: string,
  released: readonly ReleasedClaim[],
): Markup {
  if (released.length === 0) return null;
  return [
    element('h4', {}, heading),
    released.map((claim, index) => {
      const ref: EvidenceRef = { kind: 'claim', theme: theme.id, list, index };
      return element(
        'div',
        { class: 'claim' },
        paragraph(
          localised(context, claim.text),
          ' ',
          element(
            'span',
            { class: claim.codings.state === 'shown' ? 'soft' : 'soft screen' },
            '(',
            claimLink(context, claim, ref),
            ')',
          ),
        ),
        claim.quotes.map((quote) => quoteBlock(context, quote)),
      );
    }),
  ];
}

/** The number of codings that carry a claim, or where it is withheld a word, as a link to the answers quoted. */
function claimLink(
  context: ReportContext,
  { codings, quotes: own }: ReleasedClaim,
  ref: EvidenceRef,
): Markup {
  const { themes } = context.m;
  if (codings.state === 'shown')
    return themes.codings(countLink(context, codings, own.length > 0 ? ref : null));
  if (own.length === 0) return notShown(context, codings);
  return element('a', { class: 'n', href: context.cite(ref) }, themes.fullAnswers);
}

function quotes(context: ReportContext, all: readonly Quote[]): Markup {
  if (all.length === 0) return null;
  return [element('h4', {}, context.m.themes.quotes), all.map((quote) => quoteBlock(context, quote))];
}
