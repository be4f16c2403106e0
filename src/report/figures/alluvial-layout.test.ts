import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, layOut } from './alluvial-layout.ts';

const block = (column: number, key: string, size: number): Block => ({ column, key, size });

describe('the layout of the alluvial diagram', () => {
  it('turns crossing threads parallel', () => {
    const blocks = [block(0, 'a', 20), block(0, 'b', 10), block(1, 'x', 20), block(1, 'y', 10)];
    const threads = [
      { from: 'a', to: 'y', size: 5, of: null },
      { from: 'b', to: 'x', size: 5, of: null },
    ];
    const placed = layOut(blocks, threads, 1);
    const [first, second] = placed.threads;
    expect(Math.sign(first!.start - second!.start)).toBe(Math.sign(first!.end - second!.end));
  });

  it('draws blocks and threads at one scale', () => {
    const { blocks, threads } = layOut(
      [block(0, 'a', 40), block(1, 'x', 50)],
      [{ from: 'a', to: 'x', size: 12, of: null }],
      2,
    );
    expect(blocks.map(({ height }) => height)).toEqual([80, 100]);
    expect(threads[0]?.thickness).toBe(24);
  });

  it('keeps blocks apart and threads at their blocks', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, sizes, fc.array(fc.nat(35), { maxLength: 12 }), (left, right, joins) => {
        const blocks = [
          ...left.map((size, at) => block(0, `l${at}`, size)),
          ...right.map((size, at) => block(1, `r${at}`, size)),
        ];
        const threads = [...new Set(joins)].map((join) => {
          const [from, to] = [join % left.length, join % right.length];
          return { from: `l${from}`, to: `r${to}`, size: Math.min(left[from]!, right[to]!), of: null };
        });
        const placed = layOut(blocks, threads, 1.5);
        for (const column of [0, 1]) {
          const own = placed.blocks.filter((one) => one.column === column).toSorted((a, b) => a.top - b.top);
          for (const [at, one] of own.entries())
            if (at > 0) expect(one.top).toBeGreaterThanOrEqual(own[at - 1]!.top + own[at - 1]!.height);
        }
        for (const thread of placed.threads) {
          const from = placed.blocks.find(({ key }) => key === thread.from)!;
          expect(thread.start).toBeGreaterThanOrEqual(from.top - 1e-9);
          expect(thread.start + thread.thickness).toBeLessThanOrEqual(from.top + from.height + 1e-6);
        }
      }),
    );
  });
});
