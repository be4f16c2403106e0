/** Labels of one block, each level with its words as far as none lies on another; those that stand stay where they are. */

export interface Wanted {
  slot: string;
  /** Pixels from the block's top. */
  top: number;
}

interface Room {
  /** Of one label. */
  height: number;
  /** Of the block; labels of the last block may go on below it. */
  room: number;
}

/** @param standing where labels of this block stood before */
export function placeLabels(
  wanted: readonly Wanted[],
  { height, room }: Room,
  standing: ReadonlyMap<string, number>,
): Map<string, number> {
  const placed = new Map<string, number>();
  for (const { slot } of wanted) {
    const top = standing.get(slot);
    if (top !== undefined) placed.set(slot, top);
  }
  if (placed.size === 0) return stacked(wanted, { height, room });
  for (const { slot, top } of wanted) {
    if (!placed.has(slot)) placed.set(slot, freeTop([...placed.values()], top, { height, room }));
  }
  return placed;
}

/** All at once: moved down where the one before needs it, up again from the block's end, closer where all are too many. */
function stacked(wanted: readonly Wanted[], { height, room }: Room): Map<string, number> {
  const inOrder = wanted.toSorted((a, b) => a.top - b.top);
  const step = Math.min(height, room / Math.max(1, inOrder.length));
  const tops: number[] = [];
  for (const { top } of inOrder) tops.push(Math.max(top, (tops.at(-1) ?? -step) + step));
  let floor = room;
  for (let at = tops.length - 1; at >= 0; at--) {
    floor = Math.max(0, Math.min(tops[at] ?? 0, floor - step));
    tops[at] = floor;
  }
  return new Map(inOrder.map(({ slot }, at) => [slot, tops[at] ?? 0]));
}

/** The first free place from the wanted one down, else up; where none is free, the wanted one. */
function freeTop(taken: readonly number[], wanted: number, { height, room }: Room): number {
  const isFree = (top: number) => taken.every((one) => Math.abs(one - top) >= height);
  const down = [wanted, ...taken.map((top) => top + height)].filter((top) => top >= wanted && isFree(top));
  const below = Math.min(...down);
  if (below + height <= room) return below;
  const above = Math.max(...taken.map((top) => top - height).filter((top) => top >= 0 && isFree(top)));
  return Number.isFinite(above) ? above : wanted;
}
