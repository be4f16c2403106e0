/** An excerpt cut where the words that were looked for begin and end. */

import type { z } from 'zod';
import type { HitRange } from '../../src/code/search-model.ts';

export interface Part {
  text: string;
  isHit: boolean;
}

interface Excerpt {
  text: string;
  /** Where the excerpt begins in the whole, in code points. */
  from: number;
  /** Half-open code points of the whole; they may overlap and lie outside the excerpt. */
  hits: readonly z.infer<typeof HitRange>[];
}

/** The parts, in order; together they are the text. */
export function markedParts({ text, from, hits }: Excerpt): Part[] {
  const letters = Array.from(text);
  const isHit = letters.map((_, at) => hits.some(({ start, end }) => start <= from + at && from + at < end));
  const parts: Part[] = [];
  letters.forEach((letter, at) => {
    const last = parts.at(-1);
    const here = isHit[at] === true;
    if (last !== undefined && last.isHit === here) last.text += letter;
    else parts.push({ text: letter, isHit: here });
  });
  return parts;
}
