/** Codes found as participants are read: a curve with its band for each question. */
import { max } from 'd3-array';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { area, line as lineShape } from 'd3-shape';
import type { Saturation } from '../../synthesise/model.ts';
import { decimal } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Analysis } from '../model.ts';
import { namesOf, type StudyWords } from '../names.ts';
import { type Figure, type FigureOptions, framed, label, line, narrowBelow, round } from './figure.ts';
import { wrapText } from './text-width.ts';

type Shown = Extract<Saturation, { state: 'shown' }>;
type Point = Shown['curve'][number];

const head = 34;
const plotHeight = 130;
const foot = 40;

/** `null` where no curve may be shown or there is none. */
export function saturationFigure(
  words: StudyWords,
  analysis: Analysis,
  options: FigureOptions,
): Figure | null {
  const shown = analysis.synthesis.saturation.filter(
    (entry): entry is Shown => entry.state === 'shown' && entry.curve.length > 1,
  );
  if (shown.length === 0) return null;
  const m = messagesIn(options.language).figures;
  const names = namesOf(words, options.language);
  const columns = options.width < narrowBelow ? 1 : Math.min(2, shown.length);
  const gap = 40;
  const panelWidth = (options.width - gap * (columns - 1)) / columns;
  const most =
    max(shown.flatMap(({ observed, curve }) => [observed, ...curve.map(({ upper }) => upper)])) ?? 1;
  // An estimate far above what was found would flatten every curve; beyond this it is said in words alone.
  const estimates = shown.flatMap(({ chao2 }) =>
    chao2 && chao2.estimate < most * 1.2 ? [chao2.estimate] : [],
  );
  const top = max([most, ...estimates]) ?? most;
  const panels = shown.map((entry, at) => {
    const left = (at % columns) * (panelWidth + gap);
    const y = Math.floor(at / columns) * (head + plotHeight + foot);
    const name = entry.question === null ? m.allQuestions : names.question(entry.question);
    return panel(entry, name, { left, y, width: panelWidth, top, options });
  });
  const rows = Math.ceil(shown.length / columns);
  return framed(
    {
      height: rows * (head + plotHeight + foot) - 8,
      title: m.saturationTitle,
      description: m.saturationDescription,
      marks: panels,
    },
    options,
  );
}

interface Place {
  left: number;
  y: number;
  width: number;
  /** The greatest number on the common axis. */
  top: number;
  options: FigureOptions;
}

function panel(entry: Shown, name: string, { left, y, width, top, options }: Place): Markup {
  const m = messagesIn(options.language).figures;
  const from = left + 28;
  const to = left + width - 4;
  const x = scaleLinear().domain([0, entry.participants]).range([from, to]);
  const floor = y + head + plotHeight;
  const up = scaleLinear()
    .domain([0, top])
    .nice(4)
    .range([floor, y + head]);
  const estimate = entry.chao2?.estimate;
  const end = up(entry.observed);
  return [
    label(left, y + 12, wrapText(name, width, 12, 1), { class: 'strong' }),
    axes(x, up, { from, to, floor, words: `${m.participantsRead}: ${entry.participants}` }),
    curveMarks(entry.curve, x, up),
    label(to, Math.min(end + 18, floor - 6), m.codesFound(entry.observed), {
      anchor: 'end',
      class: 'halo strong',
    }),
    estimate === undefined || estimate > (up.domain()[1] ?? 0)
      ? estimate === undefined
        ? null
        : label(to, y + 26, m.codesEstimated(decimal(estimate, 0)), { anchor: 'end', class: 'soft small' })
      : [
          line(from, up(estimate), to, up(estimate), 'guide'),
          label(from + 4, up(estimate) - 4, m.codesEstimated(decimal(estimate, 0)), {
            class: 'soft small halo',
          }),
        ],
  ];
}

function axes(
  x: ScaleLinear<number, number>,
  up: ScaleLinear<number, number>,
  { from, to, floor, words }: { from: number; to: number; floor: number; words: string },
): Markup {
  return [
    line(from, floor, to, floor, 'axis'),
    up
      .ticks(4)
      .filter(Number.isInteger)
      .map((tick) => label(from - 6, up(tick) + 3, String(tick), { anchor: 'end', class: 'soft tiny' })),
    x
      .ticks(4)
      .filter((tick) => Number.isInteger(tick) && x(tick) < to - 8)
      .map((tick) => [
        line(x(tick), floor, x(tick), floor + 4, 'axis'),
        label(x(tick), floor + 14, String(tick), { anchor: 'middle', class: 'soft tiny' }),
      ]),
    label(to, floor + 26, words, { anchor: 'end', class: 'soft tiny' }),
  ];
}

function curveMarks(
  curve: readonly Point[],
  x: ScaleLinear<number, number>,
  up: ScaleLinear<number, number>,
): Markup {
  const band = area<Point>()
    .x(({ participants }) => round(x(participants)))
    .y0(({ lower }) => round(up(lower)))
    .y1(({ upper }) => round(up(upper)));
  const middle = lineShape<Point>()
    .x(({ participants }) => round(x(participants)))
    .y(({ mean }) => round(up(mean)));
  return [
    element('path', { class: 'band', d: band(curve) ?? '' }),
    element('path', { class: 'curve', d: middle(curve) ?? '' }),
  ];
}
