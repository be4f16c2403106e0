import { beforeAll, expect, it } from 'vitest';
import { importSnapshot } from '../store/snapshots.ts';
import { onEveryDatabase } from '../store/testing/stores.ts';
import type { CoderId } from '../study/ids.ts';
import { studyOf } from '../study/testing.ts';
import { GridQuery } from './answers-model.ts';
import { gridPage } from './grid.ts';
import type { SightNow } from './visible-codings.ts';

onEveryDatabase('the grid', (store) => {
  let studyId: string;

  beforeAll(async () => {
    const snapshot = studyOf({
      questions: { q1: 'experience', q2: 'priority' },
      people: [
        {
          id: 'P1',
          attributes: { role: 'resident', place: 'a "role":"nurse" b' },
          answers: { q1: '망상 강화', q2: '동의' },
          coded: { anna: { q1: 'fear+' }, ben: { q1: 'fear+ cost' } },
        },
        { id: 'P2', language: 'ko', attributes: { role: 'nurse' }, answers: { q1: 'delusion' } },
        {
          id: 'P3',
          attributes: { role: '' },
          answers: { q1: { text: '-', standing: 'non-substantive' }, q2: '망상' },
          coded: { ben: { q2: 'cost-' } },
        },
        { id: 'P4', answers: { q2: '교육' } },
        { id: 'P5', withdrawn: '2026-01-20', attributes: { role: 'nurse' }, answers: { q1: '망상' } },
      ],
    });
    studyId = await importSnapshot(store(), snapshot, '2026-01-01T00:00:00.000Z');
  });

  function page(filter: object[], more: object = {}, sight: SightNow = { sight: 'everything' }) {
    const query = GridQuery.parse({ filter: JSON.stringify(filter), ...more });
    return gridPage(store(), { studyId, coder: null, sight }, query);
  }

  async function who(filter: object[], sight?: SightNow): Promise<string[]> {
    const { total, rows } = await page(filter, {}, sight);
    expect(total).toBe(rows.length);
    return rows.map(({ participant }) => participant);
  }

  it.each([
    [[], ['P1', 'P2', 'P3', 'P4']],
    [[{ field: 'attribute', attribute: 'role', value: 'nurse' }], ['P2']],
    [[{ field: 'attribute', attribute: 'role', value: '' }], ['P3', 'P4']],
    [[{ field: 'attribute', attribute: 'language', value: 'ko' }], ['P2']],
    [[{ field: 'attribute', attribute: 'place', value: 'a "role":"nurse" b' }], ['P1']],
    [[{ field: 'answered', question: 'q2' }], ['P1', 'P3', 'P4']],
    [[{ field: 'code', code: 'cost' }], ['P1', 'P3']],
    [[{ field: 'code', code: 'cost', question: 'q1' }], ['P1']],
    [[{ field: 'no code' }], ['P2', 'P4']],
    [[{ field: 'no code', question: 'q2' }], ['P1', 'P2', 'P4']],
    [[{ field: 'standing', standing: 'non-substantive' }], ['P3']],
    [[{ field: 'standing', standing: 'interpretable', question: 'q1' }], ['P1', 'P2']],
    [[{ field: 'text', text: '망상' }], ['P1', 'P3']],
    [[{ field: 'text', text: '육' }], ['P4']],
    [[{ field: 'text', text: ' ' }], []],
    [
      [
        { field: 'text', text: '망상' },
        { field: 'code', code: 'fear' },
      ],
      ['P1'],
    ],
    [[{ field: 'assigned', passId: 'imported.independent' }], []],
  ])('%j lets through %j', async (filter, found) => {
    expect(await who(filter)).toEqual(found);
  });

  it('counts codes as far as the caller may see them', async () => {
    const blind: SightNow = { sight: 'own codings', coder: 'anna' as CoderId };
    expect(await who([{ field: 'code', code: 'cost' }], blind)).toEqual([]);
    expect(await who([{ field: 'no code' }], blind)).toEqual(['P2', 'P3', 'P4']);
  });

  it('tells on every page how many there are in all', async () => {
    const second = await page([], { from: 2, count: 1 });
    expect(second).toMatchObject({ total: 4, from: 2, rows: [{ participant: 'P3' }] });
    expect(await page([], { from: 40 })).toMatchObject({ total: 4, rows: [] });
  });

  it('shows each code once, with its coders and the polarity on which they agree', async () => {
    const [first] = (await page([])).rows;
    expect(first?.cells[0]?.codes).toEqual([
      { code: 'cost', polarity: null, coders: 1 },
      { code: 'fear', polarity: 'positive', coders: 2 },
    ]);
  });
});
