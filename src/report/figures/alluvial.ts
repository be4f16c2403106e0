/**
 * Who says this also says what: questions as columns, themes as blocks, and a thread for each pair that survives the
 * test. A thread's width is the number of participants with both, its opacity the certainty.
 */
import { max } from 'd3-array';
import { probability } from '../format.ts';
import { element, type Markup } from '../markup.ts';
import { messagesIn } from '../messages/messages.ts';
import type { Analysis } from '../model.ts';
import { type Names, namesOf, type StudyWords } from '../names.ts';
import { largestQ, type ShownPair, survivingPairs } from '../surviving-pairs.ts';
import type { EvidenceRef } from '../trace.ts';
import { type Block, layOut, type PlacedBlock, type PlacedThread, type Thread } from './alluvial-layout.ts';
import { type Figure, type FigureOptions, framed, label, linked, rectangle, round } from './figure.ts';
import { textWidth, wrapText } from './text-width.ts';

const top = 30;
const blockWidth = 8;
const tallestBlock = 74;

/** `null` where no pair survives. */
export function alluvialFigure(words: StudyWords, analysis: Analysis, options: FigureOptions): Figure | null {
  const pairs = survivingPairs(analysis);
  if (pairs.length === 0) return null;
  const names = namesOf(words, options.language);
  const questions = columnsOf(analysis);
  const blocks = blocksOf(analysis, questions);
  const threads = threadsOf(pairs, questions);
  const scale = tallestBlock / (max(blocks, ({ size }) => size) ?? 1);
  const layout = layOut(blocks, threads, scale);
  const joined = new Set(threads.flatMap(({ from, to }) => [from, to]));
  const place = placesOf(questions.length, options.width);
  const columnOf = new Map(layout.blocks.map(({ key, column }) => [key, column]));
  const m = messagesIn(options.language).figures;

  return framed(
    {
      height: top + layout.height + 6,
      title: m.alluvialTitle,
      description: m.alluvialDescription(String(largestQ)),
      marks: [
        layout.threads
          .toSorted((a, b) => b.size - a.size)
          .map((thread) => threadMarks(thread, columnOf, place, names, options)),
        layout.blocks.map((block) =>
          blockMarks(block, joined.has(block.key), place, questions, names, options),
        ),
        questions.map((question, at) => {
          const { x, anchor } = place.heads(at);
          return label(x, 14, wrapText(names.question(question), 200, 12, 1), { anchor, class: 'strong' });
        }),
      ],
    },
    options,
  );
}

/** The questions of the alignment in the order in which it names them. */
function columnsOf({ alignment }: Analysis): string[] {
  return [...new Set(alignment.questions.flatMap(({ left, right }) => [left, right]))];
}

const keyOf = (question: string, theme: string): string => `${question}/${theme}`;

function blocksOf({ synthesis }: Analysis, questions: readonly string[]): Block[] {
  return synthesis.prevalence.flatMap(({ theme, question, share }) =>
    share.state === 'shown' && share.count > 0 && questions.includes(question)
      ? [{ column: questions.indexOf(question), key: keyOf(question, theme), size: share.count }]
      : [],
  );
}

function threadsOf(pairs: readonly ShownPair[], questions: readonly string[]): Thread<ShownPair>[] {
  return pairs.map((pair) => {
    const ends = [pair.left, pair.right].toSorted(
      (a, b) => questions.indexOf(a.question) - questions.indexOf(b.question),
    );
    const [from, to] = ends.map(({ question, theme }) => keyOf(question, theme));
    return { from: from ?? '', to: to ?? '', size: pair.table.both, of: pair };
  });
}

interface Places {
  x: (column: number) => number;
  heads: (column: number) => { x: number; anchor: 'start' | 'middle' | 'end' };
  names: (column: number) => { x: number; anchor: 'start' | 'end'; width: number };
}

