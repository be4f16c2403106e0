import { describe, expect, it } from 'vitest';
import { namesOf } from './names.ts';
import { fullStudy, hostileStudy } from './testing.ts';

describe('names', () => {
  it('are the words in the language, or in the other where there are none', () => {
    const { snapshot } = fullStudy();
    snapshot.study.questions[0]!.label = { ko: '경험', en: 'Experiences' };
    expect(namesOf(snapshot, 'ko').question('q1')).toBe('경험');
    expect(namesOf(snapshot, 'ko').theme('danger')).toBe('danger');
  });

  it('are the id where nobody gave words', () => {
    const names = namesOf(fullStudy().snapshot, 'en');
    expect(names.code('unheard-of')).toBe('unheard-of');
    expect(names.value('role', 'resident')).toBe('resident');
  });

  it('know the language of answering without being told', () => {
    const names = namesOf(fullStudy().snapshot, 'ko');
    expect([names.attribute('language'), names.value('language', 'en')]).toEqual(['응답 언어', '영어']);
  });

  it('keep their direction to themselves', () => {
    expect(namesOf(hostileStudy().snapshot, 'en').theme('worry')).toMatch(/^\u2068.*\u2069$/);
  });
});
