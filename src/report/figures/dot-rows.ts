/** Rows of one dot with its interval on a common axis: name at the left, numbers at the right. */
import type { ScaleLinear } from 'd3-scale';
import type { Share } from '../../protect/released.ts';
import type { Language } from '../../study/localised.ts';
import { notShownWord, percent, percentRange, shareText } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import type { EvidenceRef } from '../trace.ts';
import { type FigureOptions, label, line, linked, narrowBelow, rectangle, round } from './figure.ts';
import { wrapText } from './text-width.ts';

export interface DotRow {
  name: string;
  share: Share;
  /** `null`: nothing may be shown behind the number. */
  ref: EvidenceRef | null;
}

export interface DotColumns {
  names: number;
  plot: readonly [number, number];
  /** Right edges of count, per cent and interval. */
  numbers: readonly [number, number, number];
}

const size = 12;

/** Where names, plot and numbers stand at this width. On a phone the name has a line of its own. */
export function dotColumns(width: number): DotColumns {
  const numbers = [width - 88, width - 50, width] as const;
  if (width < narrowBelow) return { names: width, plot: [12, width - 138], numbers };
  const names = Math.round(width * 0.36);
  return { names, plot: [names + 18, width - 150], numbers };
}

/** The rows under one another from `top`, and how high they are. */
export function dotRows(
  rows: readonly DotRow[],
  top: number,
  x: ScaleLinear<number, number>,
  options: FigureOptions,
): { marks: Markup; height: number } {
  const columns = dotColumns(options.width);
  const narrow = options.width < narrowBelow;
  let y = top;
  const marks = rows.map((row) => {
    const lines = wrapText(row.name, columns.names, size, 2);
    const height = narrow ? lines.length * 14 + 24 : Math.max(22, lines.length * 14 + 9);
    const middle = narrow ? y + lines.length * 14 + 11 : y + height / 2;
    const nameAt = narrow ? y + 11 : middle - (lines.length - 1) * 7 + 4;
    const drawn = linked(
      options,
      row.ref,
      `${row.name}: ${shareText(row.share, options.language)}`,
      rectangle(0, y, options.width, height, 'hit'),
      label(narrow ? 0 : columns.names, nameAt, lines, { anchor: narrow ? 'start' : 'end' }),
      dotWithInterval(row.share, middle, x),
      numbersOf(row.share, middle + 4, columns, options.language),
    );
    y += height;
    return drawn;
  });
  return { marks, height: y - top };
}

function dotWithInterval(share: Share, y: number, x: ScaleLinear<number, number>): Markup {
  if (share.state === 'undefined') return null;
  if (share.state === 'withheld') return hatched(x(0), y - 4, 18, 8);
  const { lower, upper } = share.interval;
  return [
    line(x(lower), y, x(upper), y, 'interval'),
    element('circle', { class: 'dot', cx: round(x(share.estimate)), cy: round(y), r: 4 }),
  ];
}

function numbersOf(share: Share, y: number, { numbers }: DotColumns, language: Language): Markup {
  const [counts, shares, intervals] = numbers;
  if (share.state !== 'shown') {
    return label(intervals, y, notShownWord(share, language), { anchor: 'end', class: 'soft' });
  }
  return [
    label(counts, y, `${share.count}/${share.of}`, { anchor: 'end', class: 'soft' }),
    label(shares, y, percent(share.estimate), { anchor: 'end', class: 'strong' }),
    label(intervals, y, `(${percentRange(share.interval)})`, { anchor: 'end', class: 'soft' }),
  ];
}

/** The mark of a withheld number: strokes that take a place and say no size. */
export function hatched(left: number, top: number, width: number, height: number): Markup {
  const strokes: Markup[] = [];
  for (let at = 0; at < width; at += 4) {
    const reach = Math.min(height, width - at);
    strokes.push(line(left + at, top + height, left + at + reach, top + height - reach, 'hatch'));
  }
  return strokes;
}

/** Guides and their per cent at the top of the rows. */
export function percentAxis(x: ScaleLinear<number, number>, top: number, bottom: number): Markup {
  return x
    .ticks(4)
    .map((tick) => [
      line(x(tick), top, x(tick), bottom, tick === 0 ? 'axis' : 'guide'),
      label(x(tick), top - 5, percent(tick), { anchor: 'middle', class: 'soft tiny' }),
    ]);
}
