import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inLanes, LANES } from './lanes.ts';

const span = (start: number, end: number) => ({ start, end, colour: 1 });
const lanesOf = (...spans: ReturnType<typeof span>[]) => inLanes(spans).map(({ lane }) => lane);

describe('underlines of overlapping passages', () => {
  it('stand on one line where passages only touch', () => {
    expect(lanesOf(span(0, 5), span(5, 9))).toEqual([0, 0]);
  });

  it('go under one another where passages overlap, the longer one on top', () => {
    expect(lanesOf(span(0, 4), span(0, 9), span(3, 6))).toEqual([0, 1, 2]);
  });

  it('use a line again as soon as it is free', () => {
    expect(lanesOf(span(0, 9), span(2, 4), span(4, 6))).toEqual([0, 1, 1]);
  });

  it('never lie on one another while fewer than all lines are taken', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat(40), fc.integer({ min: 1, max: 12 }))
        .map(([start, length]) => span(start, start + length)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, (given) => {
        const placed = inLanes(given).filter(({ lane }) => lane < LANES - 1);
        for (const a of placed) {
          for (const b of placed) {
            const overlap = a !== b && a.start < b.end && b.start < a.end;
            if (overlap) expect(a.lane).not.toBe(b.lane);
          }
        }
      }),
    );
  });
});
