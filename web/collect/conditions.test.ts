import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AnswerFilter } from '../../src/code/answers-model.ts';
import { readStudyFolder } from '../../src/collect/index.ts';
import { namesOf } from '../../src/report/names.ts';
import type { Language } from '../../src/study/localised.ts';
import type { StudySnapshot } from '../../src/study/snapshot.ts';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import { conditionGroups, conditionInWords, type Vocabulary } from './conditions.ts';
import { collectWords } from './words.ts';

let sample: StudySnapshot;
beforeAll(async () => {
  sample = await readStudyFolder(join(import.meta.dirname, '../../examples/genai-psychiatry'));
});

function vocabulary(language: Language): Vocabulary {
  const words = { ko, en }[language];
  const passName = (id: string) => (id === 'first' ? '1차' : '');
  return { names: namesOf(sample, language), words, collect: collectWords[language], passName };
}

describe('conditions as words', () => {
  it.each([
    [{ field: 'attribute', attribute: 'role', value: 'resident' }, '직위 = 전공의', 'Role = Resident'],
    [{ field: 'attribute', attribute: 'role', value: '' }, '직위 = 밝히지 않음', 'Role = not stated'],
    [
      { field: 'attribute', attribute: 'language', value: 'ko' },
      '응답 언어 = 한국어',
      'Language of answering = Korean',
    ],
    [{ field: 'code', code: 'LH01' }, '코드: 망상 강화', 'code: Delusion reinforcement'],
    [
      { field: 'code', code: 'LH01', question: 'priority' },
      '코드: 망상 강화 · 우선순위',
      'code: Delusion reinforcement · Priorities',
    ],
    [{ field: 'no code' }, '코드 없음', 'no code'],
    [{ field: 'no code', question: 'priority' }, '코드 없음: 우선순위', 'no code on: Priorities'],
    [{ field: 'standing', standing: 'undecided' }, '답의 상태: 판단 전', 'an answer that is undecided'],
    [{ field: 'answered', question: 'priority' }, '답한 질문: 우선순위', 'answered: Priorities'],
    [{ field: 'text', text: '공감' }, '답에 ‘공감’', 'says “공감”'],
    [{ field: 'assigned', passId: 'first' }, '내가 맡은 답: 1차', 'given to me: 1차'],
  ])('%j', (given, inKorean, inEnglish) => {
    const filter = AnswerFilter.parse(given);
    expect(conditionInWords(filter, vocabulary('ko'))).toBe(inKorean);
    expect(conditionInWords(filter, vocabulary('en'))).toBe(inEnglish);
  });

  it('offers each value of each attribute, each question and each code, once', () => {
    const options = conditionGroups(sample, ['first'], vocabulary('ko')).flatMap((group) => group.options);
    expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
    const fields = options.map(({ filter }) => filter.field);
    expect(fields.filter((field) => field === 'code')).toHaveLength(sample.codebook.codes.length);
    expect(fields.filter((field) => field === 'answered')).toHaveLength(3);
    const ofRole = options.filter(
      ({ filter }) => filter.field === 'attribute' && filter.attribute === 'role',
    );
    expect(ofRole).toHaveLength(6);
  });

  it('offers only what the server understands', () => {
    const options = conditionGroups(sample, ['first'], vocabulary('en')).flatMap((group) => group.options);
    for (const { filter } of options) expect(AnswerFilter.safeParse(filter).success).toBe(true);
  });
});
