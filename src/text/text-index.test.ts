import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength, fromUtf16, sliceCodePoints, toUtf16 } from './code-points.ts';
import { indexText, lastAtOrBefore } from './text-index.ts';

const texts = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 40 }), fc.integer({ min: 1, max: 60 }))
  .map(([part, times]) => part.repeat(times));

describe('the index of a text', () => {
  it('counts as the walks from the beginning do', () => {
    fc.assert(
      fc.property(texts, fc.nat(3000), (text, at) => {
        const index = indexText(text);
        expect(index.length).toBe(codePointLength(text));
        expect(index.toUtf16(at)).toBe(toUtf16(text, at));
        expect(index.fromUtf16(at)).toBe(fromUtf16(text, at));
      }),
    );
  });

  it('cuts the same words out', () => {
    fc.assert(
      fc.property(texts, fc.nat(2000), fc.nat(300), (text, start, length) => {
        expect(indexText(text).slice(start, start + length)).toBe(
          sliceCodePoints(text, start, start + length),
        );
      }),
    );
  });

  it('is of use at once with a megabyte', () => {
    const index = indexText('환자 🧠 '.repeat(120_000));
    let sum = 0;
    for (let at = 0; at < index.length; at += 60) sum += index.fromUtf16(index.toUtf16(at)) - at;
    expect(sum).toBe(0);
  });
});

describe('the last place at or before', () => {
  it('is the one that a walk finds', () => {
    const rising = fc.array(fc.nat(100)).map((values) => values.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(rising, fc.nat(100), (values, value) => {
        expect(lastAtOrBefore(values, value)).toBe(values.findLastIndex((one) => one <= value));
      }),
    );
  });
});
