import { describe, expect, it } from 'vitest';
import { contentOf, type Draft, draftOf, newDraft } from './draft.ts';

const written: Draft = {
  ...newDraft('0198c7a0-0000-7000-8000-000000000001', ['r1']),
  label: { ko: ' 지침보다 앞선 사용 ', en: '' },
  statement: { ko: '두 해 안에 대부분이 쓴다.', en: ' ' },
};

describe('the draft of a signal', () => {
  it('is kept in the languages in which something is written', () => {
    expect(contentOf(written)).toEqual({
      kind: 'weak signal',
      label: { ko: '지침보다 앞선 사용' },
      statement: { ko: '두 해 안에 대부분이 쓴다.' },
      records: ['r1'],
    });
  });

  it('is not kept without a name, a statement and a record', () => {
    expect(contentOf({ ...written, label: { ko: ' ', en: '' } })).toBeNull();
    expect(contentOf({ ...written, statement: { ko: '', en: '' } })).toBeNull();
    expect(contentOf({ ...written, records: [] })).toBeNull();
  });

  it('goes on from the version that was read', () => {
    const signal = {
      ...{ id: written.id, version: 3, missing: [], by: 'someone', recordedAt: '2026-03-02T00:00:00.000Z' },
      ...{ kind: 'trend' as const, label: { en: 'Use' }, statement: { en: 'It grows.' }, records: ['r1'] },
    };
    expect(draftOf(signal)).toMatchObject({ expected: 3, label: { ko: '', en: 'Use' } });
  });
});
