import { describe, expect, it } from 'vitest';
import { lookUp } from '../../src/study/lookup.ts';
import { studyOf } from '../../src/study/testing.ts';
import { type AnswerFilter, answersPage } from '../../src/synthesise/answers-page.ts';
import { codingsThatCount } from '../../src/synthesise/layer.ts';
import { findParticipant } from './find-participant.ts';

const ids = Array.from({ length: 37 }, (_, at) => `P-${String(at * 7).padStart(4, '0')}`);
const lookup = lookUp(
  studyOf({
    people: ids.map((id, at) => ({ id, language: at % 2 === 0 ? 'ko' : 'en', agreed: { q1: 'fear' } })),
  }),
);
const layer = codingsThatCount(lookup);

function finding(participant: string, filter: AnswerFilter[] = []) {
  let asked = 0;
  const found = findParticipant(participant, async (from, count) => {
    asked++;
    return answersPage(lookup, layer, { from, count, filter });
  });
  return found.then((result) => ({ result, asked }));
}

describe('finding a participant among the pages of answers', () => {
  it.each(ids.map((id, index) => [id, index] as const))('finds %s at its place', async (id, index) => {
    const { result } = await finding(id);
    expect(result).toMatchObject({
      index,
      total: ids.length,
      row: { participant: { id } },
      before: ids[index - 1],
      after: ids[index + 1],
    });
  });

  it('asks about as often as halving takes', async () => {
    const { asked } = await finding('P-0203');
    expect(asked).toBeLessThanOrEqual(Math.ceil(Math.log2(ids.length)) + 2);
  });

  it('finds nobody who is not there', async () => {
    for (const id of ['A', 'P-0001', 'Z']) expect((await finding(id)).result).toBeNull();
  });

  it('counts among those who meet the conditions', async () => {
    const filter: AnswerFilter[] = [{ field: 'language', value: 'ko' }];
    expect((await finding('P-0014', filter)).result).toMatchObject({
      index: 1,
      total: 19,
      before: 'P-0000',
      after: 'P-0028',
    });
    expect((await finding('P-0007', filter)).result).toBeNull();
  });
});
