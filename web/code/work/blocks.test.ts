import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockAt, blocksOf } from './blocks.ts';

const cut = (text: string) => blocksOf(text).map(({ start, end }) => text.slice(start, end));

describe('the blocks of a text', () => {
  it('are one where the text is short', () => {
    expect(cut('한 줄\n두 줄')).toEqual(['한 줄\n두 줄']);
    expect(cut('')).toEqual(['']);
  });

  it('end with lines', () => {
    for (const block of cut(`${'약을 끊었다. '.repeat(60)}\n`.repeat(20)))
      expect(block.endsWith('\n')).toBe(true);
  });

  it('end behind a sentence where a line never ends', () => {
    const blocks = cut('약을 끊었다. '.repeat(2000));
    expect(blocks.length).toBeGreaterThan(3);
    for (const block of blocks) expect(block.endsWith('. ')).toBe(true);
  });

  it('never end within a letter', () => {
    const family = '👩‍👩‍👧';
    for (const block of cut(family.repeat(2000))) expect(block.length % family.length).toBe(0);
  });

  it('make up the text without a gap, none empty, none long', () => {
    const texts = fc
      .array(
        fc.tuple(fc.constantFrom('가', 'a ', '끝. ', '\n', '\n\n', '🧠'), fc.integer({ min: 1, max: 3000 })),
      )
      .map((parts) => parts.map(([part, times]) => part.repeat(times)).join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const blocks = cut(text);
        expect(blocks.join('')).toBe(text);
        for (const block of blocks) expect(block.length).toBeLessThanOrEqual(5200);
        if (text !== '') for (const block of blocks) expect(block.length).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('are found by a place in them', () => {
    const text = '약을 끊었다.\n'.repeat(2000);
    const blocks = blocksOf(text);
    const starts = blocks.map(({ start }) => start);
    blocks.forEach(({ start, end }, at) => {
      expect(blockAt(starts, start)).toBe(at);
      expect(blockAt(starts, end - 1)).toBe(at);
    });
    expect(blockAt(starts, text.length)).toBe(blocks.length - 1);
  });
});
