import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, fromUtf16, sliceCodePoints, toUtf16 } from './code-points.ts';

describe('code points', () => {
  it('counts an emoji with joiners by its code points', () => {
    expect(codePointLength('👩‍⚕️')).toBe(4);
    expect(sliceCodePoints('가👨‍👩‍👧나', 1, 6)).toBe('👨‍👩‍👧');
  });

  it('goes to UTF-16 and back without loss', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(60), (text, offset) => {
        const inside = Math.min(offset, codePointLength(text));
        expect(fromUtf16(text, toUtf16(text, inside))).toBe(inside);
      }),
    );
  });

  it('puts an offset inside a surrogate pair at the pair', () => {
    expect(fromUtf16('a😀b', 2)).toBe(1);
  });

  it('cuts as Array.from does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), fc.nat(20), (text, a, b) => {
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        expect(sliceCodePoints(text, start, end)).toBe(Array.from(text).slice(start, end).join(''));
      }),
    );
  });
});
