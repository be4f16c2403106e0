import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';

/** `[망상] 강화`: hits in brackets. */
function told(text: string, from: number, hits: [number, number][]): string {
  const parts = markedParts({ text, from, hits: hits.map(([start, end]) => ({ start, end })) });
  return parts.map(({ text: part, isHit }) => (isHit ? `[${part}]` : part)).join('');
}

describe('words that were looked for, in an excerpt', () => {
  it('are marked where they stand in the whole', () => {
    expect(told('망상이 강화되어', 0, [[0, 2]])).toBe('[망상]이 강화되어');
    expect(told('강화되어 내원', 4, [[4, 6]])).toBe('[강화]되어 내원');
  });

  it('count letters, not the units in which a browser keeps them', () => {
    expect(told('👩‍⚕️🩺 약을', 0, [[6, 7]])).toBe('👩‍⚕️🩺 [약]을');
  });

  it('are one where they overlap or touch, and are left out where they lie outside', () => {
    expect(
      told('abcdef', 0, [
        [0, 3],
        [2, 4],
        [4, 5],
      ]),
    ).toBe('[abcde]f');
    expect(
      told('abc', 10, [
        [0, 3],
        [12, 20],
      ]),
    ).toBe('ab[c]');
  });

  it('leave the text whole', () => {
    const ranges = fc.array(fc.record({ start: fc.nat(30), end: fc.nat(30) }));
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), ranges, (text, from, hits) => {
        const parts = markedParts({ text, from, hits });
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part, at) => part.isHit !== parts[at + 1]?.isHit)).toBe(true);
      }),
    );
  });
});
