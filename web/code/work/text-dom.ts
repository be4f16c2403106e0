/** Between places in the text (UTF-16 units) and places in the document: each block is one element of the text's. */
import { type Units, wholeGraphemes } from '../../../src/text/graphemes.ts';
import { type Block, blockAt } from './blocks.ts';

export interface TextDom {
  /** Holds one element for each block, and nothing else. */
  root: HTMLElement;
  blocks: readonly Block[];
  starts: readonly number[];
}

export interface Spot {
  node: Node;
  offset: number;
}

export function blockElement({ root }: TextDom, at: number): Element | null {
  return root.children.item(at);
}

/** @returns null where the spot is not within the text */
export function unitsAt({ root, blocks }: TextDom, { node, offset }: Spot): number | null {
  if (node === root) return blocks[offset]?.start ?? blocks.at(-1)?.end ?? 0;
  if (!root.contains(node)) return null;
  let element: Node = node;
  while (element.parentNode !== root && element.parentNode !== null) element = element.parentNode;
  const at = Array.prototype.indexOf.call(root.children, element);
  const before = document.createRange();
  before.setStart(element, 0);
  before.setEnd(node, offset);
  const block = blocks[at];
  return block === undefined ? null : Math.min(block.end, block.start + before.toString().length);
}

export function spotAt(dom: TextDom, units: number): Spot {
  const at = blockAt(dom.starts, units);
  const element = blockElement(dom, at) ?? dom.root;
  let left = units - (dom.starts[at] ?? 0);
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let last: Spot = { node: element, offset: 0 };
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    last = { node, offset: Math.min(left, length) };
    if (left <= length) return last;
    left -= length;
  }
  return last;
}

export function rangeOf(dom: TextDom, { start, end }: Units): Range {
  const range = document.createRange();
  const from = spotAt(dom, start);
  const to = spotAt(dom, end);
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** Where a cursor before the letter at `units` stands. */
export function caretBox(dom: TextDom, units: number): Pick<DOMRect, 'left' | 'top' | 'bottom' | 'height'> {
  const spot = spotAt(dom, units);
  const here = document.createRange();
  here.setStart(spot.node, spot.offset);
  const own = here.getClientRects()[0];
  if (own !== undefined && own.height > 0) return own;
  // Between lines some browsers give no box: the letter after it has one, or at the end the letter before.
  const end = dom.blocks.at(-1)?.end ?? 0;
  const start = Math.max(0, Math.min(units, end - 1));
  const boxes = [...rangeOf(dom, { start, end: Math.min(end, start + 1) }).getClientRects()];
  const box = boxes.find(({ height }) => height > 0) ?? dom.root.getBoundingClientRect();
  const { top, bottom, height } = box;
  return { left: units < end || end === 0 ? box.left : box.right, top, bottom, height };
}

/** A range, not empty, widened to whole letters; blocks begin and end with whole letters. */
export function wholeLetters({ blocks, starts }: TextDom, text: string, { start, end }: Units): Units {
  const within = (units: Units): Units => {
    const block = blocks[blockAt(starts, units.start)] ?? { start: 0, end: text.length };
    const whole = wholeGraphemes(text.slice(block.start, block.end), {
      start: units.start - block.start,
      end: units.end - block.start,
    });
    return { start: whole.start + block.start, end: whole.end + block.start };
  };
  return { start: within({ start, end: start }).start, end: within({ start: end - 1, end }).end };
}
