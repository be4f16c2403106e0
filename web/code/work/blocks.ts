/**
 * A long text in pieces of a few kilobytes, one text node each: what is drawn and measured is then a screenful and its
 * neighbours, however long the whole is.
 */
import { wholeGraphemes } from '../../../src/text/graphemes.ts';
import { lastAtOrBefore } from '../../../src/text/text-index.ts';

/** Half-open, in UTF-16 units. Blocks follow one another without a gap. */
export interface Block {
  start: number;
  end: number;
}

/** Blocks end with the first line that ends after this many units … */
const ENOUGH = 1200;
/** … or, in a line as long as this, behind a sentence or a word. */
const LONGEST = 4000;

export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfBlock(text, start);
    blocks.push({ start, end });
    start = end;
  }
  return blocks.length === 0 ? [{ start: 0, end: 0 }] : blocks;
}

function endOfBlock(text: string, start: number): number {
  if (text.length - start <= ENOUGH) return text.length;
  const line = text.indexOf('\n', start + ENOUGH) + 1;
  if (line > 0 && line - start <= LONGEST) return line;
  if (line === 0 && text.length - start <= LONGEST) return text.length;
  const earlier = text.lastIndexOf('\n', start + ENOUGH) + 1;
  if (earlier > start) return earlier;
  const piece = text.slice(start, start + LONGEST);
  const sentence = Math.max(...['. ', '? ', '! ', '다 ', '요 '].map((end) => piece.lastIndexOf(end) + 2));
  if (sentence > ENOUGH) return start + sentence;
  const word = piece.lastIndexOf(' ') + 1;
  if (word > ENOUGH) return start + word;
  // A line without a space: cut before a letter, never within one.
  const around = text.slice(start, start + LONGEST + 64);
  return start + wholeGraphemes(around, { start: LONGEST, end: LONGEST }).start;
}

/** Which block a place lies in, given where each begins; the end of the text lies in the last. */
export function blockAt(starts: readonly number[], units: number): number {
  return Math.max(0, lastAtOrBefore(starts, units));
}