/** Names stand outside at both edges, and to the right of the blocks between. */
function placesOf(columns: number, width: number): Places {
  const edge = Math.min(170, width * 0.24);
  const x = (column: number): number =>
    edge + ((width - 2 * edge - blockWidth) * column) / Math.max(1, columns - 1);
  const last = columns - 1;
  return {
    x,
    heads: (column) => ({
      x: column === 0 ? x(0) + blockWidth : column === last ? x(last) : x(column) + blockWidth / 2,
      anchor: column === 0 ? 'end' : column === last ? 'start' : 'middle',
    }),
    names: (column) =>
      column === 0
        ? { x: x(0) - 8, anchor: 'end', width: edge - 44 }
        : { x: x(column) + blockWidth + 8, anchor: 'start', width: column === last ? edge - 44 : 120 },
  };
}

function blockMarks(
  block: PlacedBlock,
  joined: boolean,
  place: Places,
  questions: readonly string[],
  names: Names,
  options: FigureOptions,
): Markup {
  const question = questions[block.column] ?? '';
  const theme = block.key.slice(question.length + 1);
  const { x, anchor, width } = place.names(block.column);
  const lines = wrapText(names.theme(theme), width, 11, 2);
  const middle = top + block.top + block.height / 2;
  const classes = joined ? 'small halo' : 'small halo soft';
  const y = middle + 4 - (lines.length - 1) * 6.5;
  // Names in the middle stand on threads.
  const inside = block.column > 0 && block.column < questions.length - 1;
  const backing = inside
    ? Math.max(...lines.map((words) => textWidth(words, 11)), textWidth(`${lines.at(-1)} ${block.size}`, 11))
    : null;
  return linked(
    options,
    // The ids come from the analysis itself, so they are the brands that a reference holds.
    { kind: 'theme', theme, question } as EvidenceRef,
    `${names.question(question)}, ${names.theme(theme)}: ${block.size}`,
    rectangle(
      place.x(block.column),
      top + block.top,
      blockWidth,
      block.height,
      joined ? 'node' : 'node quiet',
      {
        'fill-opacity': joined ? 1 : 0.35,
      },
    ),
    backing === null
      ? null
      : rectangle(x - 3, middle - 6 - lines.length * 6.5, backing + 6, lines.length * 13 + 4, 'sheet', {
          'fill-opacity': 0.78,
        }),
    rectangle(anchor === 'end' ? x - width - 36 : x - 2, middle - 15, width + 38, 30, 'hit'),
    element(
      'text',
      { class: classes, x: round(x), y: round(y), 'text-anchor': anchor },
      lines.map((line, at) =>
        element(
          'tspan',
          { x: round(x), dy: at === 0 ? undefined : 13 },
          line,
          at === lines.length - 1 ? element('tspan', { class: 'soft', dx: 4 }, String(block.size)) : null,
        ),
      ),
    ),
  );
}

function threadMarks(
  thread: PlacedThread<ShownPair>,
  columnOf: ReadonlyMap<string, number>,
  place: Places,
  names: Names,
  options: FigureOptions,
): Markup {
  const { of: pair, thickness } = thread;
  const x0 = round(place.x(columnOf.get(thread.from) ?? 0) + blockWidth);
  const x1 = round(place.x(columnOf.get(thread.to) ?? 0));
  const middle = round((x0 + x1) / 2);
  const [a0, b0] = [round(top + thread.start), round(top + thread.start + thickness)];
  const [a1, b1] = [round(top + thread.end), round(top + thread.end + thickness)];
  const path = `M${x0},${a0}C${middle},${a0} ${middle},${a1} ${x1},${a1}L${x1},${b1}C${middle},${b1} ${middle},${b0} ${x0},${b0}Z`;
  return linked(
    options,
    { kind: 'pair', left: pair.left, right: pair.right },
    messagesIn(options.language).figures.alluvialThread(
      names.theme(pair.left.theme),
      names.theme(pair.right.theme),
      pair.table.both,
      probability(pair.test.q),
    ),
    element('path', { class: 'thread', d: path, 'fill-opacity': certainty(pair.test.maxT) }),
  );
}

/** Four steps are as many as an eye can tell apart where threads overlap. */
function certainty(familyWise: number): number {
  if (familyWise < 0.001) return 0.62;
  if (familyWise < 0.01) return 0.46;
  return familyWise < 0.05 ? 0.3 : 0.18;
}
