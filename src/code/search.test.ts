import { beforeAll, describe, expect, it } from 'vitest';
import { importSnapshot } from '../store/snapshots.ts';
import { onEveryDatabase } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import { sliceCodePoints } from '../text/code-points.ts';
import { search, searchWords } from './search.ts';
import type { SearchHit } from './search-model.ts';

const answers = {
  record: '전자의무기록 초안을 GPT로 쓴다',
  delusion: '망상이 강화되어 내원',
  spaced: '망상 강화 사례 1례',
  closed: '망상강화가 걱정된다. 망상강화는 위험',
  heart: 'It went to the heart of the matter',
  far: 'far things are near',
  emoji: '👩‍⚕️ 선생님이 약을 줄이라고',
  percent: '100% 신뢰_불가',
  wide: 'ＣｈａｔＧＰＴ에게 물음',
};

onEveryDatabase('searching', (store) => {
  let studyId: string;
  const everything = { sight: 'everything' } as const;

  beforeAll(async () => {
    const snapshot = studyOf({
      questions: { q1: 'experience' },
      people: [
        ...Object.entries(answers).map(([id, text]) => ({ id, answers: { q1: text } })),
        { id: 'withdrawn', withdrawn: '2026-01-20', answers: { q1: '망상강화 철회' } },
      ],
      unused: ['LH06'],
    });
    studyId = await importSnapshot(store(), snapshot, '2026-01-01T00:00:00.000Z');
  });

  async function find(query: string): Promise<SearchHit[]> {
    const kinds = new Set(['answers', 'memos', 'codes'] as const);
    const { hits, total } = await search(
      store(),
      { studyId, sight: everything },
      { query, kinds, count: 50 },
    );
    expect(total.answers).toBe(hits.filter(({ kind }) => kind === 'answers').length);
    return hits;
  }

  async function who(query: string): Promise<string[]> {
    return (await find(query)).flatMap((hit) => (hit.kind === 'answers' ? [hit.participant as string] : []));
  }

  it.each([
    ['의무기록', ['record']],
    ['기록', ['record']],
    ['망상', ['closed', 'delusion', 'spaced']],
    ['망상강화', ['closed', 'spaced']],
    ['망상 강화', ['closed', 'delusion', 'spaced']],
    ['망상을', ['closed', 'delusion', 'spaced']],
    ['약', ['emoji']],
    ['약을', ['emoji']],
    ['의무기록'.normalize('NFD'), ['record']],
    ['GPT', ['record', 'wide']],
    ['chatgpt', ['wide']],
    ['art', ['heart']],
    ['far things', ['far']],
    ['things far', ['far']],
    ['%', ['percent']],
    ['신뢰_불', ['percent']],
    ['없는말', []],
    ["'; drop table answers; --", []],
    ['"', []],
    [' ', []],
  ])('for %j finds %j', async (query, found) => {
    expect((await who(query)).toSorted()).toEqual(found);
  });

  it('puts first what says it oftener and as it was typed', async () => {
    expect((await who('망상 강화'))[0]).toBe('closed');
    expect((await who('망상 강화')).at(-1)).toBe('delusion');
  });

  it('says where the words stand, in code points of the text', async () => {
    const [hit] = await find('선생님이');
    if (hit?.kind !== 'answers') throw new Error('expected an answer');
    const text = answers[hit.participant as keyof typeof answers];
    expect(hit.hits.map(({ start, end }) => sliceCodePoints(text, start, end))).toEqual(['선생님이']);
    const [spaced] = (await find('망상강화')).filter(
      (one) => one.kind === 'answers' && one.participant === 'spaced',
    );
    expect(spaced?.hits).toEqual([{ start: 0, end: 5 }]);
  });

  it('finds a code by its label', async () => {
    expect((await find('lh06'))[0]).toMatchObject({ kind: 'codes', code: 'LH06' });
  });

  it('finds nothing of another study', async () => {
    const other = studyOf({
      questions: { q1: 'experience' },
      people: [{ answers: { q1: '다른 연구의 망상' } }],
    });
    await importSnapshot(
      store(),
      { ...other, study: { ...other.study, id: 'other' as never } },
      '2026-01-01T00:00:00.000Z',
    );
    expect((await who('망상')).toSorted()).toEqual(['closed', 'delusion', 'spaced']);
  });
});

describe('the words of a query', () => {
  it('lose a particle, but never their only syllable', () => {
    expect(searchWords('환자가 약을')).toEqual([['환자가', '환자'], ['약을']]);
    expect(searchWords('의무기록에서는')).toEqual([['의무기록에서는', '의무기록']]);
  });
});
