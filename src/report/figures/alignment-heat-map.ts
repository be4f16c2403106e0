/** Lift of every pair of themes of two questions, with its q-value; withheld cells are hatched. */
import type { AlignmentPair, QuestionAlignment } from '../../align/model.ts';
import { decimal, probability } from '../format.ts';
import type { Markup } from '../markup.ts';
import { messagesIn } from '../messages/messages.ts';
import { namesOf, type StudyWords } from '../names.ts';
import { largestQ, type ShownPair } from '../surviving-pairs.ts';
import { hatched } from './dot-rows.ts';
import { type Figure, type FigureOptions, framed, label, linked, rectangle } from './figure.ts';
import { textWidth, wrapText } from './text-width.ts';

const cellHeight = 36;
const narrowestCell = 44;

/** `null` where the two questions have no pair of themes. */
export function alignmentHeatMap(
  words: StudyWords,
  { left, right, pairs }: QuestionAlignment,
  options: FigureOptions,
): Figure | null {
  if (pairs.length === 0) return null;
  const m = messagesIn(options.language).figures;
  const names = namesOf(words, options.language);
  const rows = [...new Set(pairs.map((pair) => pair.left.theme))];
  const columns = [...new Set(pairs.map((pair) => pair.right.theme))];
  const nameWidth = Math.min(180, options.width * 0.3);
  // A wide matrix makes a wide figure, which its box scrolls, rather than cells that cannot be read.
  const width = Math.max(options.width, nameWidth + 10 + columns.length * narrowestCell);
  const cellWidth = Math.min(84, (width - nameWidth - 10) / columns.length);
  const heads = columns.map((theme) => wrapText(names.theme(theme), cellWidth - 6, 10, 5));
  const top = 10 + Math.max(...heads.map((lines) => lines.length)) * 13;
  const from = nameWidth + 10;

  const cells = pairs.map((pair) => {
    const x = from + columns.indexOf(pair.right.theme) * cellWidth;
    const y = top + rows.indexOf(pair.left.theme) * cellHeight;
    return cell(
      pair,
      { x, y, width: cellWidth },
      names.theme(pair.left.theme),
      names.theme(pair.right.theme),
      options,
    );
  });
  return framed(
    {
      height: top + rows.length * cellHeight + 4,
      title: m.heatTitle(names.question(left), names.question(right)),
      description: m.heatDescription,
      marks: [
        heads.map((lines, at) =>
          label(from + (at + 0.5) * cellWidth, top - 6 - (lines.length - 1) * 13, lines, {
            anchor: 'middle',
            class: 'tiny',
            leading: 13,
          }),
        ),
        rows.map((theme, at) => {
          const lines = wrapText(names.theme(theme), nameWidth, 12, 2);
          const middle = top + (at + 0.5) * cellHeight;
          return label(nameWidth, middle + 4 - (lines.length - 1) * 7, lines, { anchor: 'end' });
        }),
        cells,
      ],
    },
    { ...options, width },
  );
}

interface Place {
  x: number;
  y: number;
  width: number;
}

function cell(
  pair: AlignmentPair,
  { x, y, width }: Place,
  left: string,
  right: string,
  options: FigureOptions,
): Markup {
  const m = messagesIn(options.language).figures;
  if (pair.state === 'withheld') {
    return linked(
      options,
      null,
      m.heatWithheld(left, right),
      rectangle(x, y, width, cellHeight, 'empty cell'),
      hatched(x + width / 2 - 10, y + cellHeight / 2 - 6, 20, 12),
    );
  }
  const { lift, q } = pair.test;
  const words = lift === null ? '–' : decimal(lift, 1);
  const strength = lift === null ? 0 : Math.min(1, Math.abs(Math.log2(Math.max(lift, 1 / 16))) / 2);
  const under = `q ${probability(q)}`;
  return linked(
    options,
    pair.table.both === 0 ? null : { kind: 'pair', left: pair.left, right: pair.right },
    m.heatCell(left, right, words, probability(q)),
    rectangle(x, y, width, cellHeight, 'sheet'),
    rectangle(x, y, width, cellHeight, `${(lift ?? 1) >= 1 ? 'high' : 'low'} cell`, {
      'fill-opacity': Math.round((0.04 + 0.5 * strength) * 100) / 100,
    }),
    survivesTest(pair) ? rectangle(x + 1.5, y + 1.5, width - 3, cellHeight - 3, 'ring') : null,
    label(x + width / 2, y + 16, words, { anchor: 'middle', class: 'strong' }),
    textWidth(under, 10) <= width - 2
      ? label(x + width / 2, y + 29, under, { anchor: 'middle', class: 'tiny' })
      : label(x + width / 2, y + 29, probability(q), { anchor: 'middle', class: 'tiny' }),
    rectangle(x, y, width, cellHeight, 'hit'),
  );
}

const survivesTest = ({ test }: ShownPair): boolean => test.q <= largestQ;
