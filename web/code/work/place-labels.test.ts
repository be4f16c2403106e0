import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type Wanted } from './place-labels.ts';

const nothing = new Map<string, number>();
const endless = { height: 20, room: Number.POSITIVE_INFINITY };
const labels = (...tops: number[]): Wanted[] => tops.map((top, at) => ({ slot: `k${at}`, top }));
const topsOf = (placed: Map<string, number>) => [...placed.values()];

describe('labels beside a block', () => {
  it('stand level with their words, or as far below as the one above needs', () => {
    expect(topsOf(placeLabels(labels(0, 5, 100), endless, nothing))).toEqual([0, 20, 100]);
  });

  it('move up from the end of the block, and closer where they are too many', () => {
    expect(topsOf(placeLabels(labels(80, 85), { height: 20, room: 100 }, nothing))).toEqual([60, 80]);
    expect(topsOf(placeLabels(labels(0, 0, 0, 0), { height: 20, room: 40 }, nothing))).toEqual([
      0, 10, 20, 30,
    ]);
  });

  it('stay where they are when one comes in between', () => {
    const before = placeLabels(labels(0, 20), endless, nothing);
    const after = placeLabels([...labels(0, 20), { slot: 'new', top: 5 }], endless, before);
    expect(after).toEqual(new Map([...before, ['new', 40]]));
  });

  it('never lie on one another while there is room below, whatever came first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 1, maxLength: 20 }), fc.nat(20), (tops, first) => {
        const all = labels(...tops);
        const before = placeLabels(all.slice(0, first), endless, nothing);
        const placed = topsOf(placeLabels(all, endless, before)).toSorted((a, b) => a - b);
        placed.slice(1).forEach((top, at) => {
          expect(top - (placed[at] ?? 0)).toBeGreaterThanOrEqual(20);
        });
        for (const [slot, top] of before) expect(placeLabels(all, endless, before).get(slot)).toBe(top);
      }),
    );
  });
});
