import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceCodePoints } from './code-points.ts';
import { searchable, searchablePlaces } from './searchable.ts';

describe('a text for searching', () => {
  it.each([
    ['망상 강화', '망상강화'],
    ['의무기록'.normalize('NFD'), '의무기록'],
    ['ＣｈａｔＧＰＴ 를', 'chatgpt를'],
    ['GPT 4', 'gpt4'],
    ['Crisis \n pathway', 'crisis pathway'],
    ['far things', 'far things'],
    ['챗GPT 사용', '챗gpt사용'],
    ['e\u0301tude', 'étude'],
    ['👩‍⚕️ 선생', '👩‍⚕️선생'],
    [' ', ''],
  ])('%j becomes %j', (text, folded) => {
    expect(searchable(text)).toBe(folded);
  });

  it('leads back to the letters that it came from', () => {
    const { folded, starts, ends } = searchablePlaces('그 망상 강화');
    const at = Array.from(folded).join('').indexOf('상강');
    expect(sliceCodePoints('그 망상 강화', starts[at] ?? 0, ends[at + 1] ?? 0)).toBe('상 강');
  });

  it('has a place in the text for each of its letters, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { folded, starts, ends } = searchablePlaces(text);
        const length = Array.from(text).length;
        expect(starts).toHaveLength(Array.from(folded).length);
        starts.forEach((start, at) => {
          const end = ends[at] ?? 0;
          expect(start >= (starts[at - 1] ?? 0) && start < end && end <= length).toBe(true);
        });
      }),
    );
  });

  it('is the same for a text that was composed or decomposed before', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[가-힣a-zé ]{0,20}$/u), (text) => {
        expect(searchable(text.normalize('NFD'))).toBe(searchable(text.normalize('NFC')));
      }),
    );
  });
});
