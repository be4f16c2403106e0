/** The inclusion river from top to bottom, for a phone: each stage a bar, the river narrowing between them. */
import { countText } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import { messagesIn } from '../messages/messages.ts';
import { type FigureOptions, label, linked, rectangle, round } from './figure.ts';
import { countedText, type FlowStage, magnification, type River } from './inclusion-flow-river.ts';
import { wrapText } from './text-width.ts';

const bar = 30;

export function riverDown(river: River, options: FigureOptions): { marks: Markup; height: number } {
  const { width, language } = options;
  const factor = magnification(river);
  const near = (width * factor) / river.widest;
  const far = near / factor;
  const marks: Markup[] = [];
  let y = 0;

  const extent = ({ wide }: FlowStage, scale: number): number => Math.min(width, Math.max(2, wide * scale));

  const draw = (stage: FlowStage, scale: number, before: number | null): number => {
    const wide = extent(stage, scale);
    const lost = stage.losses.flatMap((loss) =>
      wrapText(`− ${countedText(loss, language)}`, width * 0.7, 11, 2),
    );
    if (before !== null) {
      const gap = Math.max(8, lost.length * 14 + 6);
      marks.push(narrowing(y, gap, before, wide));
      if (lost.length > 0)
        marks.push(label(width, y + 14, lost, { class: 'soft small halo', anchor: 'end' }));
      y += gap;
    }
    marks.push(rectangle(0, y, wide, bar, 'river'), rectangle(0, y, 3, bar, 'bank'), words(stage));
    y += bar;
    return wide;
  };

  const words = (stage: FlowStage): Markup =>
    linked(
      options,
      stage.ref,
      countedText(stage, language),
      rectangle(4, y, width - 4, bar, 'hit'),
      element(
        'text',
        { x: 10, y: y + 21, class: 'halo' },
        element('tspan', { class: 'large' }, countText(stage.count, language)),
        element('tspan', { class: 'soft', dx: 6 }, stage.name),
      ),
    );

  let before: number | null = null;
  river.stages.forEach((stage, at) => {
    before = draw(stage, at <= 1 ? far : near, before);
    if (factor === 1 || at !== 1) return;
    const large = extent(stage, near);
    marks.push(narrowing(y, 22, before, large));
    marks.push(
      label(width, y + 15, messagesIn(language).figures.lensNote(factor), {
        class: 'soft small halo',
        anchor: 'end',
      }),
    );
    y += 22;
    before = large;
  });
  for (const { name, from, to } of river.branches) {
    y += 28;
    marks.push(label(0, y - 7, wrapText(name, width, 12, 1), { class: 'strong' }));
    draw(to, near, draw(from, near, null));
  }
  return { marks, height: y + 4 };
}

function narrowing(y: number, gap: number, from: number, to: number): Markup {
  const middle = round(y + gap / 2);
  const path =
    `M0,${round(y)}L${round(from)},${round(y)}C${round(from)},${middle} ${round(to)},${middle} ${round(to)},${round(y + gap)}` +
    `L0,${round(y + gap)}Z`;
  return element('path', { class: 'river', d: path, 'fill-opacity': 0.45 });
}
