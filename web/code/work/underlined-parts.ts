/** A block's words cut where underlines begin and end, for browsers without a registry of highlights. */
import type { Block } from './blocks.ts';
import type { Mark } from './marks.ts';

export interface Part extends Block {
  /** Those that run through all of the part, the topmost line first. */
  marks: Mark[];
}

export function underlinedParts(block: Block, marks: readonly Mark[]): Part[] {
  const within = (at: number) => at > block.start && at < block.end;
  const cuts = [block.start, ...marks.flatMap(({ start, end }) => [start, end]).filter(within), block.end];
  const places = [...new Set(cuts)].toSorted((a, b) => a - b);
  return places.slice(0, -1).map((start, nth) => ({
    start,
    end: places[nth + 1] ?? block.end,
    marks: marks
      .filter((mark) => mark.start <= start && mark.end > start)
      .toSorted((a, b) => a.lane - b.lane),
  }));
}
