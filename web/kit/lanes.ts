/** Overlapping passages are underlined on lines under one another. */

export interface MarkedSpan {
  /** Half-open, in code points of the text. */
  start: number;
  end: number;
  /** One of the stylesheet's underline colours: 1 to 8, or 0 for none. */
  colour: number;
  /** Shown on a ground of its own, as when its code is pointed at. */
  isPointed?: boolean;
}

/** Lines drawn under one another where spans overlap; deeper overlaps share the last line. */
export const LANES = 3;

/** Gives each span the highest line that no earlier overlapping span has taken. */
export function inLanes(spans: readonly MarkedSpan[]): Array<MarkedSpan & { lane: number }> {
  const ends: number[] = [];
  return spans
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((span) => {
      const free = ends.findIndex((end) => end <= span.start);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = span.end;
      return { ...span, lane: Math.min(lane, LANES - 1) };
    });
}
