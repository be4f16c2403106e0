/** The inclusion river from left to right, for a page's width. */
import { countText } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import { messagesIn } from '../messages/messages.ts';
import { type FigureOptions, label, line, linked, rectangle, round } from './figure.ts';
import {
  countedText,
  type FlowBranch,
  type FlowStage,
  magnification,
  type River,
} from './inclusion-flow-river.ts';
import { wrapText } from './text-width.ts';

const bank = 3;
const top = 46;
const tallest = 104;
const rowHead = 22;
const rowFoot = 22;
const lens = 34;

/** Pixels per person and the options, handed down to every part. */
interface Drawing {
  scale: number;
  options: FigureOptions;
}

export function riverAcross(river: River, options: FigureOptions): { marks: Markup; height: number } {
  const factor = magnification(river);
  const near: Drawing = { scale: (nearTallest(river) * factor) / river.widest, options };
  const far: Drawing = { scale: near.scale / factor, options };
  const { width } = options;
  const mouth = width - 104;
  const source = width * 0.61;
  const step = source / river.stages.length;

  const stages = river.stages.map((stage, at) => {
    const magnified = factor > 1 && at === 1;
    const x = at * step + (factor > 1 && at > 1 ? lens / 2 : 0);
    return { stage, x, drawing: factor > 1 && at <= 1 ? far : near, magnified };
  });
  let height = 0;
  const trunk = stages.map((place, at) => {
    const before = stages[at - 1];
    const from = before && {
      ...place,
      x: before.x + bank + (before.magnified ? lens : 0),
      before: before.stage,
    };
    const reach = from ? reachMarks(from, place.x) : { marks: null, height: 0 };
    height = Math.max(height, reach.height);
    return [reach.marks, place.magnified ? lensMarks(place, near, factor) : null, stageMarks(place)];
  });

  let y = 0;
  const last = stages.at(-1);
  const branches = river.branches.map((branch) => {
    const start = y + rowHead;
    const thick = thickness(branch.from, near);
    y = start + thick + rowFoot + 8;
    const fan =
      last &&
      ribbon([last.x + bank, top, top + thickness(last.stage, near)], [source, start, start + thick], 0.4);
    return [fan ?? null, branchMarks(branch, source, mouth, start, near)];
  });
  return { marks: [branches, trunk], height: Math.max(y, height, top + tallest) };
}

/** The height of the widest stage; many questions make the river narrower, so that the figure stays on a page. */
function nearTallest(river: River): number {
  const rows = Math.max(1, river.branches.length);
  return Math.min(tallest, Math.max(20, 520 / rows - rowHead - rowFoot));
}

interface Place {
  stage: FlowStage;
  x: number;
  drawing: Drawing;
}

function stageMarks({ stage, x, drawing }: Place): Markup {
  return [
    rectangle(x, top, bank, thickness(stage, drawing), stage.count.state === 'shown' ? 'bank' : 'bank quiet'),
    label(x, top - 23, countText(stage.count, drawing.options.language), { class: 'large halo' }),
    label(x, top - 8, stage.name, { class: 'soft halo' }),
  ];
}

/** The water between two stages, and what leaves it on the way. */
function reachMarks(
  { stage, x, drawing, before }: Place & { before: FlowStage },
  end: number,
): { marks: Markup; height: number } {
  const thick = thickness(stage, drawing);
  let y = top + Math.min(thick, thickness(before, drawing));
  let drop = 14;
  let words = y;
  const losses = stage.losses.map((loss) => {
    const lost = thickness(loss, drawing);
    const lines = wrapText(countedText(loss, drawing.options.language), end - x - 14, 11, 4);
    const leading = 13;
    // Level with its stream, but clear of the words of the one before.
    const level = y + drop + (lost - lines.length * leading) / 2;
    words = Math.max(words, level);
    const marks = [
      lossMarks(x, y, lost, drop + words - level),
      label(x + 42, words + 10, lines, { class: 'soft small', leading }),
    ];
    words += lines.length * leading + 5;
    y += lost;
    drop += 6;
    return marks;
  });
  const marks = [ribbon([x, top, top + thick], [end, top, top + thick]), losses];
  return { marks, height: Math.max(words, y + drop) + 4 };
}

