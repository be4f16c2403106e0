import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stacked } from './stack.ts';

describe('labels in the margin', () => {
  it('stand level with what they are on', () => {
    expect(stacked([0, 40], [20, 20])).toEqual({ tops: [0, 40], bottom: 60 });
  });

  it('move down as far as the one above needs', () => {
    expect(stacked([10, 12, 100], [20, 20, 20])).toEqual({ tops: [10, 30, 100], bottom: 120 });
  });

  it('never lie on one another, nor above their place', () => {
    const labels = fc.array(fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 60 })), { minLength: 1 });
    fc.assert(
      fc.property(labels, (given) => {
        const inOrder = given.toSorted(([a], [b]) => a - b);
        const wanted = inOrder.map(([top]) => top);
        const heights = inOrder.map(([, height]) => height);
        const { tops, bottom } = stacked(wanted, heights);
        tops.forEach((top, at) => {
          expect(top).toBeGreaterThanOrEqual(wanted[at] ?? 0);
          expect(top + (heights[at] ?? 0)).toBeLessThanOrEqual(tops[at + 1] ?? bottom);
        });
      }),
    );
  });
});
