/** Labels level with what they are on, none over another. */

export interface Stack {
  tops: number[];
  /** Where the last label ends. */
  bottom: number;
}

/** The wanted tops, each moved down as far as the one before needs. */
export function stacked(wanted: readonly number[], heights: readonly number[]): Stack {
  let bottom = 0;
  const tops = wanted.map((top, at) => {
    const here = Math.max(bottom, top);
    bottom = here + (heights[at] ?? 0);
    return here;
  });
  return { tops, bottom };
}
