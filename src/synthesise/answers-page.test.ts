import { describe, expect, it } from 'vitest';
import { lookUp } from '../study/lookup.ts';
import { studyOf } from '../study/testing.ts';
import { AnswerFilter, answersPage } from './answers-page.ts';
import { codingsThatCount } from './layer.ts';

const lookup = lookUp(
  studyOf({
    people: [
      {
        id: 'A',
        language: 'ko',
        attributes: { role: 'resident' },
        answers: { q1: '망상 강화를 봄' },
        agreed: { q1: 'delusion-' },
      },
      { id: 'B', language: 'en', answers: { q1: 'Saves time.', q2: 'Cheap.' }, agreed: { q1: 'time+' } },
      { id: 'C', answers: { q1: { text: 'none', standing: 'non-substantive' } } },
      { id: 'D', withdrawn: '2026-01-20', answers: { q1: 'Withdrawn words.' }, agreed: { q1: 'time' } },
    ],
  }),
);
const layer = codingsThatCount(lookup);

function found(...filter: { field: string; value: string }[]): string[] {
  const { rows } = answersPage(lookup, layer, {
    from: 0,
    count: 10,
    filter: filter.map((one) => AnswerFilter.parse(one)),
  });
  return rows.map(({ participant }) => participant.id);
}

describe('the page of answers', () => {
  it('shows everybody who has not withdrawn, with the codings that count', () => {
    const { total, rows } = answersPage(lookup, layer, { from: 0, count: 10, filter: [] });
    expect(total).toBe(3);
    expect(
      rows.map(({ participant, answers, codings }) => [
        participant.id,
        answers.length,
        codings.map((one) => one.code),
      ]),
    ).toEqual([
      ['A', 1, ['delusion']],
      ['B', 2, ['time']],
      ['C', 1, []],
    ]);
  });

  it('goes page by page', () => {
    const { total, rows } = answersPage(lookup, layer, { from: 1, count: 1, filter: [] });
    expect([total, rows.map(({ participant }) => participant.id)]).toEqual([3, ['B']]);
  });

  it.each([
    [{ field: 'question-answered', value: 'q2' }, ['B']],
    [{ field: 'code', value: 'delusion' }, ['A']],
    [{ field: 'no-code', value: 'delusion' }, ['B', 'C']],
    [{ field: 'no-code', value: '' }, ['B', 'C']],
    [{ field: 'standing', value: 'non-substantive' }, ['C']],
    [{ field: 'language', value: 'ko' }, ['A']],
    [{ field: 'text', value: '망상강화' }, ['A']],
    [{ field: 'text', value: 'SAVES' }, ['B']],
    [{ field: 'attribute:role', value: 'resident' }, ['A']],
  ])('finds by %j', (condition, ids) => expect(found(condition)).toEqual(ids));

  it('asks for all conditions at once', () => {
    expect(found({ field: 'language', value: 'en' }, { field: 'standing', value: 'interpretable' })).toEqual([
      'B',
    ]);
  });
});
