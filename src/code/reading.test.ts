import { beforeAll, expect, it } from 'vitest';
import { Refusal } from '../access/refusal.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { onEveryDatabase } from '../store/testing/stores.ts';
import type { CoderId } from '../study/ids.ts';
import { studyOf } from '../study/testing.ts';
import { AnswerFilter } from './answers-model.ts';
import { readingOf } from './reading.ts';
import type { SightNow } from './visible-codings.ts';

onEveryDatabase('reading a participant', (store) => {
  let studyId: string;

  beforeAll(async () => {
    const snapshot = studyOf({
      questions: { q1: 'experience', q2: 'priority' },
      people: [
        {
          id: 'P1',
          language: 'ko',
          answers: { q2: '동의', q1: '망상 강화' },
          coded: { anna: { q1: 'fear+' } },
        },
        { id: 'P2', language: 'en', answers: { q1: 'delusion' }, coded: { ben: { q1: 'cost' } } },
        {
          id: 'P3',
          language: 'ko',
          answers: { q1: '교육' },
          coded: { anna: { q1: 'cost' }, ben: { q1: 'fear' } },
        },
        { id: 'P4', language: 'ko', withdrawn: '2026-01-20', answers: { q1: '망상' } },
        { id: 'P5', language: 'ko', answers: { q1: '위기' } },
      ],
    });
    studyId = await importSnapshot(store(), snapshot, '2026-01-01T00:00:00.000Z');
  });

  function read(id: string, filter?: object[], sight: SightNow = { sight: 'everything' }) {
    const conditions = filter?.map((condition) => AnswerFilter.parse(condition));
    return readingOf(store(), { studyId, coder: null, sight }, id, conditions);
  }

  async function placeOf(id: string, filter?: object[], sight?: SightNow) {
    return (await read(id, filter, sight)).place;
  }

  it('gives the answers in the order of the study, with the codings that the caller may see', async () => {
    const { answers, codings } = await read('P1');
    expect(answers.map(({ question }) => question)).toEqual(['q1', 'q2']);
    expect(codings.map(({ code, coder }) => [code, coder])).toEqual([['fear', 'anna']]);
    const blind = await read('P1', undefined, { sight: 'own codings', coder: 'ben' as CoderId });
    expect(blind.codings).toEqual([]);
  });

  it('tells who stands before and after in the grid, passing over those who withdrew', async () => {
    expect(await placeOf('P1', [])).toEqual({ index: 0, total: 4, before: null, after: 'P2' });
    expect(await placeOf('P3', [])).toEqual({ index: 2, total: 4, before: 'P2', after: 'P5' });
    expect(await placeOf('P5', [])).toEqual({ index: 3, total: 4, before: 'P3', after: null });
  });

  it('counts among those who meet the conditions', async () => {
    const korean = [{ field: 'attribute', attribute: 'language', value: 'ko' }];
    expect(await placeOf('P3', korean)).toEqual({ index: 1, total: 3, before: 'P1', after: 'P5' });
    expect(await placeOf('P2', korean)).toBeNull();
    expect(await placeOf('P3')).toBeNull();
  });

  it('finds no neighbour by a code that the caller may not see', async () => {
    const blind: SightNow = { sight: 'own codings', coder: 'anna' as CoderId };
    const coded = [{ field: 'code', code: 'cost' }];
    expect(await placeOf('P3', coded)).toMatchObject({ before: 'P2', total: 2 });
    expect(await placeOf('P3', coded, blind)).toMatchObject({ before: null, total: 1 });
  });

  it('refuses who is not there, or no longer', async () => {
    for (const id of ['P4', 'P9']) await expect(read(id, [])).rejects.toBeInstanceOf(Refusal);
  });
});
