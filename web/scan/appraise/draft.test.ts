import { describe, expect, it } from 'vitest';
import type { Appraisal } from '../../../src/scan/appraisal/model.ts';
import { defaultCriteria } from '../../../src/scan/screening/default-lists.ts';
import { differing, draftOf, underCriteria } from './draft.ts';

const kept: Appraisal = {
  record: 'r1',
  version: 2,
  content: {
    kind: 'survey',
    setting: '병원',
    population: '',
    channels: [],
    lenses: ['a', 'b'],
    codes: [],
    criteriaVersion: 1,
    levels: { field: 3, former: 2 },
    rationale: '까닭',
    watch: '',
  },
  score: { value: null, formula: '', missing: ['change', 'weight'] },
  by: 'someone',
  recordedAt: '2026-03-02T00:00:00.000Z',
  firstAt: '2026-03-02T00:00:00.000Z',
};

describe('the draft of an appraisal', () => {
  it('goes on from what was kept, under the present criteria alone', () => {
    const draft = draftOf(kept, { version: 4, items: defaultCriteria });
    expect(draft).toEqual({ ...kept.content, criteriaVersion: 4, levels: { field: 3 } });
  });

  it('goes on under criteria that were changed while it was written', () => {
    const draft = draftOf(kept, { version: 1, items: defaultCriteria });
    const [, ...others] = defaultCriteria;
    expect(underCriteria(draft, { version: 2, items: others })).toEqual({
      ...draft,
      criteriaVersion: 2,
      levels: {},
    });
  });

  it('begins with nothing proposed where nobody has appraised', () => {
    const draft = draftOf(null, { version: 0, items: defaultCriteria });
    expect(draft).toMatchObject({ kind: 'unknown', levels: {}, rationale: '' });
  });

  it('differs from another by what they say, not by the order in which it was chosen', () => {
    const other = { ...kept.content, lenses: ['b', 'a'], levels: { former: 2, field: 3 } as const };
    expect(differing(kept.content, other)).toEqual([]);
    expect(differing(kept.content, { ...other, watch: '다음 조사', levels: { field: 1 } })).toEqual([
      'levels',
      'watch',
    ]);
  });
});
