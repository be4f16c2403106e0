/** Where blocks and threads of the alluvial diagram stand: pure geometry, nothing drawn. */
import { max, sum } from 'd3-array';

export interface Block {
  column: number;
  key: string;
  /** Participants. */
  size: number;
}

export interface Thread<T> {
  from: string;
  to: string;
  size: number;
  of: T;
}

export interface PlacedBlock extends Block {
  top: number;
  height: number;
}

export interface PlacedThread<T> extends Thread<T> {
  thickness: number;
  /** Upper edges at either end. */
  start: number;
  end: number;
}

export interface AlluvialLayout<T> {
  blocks: PlacedBlock[];
  threads: PlacedThread<T>[];
  height: number;
}

/** Room that a name of two lines needs, whatever the block's height. */
const slot = 32;
const gap = 8;
const sweeps = 6;

/**
 * Blocks of a column under one another in an order that keeps threads from crossing (repeated barycentres: each
 * block moves towards the mean of the blocks it is joined to), all at `scale` pixels per participant. The threads
 * at one side of a block share its height: participants can be in several threads, so they may overlap.
 */
export function layOut<T>(
  blocks: readonly Block[],
  threads: readonly Thread<T>[],
  scale: number,
): AlluvialLayout<T> {
  const columns = [...new Set(blocks.map(({ column }) => column))].toSorted((a, b) => a - b);
  let order = columns.map((column) =>
    blocks
      .filter((block) => block.column === column)
      .toSorted((a, b) => b.size - a.size || compare(a.key, b.key)),
  );
  for (let sweep = 0; sweep < sweeps; sweep++) {
    // One column at a time, there and back: two that move at once would only exchange their crossings.
    const columnsInTurn = sweep % 2 === 0 ? order.keys() : [...order.keys()].reverse();
    for (const at of columnsInTurn) {
      const middles = new Map(place(order, scale).map(({ key, top, height }) => [key, top + height / 2]));
      order = order.map((column, other) =>
        other === at ? sortByNeighbours(column, threads, middles) : column,
      );
    }
  }
  const placed = place(order, scale);
  const height = max(placed, ({ top, height }) => top + Math.max(height, slot)) ?? 0;
  return { blocks: placed, threads: placeThreads(placed, threads, scale), height };
}

function place(order: ReadonlyArray<readonly Block[]>, scale: number): PlacedBlock[] {
  const heights = order.map(
    (column) => sum(column, (block) => Math.max(slot, block.size * scale) + gap) - gap,
  );
  const tallest = max(heights) ?? 0;
  return order.flatMap((column, at) => {
    let y = (tallest - (heights[at] ?? 0)) / 2;
    return column.map((block) => {
      const height = Math.max(2, block.size * scale);
      const room = Math.max(slot, height);
      const top = y + (room - height) / 2;
      y += room + gap;
      return { ...block, top, height };
    });
  });
}

function sortByNeighbours<T>(
  column: readonly Block[],
  threads: readonly Thread<T>[],
  middles: ReadonlyMap<string, number>,
): Block[] {
  const pull = new Map(
    column.map(({ key }) => {
      const ends = threads.flatMap(({ from, to, size }) =>
        from === key
          ? [{ at: middles.get(to) ?? 0, size }]
          : to === key
            ? [{ at: middles.get(from) ?? 0, size }]
            : [],
      );
      const weight = sum(ends, ({ size }) => size);
      // A block without threads keeps to the foot of its column.
      return [key, weight === 0 ? Number.POSITIVE_INFINITY : sum(ends, ({ at, size }) => at * size) / weight];
    }),
  );
  const of = (block: Block): number => pull.get(block.key) ?? Number.POSITIVE_INFINITY;
  return column.toSorted((a, b) =>
    of(a) === of(b) ? b.size - a.size || compare(a.key, b.key) : of(a) - of(b),
  );
}

function placeThreads<T>(
  placed: readonly PlacedBlock[],
  threads: readonly Thread<T>[],
  scale: number,
): PlacedThread<T>[] {
  const byKey = new Map(placed.map((block) => [block.key, block]));
  const tops = (side: 'from' | 'to'): Map<Thread<T>, number> => {
    const other = side === 'from' ? 'to' : 'from';
    const found = new Map<Thread<T>, number>();
    for (const block of placed) {
      const own = threads
        .filter((thread) => thread[side] === block.key)
        .toSorted((a, b) => (byKey.get(a[other])?.top ?? 0) - (byKey.get(b[other])?.top ?? 0));
      const squeeze = squeezeInto(
        block.height,
        own.map(({ size }) => size * scale),
      );
      let y = block.top;
      for (const thread of own) {
        found.set(thread, y);
        y += thread.size * scale * squeeze;
      }
    }
    return found;
  };
  const starts = tops('from');
  const ends = tops('to');
  return threads.map((thread) => ({
    ...thread,
    thickness: Math.max(1, thread.size * scale),
    start: starts.get(thread) ?? 0,
    end: ends.get(thread) ?? 0,
  }));
}

/** By how much the offsets of threads shrink, so that each of them ends within the height. */
function squeezeInto(height: number, thicknesses: readonly number[]): number {
  let offset = 0;
  let squeeze = 1;
  for (const thickness of thicknesses) {
    if (offset > 0) squeeze = Math.min(squeeze, Math.max(0, height - thickness) / offset);
    offset += thickness;
  }
  return squeeze;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
