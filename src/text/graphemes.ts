/** Where one may cut a text without cutting what a reader sees as one letter: emoji with joiners, combining jamo. */

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

export interface Units {
  /** Half-open, in UTF-16 units. */
  start: number;
  end: number;
}

/** The smallest range of whole letters that holds the given one; an empty one stays empty, at a letter's beginning. */
export function wholeGraphemes(text: string, { start, end }: Units): Units {
  const segments = segmenter.segment(text);
  const from = segments.containing(start)?.index ?? text.length;
  if (end <= start) return { start: from, end: from };
  const last = segments.containing(Math.min(end, text.length) - 1);
  return { start: from, end: last === undefined ? text.length : last.index + last.segment.length };
}
