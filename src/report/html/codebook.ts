/** The codebook as it was used, with how often each code was given and how it was valued. */
import { group as groupBy } from 'd3-array';
import { inLanguage } from '../../study/localised.ts';
import type { Code } from '../../study/model.ts';
import type { CodePrevalence } from '../../synthesise/model.ts';
import { insideBrackets } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import type { ReportContext } from './context.ts';
import {
  chapter,
  countLink,
  foreign,
  headCells,
  localised,
  notShown,
  paragraph,
  rowHead,
  table,
} from './parts.ts';

export function codebookChapter(context: ReportContext): Markup {
  const { m, snapshot } = context;
  const { codes, version } = snapshot.codebook;
  const prior = codes.filter(({ origin }) => origin === 'prior').length;
  const counted = groupBy(context.analysis.synthesis.codes, ({ code }) => code);
  return chapter(
    context,
    'codebook',
    paragraph(m.codebook.text(version, codes.length, prior)),
    [...groupBy(codes, ({ domain }) => domain ?? '')].map(([domain, members]) =>
      table(context, {
        classes: 'codebook',
        caption: m.codebook.caption(domainName(context, domain)),
        head: headCells(m.columns.code, m.columns.definition, m.codebook.perQuestion, m.columns.polarity),
        body: members.map((code) => codeRow(context, code, (counted.get(code.id) ?? []).filter(isGiven))),
      }),
    ),
  );
}

/** Lines of zeros would hide the others: what is not listed was given by nobody. */
function isGiven({ share }: CodePrevalence): boolean {
  return share.state === 'withheld' || (share.state === 'shown' && share.count > 0);
}

function domainName({ m, snapshot, language }: ReportContext, id: string): string {
  const domain = snapshot.study.frame.domains.find((entry) => entry.id === id);
  if (domain) return inLanguage(domain.label, language);
  return id === '' ? m.codebook.otherDomain : id;
}

function codeRow(context: ReportContext, code: Code, counted: readonly CodePrevalence[]): Markup {
  const { codebook } = context.m;
  const shown = counted.filter(({ share }) => share.state === 'shown');
  const rules: Markup[] = [];
  if (code.include)
    rules.push(element('br'), element('b', {}, codebook.include), ' ', localised(context, code.include));
  if (code.exclude)
    rules.push(element('br'), element('b', {}, codebook.exclude), ' ', localised(context, code.exclude));
  return element(
    'tr',
    { id: `code-${code.id}` },
    rowHead(
      localised(context, code.label),
      element('br'),
      element(
        'small',
        {},
        foreign(code.id),
        ` · ${code.origin === 'prior' ? codebook.prior : codebook.emergent}`,
        code.retired ? ` · ${codebook.retired}` : '',
      ),
    ),
    element('td', {}, localised(context, code.definition), rules),
    element(
      'td',
      { class: 'v' },
      lines([...shown.map((entry) => prevalenceLine(context, entry)), withheldLine(context, counted)]),
    ),
    element('td', { class: 'v' }, lines(shown.map((entry) => polarityLine(context, entry)))),
  );
}

function lines(all: readonly Markup[]): Markup {
  return all.filter((line) => line !== null).map((line, at) => [at === 0 ? null : element('br'), line]);
}

function prevalenceLine(context: ReportContext, { code, question, share }: CodePrevalence): Markup {
  if (share.state !== 'shown') return null;
  const count = { state: 'shown' as const, value: share.count };
  return [
    foreign(context.names.question(question)),
    ' ',
    countLink(context, count, { kind: 'code', code, question }),
    ` / ${share.of} (${insideBrackets(share)})`,
  ];
}

/** The questions in which the count is withheld, in one line. */
function withheldLine(context: ReportContext, counted: readonly CodePrevalence[]): Markup {
  const questions = counted.filter(({ share }) => share.state === 'withheld').map(({ question }) => question);
  if (questions.length === 0) return null;
  return [
    questions.map((question, at) => [at === 0 ? '' : ', ', foreign(context.names.question(question))]),
    ': ',
    notShown(context, { state: 'withheld' }),
  ];
}

const signs = [
  ['positive', '+'],
  ['negative', '−'],
  ['mixed', '±'],
] as const;

/** How many valued what they named, by sign; signs that nobody gave are left out. */
function polarityLine(context: ReportContext, { polarity }: CodePrevalence): Markup {
  const given = signs.filter(([side]) => {
    const share = polarity[side];
    return share.state === 'withheld' || (share.state === 'shown' && share.count > 0);
  });
  if (given.length === 0) return ' ';
  return given.map(([side, sign], at) => {
    const share = polarity[side];
    return [
      at === 0 ? null : ' · ',
      element('span', { class: side }, `${sign} `, share.state === 'shown' ? String(share.count) : null),
      share.state === 'shown' ? null : notShown(context, share),
    ];
  });
}
