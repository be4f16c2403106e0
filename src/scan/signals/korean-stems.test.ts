import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { koreanStems } from './korean-stems.ts';

const stemsOf = (...texts: string[]) => {
  const stem = koreanStems(texts);
  return texts.flatMap((text) => text.split(' ').map(stem));
};

describe('Korean words without what is attached to them', () => {
  it('are one for all their particles', () => {
    expect(stemsOf('망상을 망상이 망상은 망상에서 망상')).toEqual(Array(5).fill('망상'));
    expect(stemsOf('환자가 환자를 환자는 환자에게')).toEqual(Array(4).fill('환자'));
  });

  it('are one for what 하다 makes of them', () => {
    expect(stemsOf('강화한 강화하는 강화된')).toEqual(['강화', '강화', '강화']);
  });

  it.each([
    ['정신과에서 정신과 정신과의 정신', ['정신과', '정신과', '정신과', '정신']],
    ['전문의 전문의가', ['전문의', '전문의']],
    ['재평가 재평', ['재평가', '재평']],
    ['만족도', ['만족도']],
    ['어린이', ['어린이']],
  ])('stay whole where the ending is theirs: %s', (text, stems) => {
    expect(stemsOf(text)).toEqual(stems);
  });

  it('keep an ending of which no other word tells that it is one', () => {
    expect(stemsOf('보호자의')).toEqual(['보호자의']);
    expect(stemsOf('보호자의 보호자')).toEqual(['보호자', '보호자']);
  });

  it('are never less than two syllables, and always begin the word', () => {
    expect(stemsOf('약을 대한 나는')).toEqual(['약을', '대한', '나는']);
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code));
    const word = fc.array(fc.oneof(syllable, fc.constantFrom('을', '의', '과', '한')), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(word), (given) => {
        const words = given.map((letters) => letters.join(''));
        const stem = koreanStems(words);
        for (const one of words) {
          expect(one.startsWith(stem(one))).toBe(true);
          expect(stem(one).length).toBeGreaterThanOrEqual(Math.min(2, one.length));
        }
      }),
    );
  });
});
