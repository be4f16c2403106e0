/** What every figure has in common: its frame, its names for readers who do not see it, its links, its file. */
import type { Language } from '../../study/localised.ts';
import { element, type Markup, type MarkupElement, render } from '../markup.ts';
import type { EvidenceRef } from '../trace.ts';
import { figureStyle, lightPalette } from './palette.ts';

export interface FigureOptions {
  language: Language;
  /** Width in CSS pixels; under `narrowBelow` a figure lays itself out for a phone. */
  width: number;
  /** Begins every `id` inside, so that several figures can stand on one page. */
  id: string;
  /** Where the evidence behind a mark is; without it, or where it gives nothing, the mark carries no link. */
  link?: (ref: EvidenceRef) => string | undefined;
}

export interface Figure {
  svg: MarkupElement;
  width: number;
  height: number;
  title: string;
  description: string;
}

export interface FigureBody {
  height: number;
  title: string;
  /** A sentence or two that say what the marks show, for those who do not see them. */
  description: string;
  marks: Markup;
}

export const narrowBelow = 520;

/** The `svg` element around a figure's marks, titled and described. */
export function framed(body: FigureBody, { width, id, language }: FigureOptions): Figure {
  const height = Math.ceil(body.height);
  const svg = element(
    'svg',
    {
      class: 'fh',
      // What `img` contains cannot be reached by key, so a figure with links is a graphics document.
      role: hasLink(body.marks) ? 'graphics-document' : 'img',
      lang: language,
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      'aria-labelledby': `${id}-title ${id}-description`,
    },
    element('title', { id: `${id}-title` }, body.title),
    element('desc', { id: `${id}-description` }, body.description),
    body.marks,
  );
  return { svg, width, height, title: body.title, description: body.description };
}

function hasLink(markup: Markup): boolean {
  if (markup === null || typeof markup === 'string') return false;
  return 'tag' in markup ? markup.tag === 'a' || hasLink(markup.children) : markup.some(hasLink);
}

/** Marks as a link to the evidence behind them, named for those who do not see them; plain marks where there is none. */
export function linked(
  options: FigureOptions,
  ref: EvidenceRef | null,
  name: string,
  ...marks: Markup[]
): MarkupElement {
  const href = ref === null ? undefined : options.link?.(ref);
  if (href === undefined) return element('g', {}, element('title', {}, name), marks);
  return element('a', { href }, element('title', {}, name), marks);
}

/** A figure as a file of its own: namespace, style, paper, and the mark of a synthetic study. */
export function figureFile(figure: Figure, mark: string | null): string {
  const { width } = figure;
  const margin = 16;
  const foot = mark === null ? 0 : 20;
  const height = figure.height + foot;
  const [title, description, ...marks] = figure.svg.children;
  const whole = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...figure.svg.attributes,
      viewBox: `${-margin} ${-margin} ${width + 2 * margin} ${height + 2 * margin}`,
      width: width + 2 * margin,
      height: height + 2 * margin,
    },
    title ?? null,
    description ?? null,
    element('style', {}, figureStyle(lightPalette)),
    element('rect', {
      class: 'sheet',
      x: -margin,
      y: -margin,
      width: width + 2 * margin,
      height: height + 2 * margin,
    }),
    marks,
    mark === null ? null : element('text', { class: 'soft small', x: 0, y: height - 4 }, mark),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render(whole)}\n`;
}

export interface TextOptions {
  class?: string;
  anchor?: 'start' | 'middle' | 'end';
  leading?: number;
}

/** Lines of words, the first one's baseline at `y`. */
export function label(
  x: number,
  y: number,
  lines: string | readonly string[],
  { class: classes, anchor, leading = 14 }: TextOptions = {},
): MarkupElement {
  const all = typeof lines === 'string' ? [lines] : lines;
  const attributes = { x: round(x), y: round(y), class: classes, 'text-anchor': anchor };
  if (all.length === 1) return element('text', attributes, all[0] ?? '');
  return element(
    'text',
    attributes,
    all.map((line, at) => element('tspan', { x: round(x), dy: at === 0 ? undefined : leading }, line)),
  );
}

/** A tenth of a pixel: no eye sees more, and files stay small. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

export function line(x1: number, y1: number, x2: number, y2: number, classes: string): MarkupElement {
  return element('line', { class: classes, x1: round(x1), y1: round(y1), x2: round(x2), y2: round(y2) });
}

export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  classes: string,
  more: Record<string, string | number> = {},
): MarkupElement {
  return element('rect', {
    class: classes,
    x: round(x),
    y: round(y),
    width: round(Math.max(0, width)),
    height: round(Math.max(0, height)),
    ...more,
  });
}