/** Where the drawing goes on at a larger scale, said in words. */
function lensMarks({ stage, x, drawing }: Place, near: Drawing, factor: number): Markup {
  const small = thickness(stage, drawing);
  const large = thickness(stage, near);
  const { lensNote } = messagesIn(drawing.options.language).figures;
  return [
    ribbon([x + bank, top, top + small], [x + bank + lens, top, top + large], 0.7),
    line(x + bank, top, x + bank + lens, top, 'guide'),
    line(x + bank, top + small, x + bank + lens, top + large, 'guide'),
    label(x - 4, top + large + 18, wrapText(lensNote(factor), 96, 10, 3), {
      class: 'soft tiny',
      anchor: 'end',
      leading: 12,
    }),
  ];
}

function branchMarks(branch: FlowBranch, source: number, mouth: number, y: number, drawing: Drawing): Markup {
  const { language } = drawing.options;
  const wide = thickness(branch.from, drawing);
  const rest = Math.min(wide, thickness(branch.to, drawing));
  const lost = branch.to.losses.map((loss) => countedText(loss, language)).join(' · ');
  const answered = countedText(branch.from, language);
  const value = y + Math.max(rest / 2, 8);
  return [
    ribbon([source, y, y + rest], [mouth, y, y + rest]),
    wide > rest ? lossMarks(source + bank, y + rest, wide - rest, 8) : null,
    rectangle(source, y, bank, wide, 'bank'),
    rectangle(mouth, y, bank, rest, 'bank'),
    label(source, y - 7, wrapText(branch.name, mouth + 104 - source, 12, 1), { class: 'strong halo' }),
    label(source + 10, y + rest / 2 + 4, answered, { class: 'small halo' }),
    lost === ''
      ? null
      : label(source + 44, y + wide + 13, wrapText(lost, mouth + 60 - source, 11, 1), {
          class: 'soft small',
        }),
    linked(
      drawing.options,
      branch.to.ref,
      `${branch.name}: ${countedText(branch.to, language)}`,
      rectangle(mouth + 4, value - 17, 98, 36, 'hit'),
      label(mouth + 10, value, countText(branch.to.count, language), { class: 'large' }),
      label(mouth + 10, value + 14, branch.to.name, { class: 'soft small' }),
    ),
  ];
}

function thickness({ wide }: { wide: number }, { scale }: Drawing): number {
  return Math.max(1, wide * scale);
}

type Bank = readonly [x: number, top: number, bottom: number];

function ribbon([x0, a0, b0]: Bank, [x1, a1, b1]: Bank, opacity?: number): Markup {
  const middle = round((x0 + x1) / 2);
  const path =
    `M${round(x0)},${round(a0)}C${middle},${round(a0)} ${middle},${round(a1)} ${round(x1)},${round(a1)}` +
    `L${round(x1)},${round(b1)}C${middle},${round(b1)} ${middle},${round(b0)} ${round(x0)},${round(b0)}Z`;
  return element('path', { class: 'river', d: path, 'fill-opacity': opacity });
}

/** Water that parts from the river, as wide as it was, and ends. */
function lossMarks(x: number, y: number, thick: number, drop: number): Markup {
  const end = x + 36;
  const middle = x + 18;
  const path =
    `M${round(x)},${round(y)}C${round(middle)},${round(y)} ${round(middle)},${round(y + drop)} ${round(end)},${round(y + drop)}` +
    `L${round(end)},${round(y + drop + thick)}C${round(middle)},${round(y + drop + thick)} ${round(middle)},${round(y + thick)} ${round(x)},${round(y + thick)}Z`;
  return element('path', { class: 'loss', d: path });
}
