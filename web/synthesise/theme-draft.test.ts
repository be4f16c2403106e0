import { describe, expect, it } from 'vitest';
import { WorkingTheme } from '../../src/code/model.ts';
import { draftOf, saysTheSame, themeWith, withNewClaim } from './theme-draft.ts';

const theme = WorkingTheme.parse({
  id: 't1',
  label: { ko: '위기', en: 'Crisis' },
  questions: ['q1'],
  codes: ['fear'],
  narrative: [{ text: { ko: '한 문장.' }, codings: ['k1'] }],
  negativeCases: [{ text: { en: 'Not so.' }, codings: ['k2'] }],
});

describe('the words of a theme', () => {
  it('come back as they were', () => {
    expect(themeWith(theme, draftOf(theme))).toEqual(theme);
  });
  it('hold in one language alone, and lose what was emptied', () => {
    const draft = { ...draftOf(theme), label: { ko: '위기 ', en: ' ' } };
    expect(themeWith(theme, draft)).toMatchObject({ label: { ko: '위기' } });
  });
  it('need a name, words for each claim, and a citation for each', () => {
    const draft = draftOf(theme);
    expect(themeWith(theme, { ...draft, label: { ko: '', en: '' } })).toBe('no name');
    const more = withNewClaim(draft, 'narrative');
    expect(themeWith(theme, more)).toBe('claim without words');
    const worded = {
      ...more,
      narrative: more.narrative.map((one) => ({ ...one, text: { ko: '말', en: '' } })),
    };
    expect(themeWith(theme, worded)).toBe('claim without citation');
  });
  it('give each claim a key of its own', () => {
    const draft = withNewClaim(withNewClaim(draftOf(theme), 'narrative'), 'negativeCases');
    const keys = [...draft.narrative, ...draft.negativeCases].map(({ key }) => key);
    expect(new Set(keys).size).toBe(4);
  });
  it('are the same whatever codes the theme holds', () => {
    expect(saysTheSame(theme, { ...theme, codes: [] })).toBe(true);
    expect(saysTheSame(theme, { ...theme, questions: [] })).toBe(false);
  });
});
