/** The report as one HTML file that asks nothing of a network, runs no script and prints as a paper does. */
import { createHash } from 'node:crypto';
import type { Language } from '../../study/localised.ts';
import { inLanguage } from '../../study/localised.ts';
import type { StudySnapshot } from '../../study/snapshot.ts';
import { element, type Markup, render } from '../markup.ts';
import type { Analysis } from '../model.ts';
import { againChapter } from './again.ts';
import { agreementChapter } from './agreement.ts';
import { alignmentChapter } from './alignment.ts';
import { codebookChapter } from './codebook.ts';
import { type ReportContext, reportContext } from './context.ts';
import { evidencePages } from './evidence.ts';
import { inclusionChapter } from './inclusion.ts';
import { limitsChapter } from './limits.ts';
import { methodsChapter } from './methods.ts';
import type { ChapterId } from './parts.ts';
import { foreign } from './parts.ts';
import { prioritiesChapter } from './priorities.ts';
import { saturationChapter } from './saturation.ts';
import { reportStyle } from './style.ts';
import { summaryChapter } from './summary.ts';
import { themesChapter } from './themes.ts';

const outline: readonly ChapterId[] = [
  'summary',
  'methods',
  'inclusion',
  'agreement',
  'themes',
  'saturation',
  'alignment',
  'priorities',
  'limits',
  'again',
  'codebook',
];

/** `software`: name and version of the program that makes the report. The same input gives the same bytes. */
export function reportHtml(
  snapshot: StudySnapshot,
  analysis: Analysis,
  language: Language,
  software: string,
): string {
  const context = reportContext(snapshot, analysis, language);
  const { m } = context;
  const title = inLanguage(analysis.title, language);
  const chapters = [
    summaryChapter(context),
    methodsChapter(context),
    inclusionChapter(context),
    agreementChapter(context),
    themesChapter(context),
    saturationChapter(context),
    alignmentChapter(context),
    prioritiesChapter(context),
    limitsChapter(context),
    againChapter(context, software),
    codebookChapter(context),
  ];
  const evidence = evidencePages(context);
  const running = analysis.synthetic ? `${m.syntheticShort} · ${title}` : title;
  const style = `${reportStyle(running)}\n${evidence.style}`;
  const page = element(
    'html',
    { lang: language },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('meta', { 'http-equiv': 'Content-Security-Policy', content: contentPolicy(style) }),
      element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      element('meta', { name: 'referrer', content: 'no-referrer' }),
      element('title', {}, title),
      element('style', {}, style),
    ),
    element(
      'body',
      {},
      // Closing the evidence leads here: it stands still, so the page keeps its place.
      element('span', { id: 'reading' }),
      element('a', { class: 'skip', href: '#summary' }, m.skip),
      analysis.synthetic ? element('header', { class: 'banner' }, m.synthetic) : null,
      element(
        'div',
        { class: 'layout' },
        contents(context),
        element('main', {}, titleBlock(context, title), chapters),
      ),
      evidence.sections,
    ),
  );
  return `<!doctype html>\n${render(page)}\n`;
}

function contents({ m }: ReportContext): Markup {
  return element(
    'nav',
    { 'aria-labelledby': 'outline-heading' },
    element('h2', { id: 'outline-heading' }, m.outline),
    element(
      'ol',
      {},
      outline.map((id) => element('li', {}, element('a', { href: `#${id}` }, m.sections[id]))),
    ),
  );
}

function titleBlock({ m, analysis, snapshot }: ReportContext, title: string): Markup {
  const waves = snapshot.study.waves.map(({ opens, closes }) => `${opens} – ${closes}`).join(', ');
  const facts = [m.methodLabels[analysis.method], waves, m.snapshotNamed(analysis.snapshot.slice(0, 12))];
  return element(
    'header',
    { class: 'title' },
    element('p', { class: 'kicker' }, m.kicker),
    element('h1', {}, foreign(title)),
    element('p', { class: 'facts-line' }, facts.join(' · ')),
  );
}

/** Nothing may be loaded, sent or run; the one style sheet is named by its hash. */
function contentPolicy(style: string): string {
  const hash = createHash('sha256').update(style, 'utf8').digest('base64');
  return `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
