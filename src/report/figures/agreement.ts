/**
 * Can these codes be trusted: a row a code, least agreed first, alpha as a dot with its interval on a common axis, and
 * strips of small cells for questions and for pairs of coders.
 */
import { min } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Agreement, CodeAgreement } from '../../agree/model.ts';
import type { Statistic } from '../../protect/released.ts';
import { decimal, notShownWord, percent, statisticText } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import { type Messages, messagesIn } from '../messages/messages.ts';
import { type Names, namesOf, type StudyWords } from '../names.ts';
import { worstFirst } from '../worst-first.ts';
import { hatched } from './dot-rows.ts';
import {
  type Figure,
  type FigureOptions,
  framed,
  label,
  line,
  narrowBelow,
  rectangle,
  round,
} from './figure.ts';
import { shorten, wrapText } from './text-width.ts';

type Measured = Extract<Agreement, { state: 'measured' }>;

/** As many rows as stand on a printed page with their caption. */
const mostRows = 38;
/** Krippendorff (2004): below the first draw no conclusion, above the second rely on the data. */
const customary = [0.667, 0.8];
const lowestDrawn = -0.4;

/** The codes whose alpha is shown, least agreed first; the others would be rows without a mark. */
export function drawnCodes({ codes }: Measured): CodeAgreement[] {
  return worstFirst(codes.filter(({ question, alpha }) => question === null && alpha.state === 'shown'));
}

/** One figure for each page of codes; none where no alpha may be shown. */
export function agreementFigures(
  words: StudyWords,
  agreement: Measured,
): Array<(options: FigureOptions) => Figure> {
  const rows = drawnCodes(agreement);
  const parts = Math.ceil(rows.length / mostRows);
  const size = Math.ceil(rows.length / Math.max(1, parts));
  return Array.from(
    { length: parts },
    (_, part) => (options) =>
      agreementPart(words, agreement, rows.slice(part * size, (part + 1) * size), options),
  );
}

function agreementPart(
  words: StudyWords,
  agreement: Measured,
  rows: readonly CodeAgreement[],
  options: FigureOptions,
): Figure {
  const m = messagesIn(options.language).figures;
  const names = namesOf(words, options.language);
  const strips = options.width < narrowBelow ? [] : stripsOf(agreement, names, m);
  const columns = columnsOf(options.width, strips);
  const lowest = min(agreement.codes, ({ alpha }) => lowerBound(alpha)) ?? 0;
  const x = scaleLinear()
    .domain([Math.max(lowestDrawn, Math.min(0, Math.floor(lowest * 10) / 10)), 1])
    .range(columns.plot);
  const top = strips.length > 0 ? 70 : 34;
  let y = top;
  const drawn = rows.map((row) => {
    const lines = wrapText(names.code(row.code), columns.names, 12, columns.used === null ? 1 : 2);
    const height = columns.used === null ? 38 : lines.length === 1 ? 20 : 31;
    const marks = rowMarks(row, names.code(row.code), lines, { y, height, x, columns, strips, options });
    y += height;
    return marks;
  });
  return framed(
    {
      height: y + 4,
      title: m.agreementTitle,
      description: m.agreementDescription,
      marks: [
        axis(x, top, y, m.alphaAxis),
        strips.map((strip, at) => stripHead(strip, columns, at, top)),
        columns.used === null
          ? null
          : label(columns.used, top - 9, m.used, { anchor: 'end', class: 'soft tiny' }),
        drawn,
      ],
    },
    options,
  );
}

interface Strip {
  heading: string;
  /** Named above the cells, one each. */
  cells: Array<{ name: string; of: (code: string) => Statistic | undefined }>;
}

function stripsOf(agreement: Measured, names: Names, m: Messages['figures']): Strip[] {
  const questions = agreement.questions.flatMap(({ question }) => (question === null ? [] : [question]));
  const pairs = agreement.pairs.filter(({ question, code }) => question === null && code === null);
  const shortNames = withoutSharedStart(
    [...new Set(pairs.flatMap(({ coders }) => coders))].map((id) => [id, names.coder(id)]),
  );
  const byQuestion = new Map(
    agreement.codes.map((entry) => [`${entry.code}/${entry.question ?? ''}`, entry.alpha]),
  );
  const byPair = new Map(
    agreement.pairs
      .filter(({ question }) => question === null)
      .map((entry) => [`${entry.code ?? ''}/${entry.coders.join('/')}`, entry.kappa]),
  );
  const strips: Strip[] = [
    {
      heading: m.byQuestion,
      cells: questions.map((question) => ({
        name: names.question(question),
        of: (code) => byQuestion.get(`${code}/${question}`),
      })),
    },
    {
      heading: m.byPair,
      cells: pairs.map(({ coders }) => ({
        name: coders.map((coder) => shortNames.get(coder) ?? coder).join('–'),
        of: (code) => byPair.get(`${code}/${coders.join('/')}`),
      })),
    },
  ];
  return strips.filter(({ cells }) => cells.length > 1);
}

/** "Coder A", "Coder B" as "A", "B": over a cell there is room for what tells them apart alone. */
function withoutSharedStart(named: ReadonlyArray<readonly [id: string, name: string]>): Map<string, string> {
  const words = named.map(([, name]) => name.split(' '));
  const shortest = Math.min(...words.map((list) => list.length));
  let shared = 0;
  while (shared < shortest - 1 && words.every((list) => list[shared] === words[0]?.[shared])) shared++;
  return new Map(named.map(([id], at) => [id, words[at]?.slice(shared).join(' ') ?? id]));
}

