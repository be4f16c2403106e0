import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeGraphemes } from './graphemes.ts';

const family = '👩‍👩‍👧';
// A syllable of conjoining jamo, as old Korean is written.
const jamo = 'ᄒᆞᆫ';

describe('whole letters', () => {
  it('take in all of an emoji with joiners', () => {
    expect(wholeGraphemes(`가${family}나`, { start: 2, end: 3 })).toEqual({
      start: 1,
      end: 1 + family.length,
    });
  });

  it('take in all jamo of a syllable', () => {
    expect(wholeGraphemes(`${jamo}글`, { start: 0, end: 1 })).toEqual({ start: 0, end: 3 });
  });

  it('leave what is whole as it is', () => {
    expect(wholeGraphemes('망상 강화', { start: 0, end: 2 })).toEqual({ start: 0, end: 2 });
  });

  it('put a place within a letter before it', () => {
    expect(wholeGraphemes(`가${family}`, { start: 3, end: 3 })).toEqual({ start: 1, end: 1 });
    expect(wholeGraphemes('가', { start: 1, end: 1 })).toEqual({ start: 1, end: 1 });
  });

  it('hold the given range, and are whole already when asked again', () => {
    const texts = fc
      .array(fc.constantFrom(family, jamo, 'a', '가', '🇰🇷', 'é', '\r\n', ' '))
      .map((a) => a.join(''));
    fc.assert(
      fc.property(texts, fc.nat(40), fc.nat(10), (text, at, length) => {
        const start = Math.min(at, text.length);
        const given = { start, end: Math.min(start + length, text.length) };
        const whole = wholeGraphemes(text, given);
        expect(whole.start).toBeLessThanOrEqual(given.start);
        if (given.end > given.start) expect(whole.end).toBeGreaterThanOrEqual(given.end);
        expect(wholeGraphemes(text, whole)).toEqual(whole);
      }),
    );
  });
});
