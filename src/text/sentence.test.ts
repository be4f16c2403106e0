import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAround } from './sentence.ts';

function sentences(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const { start, end } = sentenceAround(text, at);
    if (end > start && found.at(-1) !== text.slice(start, end)) found.push(text.slice(start, end));
    at = Math.max(end, at) + 1;
  }
  return found;
}

describe('the sentence around a place', () => {
  it('ends with a full stop, and begins after the space behind the one before', () => {
    expect(sentences('약을 끊었다. “괜찮다.” 그랬더니 나빠졌다!')).toEqual([
      '약을 끊었다.',
      '“괜찮다.”',
      '그랬더니 나빠졌다!',
    ]);
  });

  it('ends with an ending of polite speech or of notes where the stop is left out', () => {
    expect(sentences('도움이 됩니다 그래도 위험은 있음 확인이 필요해요 끝')).toEqual([
      '도움이 됩니다',
      '그래도 위험은 있음',
      '확인이 필요해요',
      '끝',
    ]);
  });

  it('does not end within a number, an abbreviation or a word', () => {
    expect(sentences('About 3.5 cases, e.g. mania, vs. none. Then more.')).toEqual([
      'About 3.5 cases, e.g. mania, vs. none.',
      'Then more.',
    ]);
    expect(sentences('책임 소재가 음성 합니다만 그렇다')).toEqual(['책임 소재가 음성 합니다만 그렇다']);
  });

  it('ends with a line', () => {
    expect(sentences('첫 줄\n\n둘째 줄')).toEqual(['첫 줄', '둘째 줄']);
  });

  it('never begins or ends with space, and lies within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), (text, at) => {
        const { start, end } = sentenceAround(text, Math.min(at, text.length));
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      }),
    );
  });
});