interface Columns {
  names: number;
  used: number | null;
  plot: readonly [number, number];
  value: number;
  strips: number[];
  cell: number;
}

function columnsOf(width: number, strips: readonly Strip[]): Columns {
  if (width < narrowBelow)
    return { names: width, used: null, plot: [4, width - 118], value: width, strips: [], cell: 0 };
  const cells = strips.reduce((count, strip) => count + strip.cells.length, 0);
  const cell = cells > 12 ? 10 : 16;
  const stripWidth = cells * cell + strips.length * 14;
  const names = Math.round(width * 0.3);
  const value = width - stripWidth;
  let next = value;
  const starts = strips.map((strip) => {
    const start = next + 14;
    next = start + strip.cells.length * cell;
    return start;
  });
  return { names, used: names + 40, plot: [names + 58, value - 112], value, strips: starts, cell };
}

interface RowPlace {
  y: number;
  height: number;
  x: ScaleLinear<number, number>;
  columns: Columns;
  strips: readonly Strip[];
  options: FigureOptions;
}

function rowMarks(
  row: CodeAgreement,
  name: string,
  lines: readonly string[],
  { y, height, x, columns, strips, options }: RowPlace,
): Markup {
  const narrow = columns.used === null;
  const middle = narrow ? y + 26 : y + height / 2;
  const used = row.used.state === 'shown' ? percent(row.used.estimate) : '';
  return element(
    'g',
    {},
    element('title', {}, `${name}: α ${statisticText(row.alpha, options.language)}`),
    label(narrow ? 0 : columns.names, narrow ? y + 12 : middle + 4 - (lines.length - 1) * 7, lines, {
      anchor: narrow ? 'start' : 'end',
    }),
    columns.used === null ? null : label(columns.used, middle + 4, used, { anchor: 'end', class: 'soft' }),
    alphaMarks(row.alpha, middle, x),
    label(
      columns.value,
      middle + 4,
      row.alpha.state === 'shown'
        ? statisticText(row.alpha, options.language)
        : notShownWord(row.alpha, options.language),
      { anchor: 'end', class: row.alpha.state === 'shown' ? undefined : 'soft' },
    ),
    strips.map((strip, at) =>
      strip.cells.map((one, index) =>
        cellMarks(
          one.of(row.code),
          (columns.strips[at] ?? 0) + index * columns.cell,
          y,
          columns.cell,
          height,
        ),
      ),
    ),
  );
}

function alphaMarks(alpha: Statistic, y: number, x: ScaleLinear<number, number>): Markup {
  if (alpha.state === 'withheld') return hatched(x(0), y - 4, 18, 8);
  if (alpha.state === 'undefined') return null;
  const least = x.domain()[0] ?? 0;
  const { estimate, interval } = alpha;
  return [
    interval &&
      line(x(Math.max(least, interval.lower)), y, x(Math.max(least, interval.upper)), y, 'interval'),
    element('circle', { class: 'dot', cx: round(x(Math.max(least, estimate))), cy: round(y), r: 3.5 }),
  ];
}

function cellMarks(
  value: Statistic | undefined,
  x: number,
  y: number,
  width: number,
  height: number,
): Markup {
  if (value === undefined || value.state === 'undefined')
    return rectangle(x, y + 1, width, height - 2, 'empty cell');
  if (value.state === 'withheld')
    return [
      rectangle(x, y + 1, width, height - 2, 'empty cell'),
      hatched(x + 3, y + 6, width - 6, height - 12),
    ];
  const strength = Math.max(0, Math.min(1, value.estimate));
  return element(
    'g',
    {},
    element('title', {}, decimal(value.estimate)),
    rectangle(x, y + 1, width, height - 2, 'high cell', {
      'fill-opacity': round(0.06 + 0.84 * strength) || 0.1,
    }),
  );
}

function axis(x: ScaleLinear<number, number>, top: number, bottom: number, words: string): Markup {
  const [least = 0] = x.domain();
  const ticks = [...(least < 0 ? [least] : []), 0, ...customary, 1];
  return [
    ticks.map((tick) => [
      line(x(tick), top - 4, x(tick), bottom, tick === 0 || tick === 1 ? 'axis' : 'guide'),
      label(x(tick), top - 9, decimal(tick, tick === 0.667 ? 2 : 1).replace(/\.0$/, ''), {
        anchor: 'middle',
        class: 'soft tiny',
      }),
    ]),
    label(x(least), top - 23, words, { class: 'soft small' }),
  ];
}

/** Names of the cells, turned to stand above them. */
function stripHead({ heading, cells }: Strip, { strips, cell }: Columns, at: number, top: number): Markup {
  const x = strips[at] ?? 0;
  return [
    cells.map(({ name }, index) => {
      const middle = round(x + (index + 0.5) * cell + 3);
      return element(
        'text',
        { class: 'soft tiny', transform: `translate(${middle},${top - 5}) rotate(-90)` },
        shorten(name, top - 22, 10),
      );
    }),
    label(x, 10, heading, { class: 'soft tiny' }),
  ];
}

function lowerBound(statistic: Statistic): number {
  if (statistic.state !== 'shown') return 0;
  return statistic.interval?.lower ?? statistic.estimate;
}
