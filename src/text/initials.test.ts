import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialsOf, matchLabel } from './initials.ts';

const labels = [
  '망상 강화',
  '강화된 공감',
  '안전망',
  '의무기록 작성',
  'Delusion reinforcement',
  'Crisis pathway',
];

function best(query: string): string | undefined {
  return labels
    .map((label) => ({ label, score: matchLabel(query, label)?.score ?? Number.NEGATIVE_INFINITY }))
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .toSorted((a, b) => b.score - a.score)[0]?.label;
}

describe('finding a label', () => {
  it.each([
    ['ㅁㅅㄱㅎ', '망상 강화'],
    ['ㅁㅅ', '망상 강화'],
    ['마', '망상 강화'],
    ['망사', '망상 강화'],
    ['망상강화', '망상 강화'],
    ['강화', '강화된 공감'],
    ['ㄱㄹ', '의무기록 작성'],
    ['망', '망상 강화'],
    ['delu', 'Delusion reinforcement'],
    ['reinf', 'Delusion reinforcement'],
    ['dr', 'Delusion reinforcement'],
    ['CRISIS', 'Crisis pathway'],
  ])('by %s gives %s', (query, label) => {
    expect(best(query)).toBe(label);
  });

  it('finds nothing where nothing fits', () => {
    expect(best('ㅋㅋㅋ')).toBeUndefined();
    expect(best('망상x')).toBeUndefined();
  });

  it('says which letters fitted', () => {
    expect(matchLabel('ㅅㄱ', '망상 강화')?.ranges).toEqual([
      { start: 1, end: 2 },
      { start: 3, end: 4 },
    ]);
  });

  it('finds every label by its own initials and by its own words', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[가-힣]{1,8}$/u), (label) => {
        expect(matchLabel(initialsOf(label), label)).not.toBeNull();
        expect(matchLabel(label, label)?.ranges).toEqual([{ start: 0, end: Array.from(label).length }]);
      }),
    );
  });
});
