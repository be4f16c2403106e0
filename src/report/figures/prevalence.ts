/** What comes up, and how often: themes by question, each a dot with its interval on one axis for all questions. */
import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { Share } from '../../protect/released.ts';
import type { QuestionId } from '../../study/ids.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Analysis } from '../model.ts';
import { namesOf, type StudyWords } from '../names.ts';
import { type DotRow, dotColumns, dotRows, percentAxis } from './dot-rows.ts';
import { type Figure, type FigureOptions, framed, label } from './figure.ts';
import { wrapText } from './text-width.ts';

/** As many rows as stand on a printed page with their caption. */
const mostRows = 36;

/** The questions that have themes, as many together as fit on a page: what to give `prevalenceFigure` one by one. */
export function prevalencePages({ study }: StudyWords, { synthesis }: Analysis): QuestionId[][] {
  const pages: QuestionId[][] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const { id } of study.questions) {
    const own = synthesis.prevalence.filter(({ question }) => question === id).length;
    if (own === 0) continue;
    if (rows + own > mostRows) {
      pages.push([]);
      rows = 0;
    }
    pages.at(-1)?.push(id);
    rows += own;
  }
  return pages;
}

/** Themes by question, of all questions or of those named. `null` where no theme is counted. */
export function prevalenceFigure(
  words: StudyWords,
  analysis: Analysis,
  options: FigureOptions,
  questions?: readonly QuestionId[],
): Figure | null {
  const names = namesOf(words, options.language);
  const groups = words.study.questions
    .filter(({ id }) => questions === undefined || questions.includes(id))
    .map(({ id }) => ({
      heading: names.question(id),
      rows: analysis.synthesis.prevalence
        .filter(({ question }) => question === id)
        .map(
          ({ theme, question, share }): DotRow => ({
            name: names.theme(theme),
            share,
            ref: share.state === 'shown' && share.count > 0 ? { kind: 'theme', theme, question } : null,
          }),
        ),
    }))
    .filter(({ rows }) => rows.length > 0);
  if (groups.length === 0) return null;
  const m = messagesIn(options.language).figures;
  return dotPanels(groups, options, m.prevalenceTitle, m.prevalenceDescription(analysis.options.level));
}

/** Groups of rows under headings, most frequent first, on a common axis from zero. */
export function dotPanels(
  groups: ReadonlyArray<{ heading: string | null; rows: readonly DotRow[] }>,
  options: FigureOptions,
  title: string,
  description: string,
): Figure {
  const { plot } = dotColumns(options.width);
  const reach = max(groups.flatMap(({ rows }) => rows.map(({ share }) => upperBound(share)))) ?? 0;
  const x = scaleLinear()
    .domain([0, Math.min(1, Math.max(0.2, reach))])
    .nice(4)
    .range(plot);
  let y = 18;
  const drawn = groups.map(({ heading, rows }) => {
    const lines = heading === null ? [] : wrapText(heading, options.width, 12, 2);
    const headingAt = y + 14;
    if (heading !== null) y += lines.length * 14 + 8;
    const { marks, height } = dotRows(rows.toSorted(byShare), y, x, options);
    y += height + 6;
    return [heading === null ? null : label(0, headingAt, lines, { class: 'strong halo' }), marks];
  });
  return framed({ height: y, title, description, marks: [percentAxis(x, 14, y - 4), drawn] }, options);
}

const upperBound = (share: Share): number => (share.state === 'shown' ? share.interval.upper : 0);

/** Shown shares first, greatest first; others keep their order. */
function byShare(a: DotRow, b: DotRow): number {
  return order(b.share) - order(a.share);
}

function order(share: Share): number {
  return share.state === 'shown' ? share.estimate : share.state === 'withheld' ? -1 : -2;
}
