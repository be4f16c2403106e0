import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readStudyFolder } from '../../src/collect/index.ts';
import { namesOf } from '../../src/report/names.ts';
import type { StudySnapshot } from '../../src/study/snapshot.ts';
import { AnswerFilter } from '../../src/synthesise/answers-page.ts';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import { conditionGroups, conditionInWords } from './conditions.ts';

let sample: StudySnapshot;
beforeAll(async () => {
  sample = await readStudyFolder(join(import.meta.dirname, '../../examples/genai-psychiatry'));
});

describe('conditions as words', () => {
  it.each([
    [{ field: 'attribute:role', value: 'resident' }, '직위 = 전공의', 'Role = Resident'],
    [{ field: 'attribute:role', value: '' }, '직위 = 밝히지 않음', 'Role = not stated'],
    [{ field: 'language', value: 'ko' }, '응답 언어 = 한국어', 'Language of answering = Korean'],
    [{ field: 'code', value: 'LH01' }, '코드: 망상 강화', 'code: Delusion reinforcement'],
    [{ field: 'no-code', value: '' }, '코드 없는 답', 'an answer without a code'],
    [{ field: 'standing', value: 'undecided' }, '답의 상태: 판단 전', 'an answer that is undecided'],
    [{ field: 'question-answered', value: 'priority' }, '답한 질문: 우선순위', 'answered: Priorities'],
    [{ field: 'text', value: '공감' }, '답에 ‘공감’', 'says “공감”'],
  ])('%j', (given, inKorean, inEnglish) => {
    const filter = AnswerFilter.parse(given);
    expect(conditionInWords(filter, namesOf(sample, 'ko'), ko)).toBe(inKorean);
    expect(conditionInWords(filter, namesOf(sample, 'en'), en)).toBe(inEnglish);
  });

  it('offers each value of each attribute, each question and each code, once', () => {
    const options = conditionGroups(sample, namesOf(sample, 'ko'), ko).flatMap((group) => group.options);
    expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
    const fields = options.map(({ filter }) => filter.field);
    expect(fields.filter((field) => field === 'code')).toHaveLength(sample.codebook.codes.length);
    expect(fields.filter((field) => field === 'question-answered')).toHaveLength(3);
    expect(fields.filter((field) => field === 'attribute:role')).toHaveLength(6);
  });

  it('offers only what the server understands', () => {
    const options = conditionGroups(sample, namesOf(sample, 'en'), en).flatMap((group) => group.options);
    for (const { filter } of options) expect(AnswerFilter.safeParse(filter).success).toBe(true);
  });
});
