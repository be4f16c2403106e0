/**
 * A text cursor in text that cannot be edited: the browser moves its own selection, so that words, lines and letters are
 * those of every other text, and the caret is drawn here because browsers draw none.
 */
import type { Units } from '../../../src/text/graphemes.ts';
import { sentenceAround } from '../../../src/text/sentence.ts';
import { isMac, moveOf } from './cursor-keys.ts';
import { highlight } from './highlights.ts';
import { caretBox, rangeOf, spotAt, type TextDom, unitsAt, wholeLetters } from './text-dom.ts';

export interface Cursor {
  /** What is chosen, in whole letters; null where nothing is: the whole answer is meant. */
  chosen(): Units | null;
  choose(units: Units): void;
  /** The sentence around the cursor; asked again, the next one too. */
  chooseSentence(): void;
  clear(): void;
  /** @returns whether the key was one of the cursor's */
  press(event: KeyboardEvent): boolean;
  /** Takes over what the browser has selected, wherever that came from. */
  follow(): void;
  /** Leaves nothing drawn behind. */
  rest(): void;
}

interface Parts {
  dom: () => TextDom | null;
  caret: () => HTMLElement | null;
  text: string;
  onChoose: (units: Units | null) => void;
}

/** What stands over the text's top and below its end, in pixels. */
const HEAD = 160;
const FOOT = 96;

export function createCursor({ dom, caret, text, onChoose }: Parts): Cursor {
  let held: Units | null = null;
  let erase: () => void = () => undefined;

  function select(from: number, to: number): void {
    const here = dom();
    if (here === null) return;
    const anchor = spotAt(here, from);
    const focus = spotAt(here, to);
    getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
  }

  /** The browser's selection in the text's own count; null where it is elsewhere. */
  function selected(): { anchor: number; focus: number } | null {
    const here = dom();
    const selection = getSelection();
    if (here === null || !selection?.anchorNode || !selection.focusNode) return null;
    const anchor = unitsAt(here, { node: selection.anchorNode, offset: selection.anchorOffset });
    const focus = unitsAt(here, { node: selection.focusNode, offset: selection.focusOffset });
    return anchor === null || focus === null ? null : { anchor, focus };
  }

  const place = () => selected()?.focus ?? held?.end ?? 0;

  function hold(here: TextDom, units: Units | null): void {
    if (units?.start === held?.start && units?.end === held?.end) return;
    held = units;
    erase();
    erase = units === null ? () => undefined : highlight('chosen', rangeOf(here, units));
    onChoose(units);
  }

  function drawCaret(here: TextDom, at: number): void {
    const sign = caret();
    const frame = sign?.offsetParent?.getBoundingClientRect();
    if (!sign || !frame) return;
    const box = caretBox(here, at);
    sign.style.translate = `${box.left - frame.left}px ${box.top - frame.top}px`;
    sign.style.height = `${box.height}px`;
  }

  function follow(): void {
    const here = dom();
    const now = selected();
    if (here === null || now === null) return;
    drawCaret(here, now.focus);
    const units = { start: Math.min(now.anchor, now.focus), end: Math.max(now.anchor, now.focus) };
    hold(here, units.start === units.end ? null : wholeLetters(here, text, units));
  }

  function intoView(): void {
    const here = dom();
    if (here === null) return;
    const { top, bottom } = caretBox(here, place());
    if (top < HEAD) scrollBy(0, top - HEAD);
    else if (bottom > innerHeight - FOOT) scrollBy(0, bottom - innerHeight + FOOT);
  }

  return {
    chosen: () => held,
    choose({ start, end }) {
      select(start, end);
      follow();
      intoView();
    },
    chooseSentence() {
      const { start, end } = held ?? { start: place(), end: place() };
      const first = sentenceAround(text, start);
      const last = end > start ? sentenceAround(text, end - 1) : first;
      const isWhole = start < end && start === first.start && end === last.end;
      const next = isWhole ? sentenceAround(text, end + 1) : last;
      select(first.start, Math.max(end, next.end));
      follow();
    },
    clear() {
      const at = place();
      select(at, at);
      follow();
    },
    press(event) {
      const move = moveOf(event, isMac);
      if (move === null) return false;
      const before = selected();
      const at = place();
      if (move.to === 'document') {
        const to = move.direction === 'forward' ? text.length : 0;
        select(event.shiftKey ? (before?.anchor ?? at) : to, to);
      } else {
        if (before === null) select(at, at);
        for (let times = move.times; times > 0; times--) {
          getSelection()?.modify(event.shiftKey ? 'extend' : 'move', move.direction, move.to);
        }
        // Never out of the text.
        if (selected() === null) select(event.shiftKey ? (before?.anchor ?? at) : at, at);
      }
      follow();
      intoView();
      return true;
    },
    follow,
    rest: () => erase(),
  };
}
