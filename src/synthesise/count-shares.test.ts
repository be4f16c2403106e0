import { describe, expect, it } from 'vitest';
import { lookUp } from '../study/lookup.ts';
import { studyOf } from '../study/testing.ts';
import { countShares, groupsOf, shownCodes } from './count-shares.ts';
import { codingsThatCount } from './layer.ts';

const lookup = lookUp(
  studyOf({
    people: [
      { times: 3, language: 'ko', attributes: { role: 'resident' }, agreed: { q1: 'fear', q3: 'guide' } },
      { times: 2, attributes: { role: 'fellow' }, agreed: { q1: 'fear cost' } },
      { times: 4, agreed: { q1: '' } },
    ],
    themes: {
      worry: { questions: ['q1'], codes: ['fear', 'unused'] },
      all: { questions: ['q1'], codes: ['fear', 'cost'] },
    },
    priorities: { guidance: ['guide'] },
    unused: ['unused'],
  }),
);
const layer = codingsThatCount(lookup);
const groups = groupsOf(lookup);
const [q1, , q3] = countShares(lookup, layer, groups);

describe('the counts behind prevalence', () => {
  it('has the groups of every breakdown, those not known last', () => {
    expect(groups.map(({ attribute, values }) => [attribute, values])).toEqual([
      ['language', ['ko', 'en']],
      ['role', ['fellow', 'resident', '']],
    ]);
  });

  it('counts each participant once, in all and by groups', () => {
    expect(q1?.shares.of).toBe(9);
    const set = q1?.shares.sets.get('cost fear');
    expect(set).toMatchObject({ count: 5, codes: ['cost', 'fear'] });
    expect(set?.groups.get('role')).toEqual([2, 3, 0]);
    expect(q1?.shares.groups.get('role')).toEqual([2, 3, 4]);
  });

  it('knows a theme whose other codes nobody gave for the same people as the one that is left', () => {
    const { codes } = lookup.snapshot.themes[0] ?? { codes: [] };
    expect(q1?.keyOf(codes)).toBe('fear');
    expect(q1?.shares.sets.get('fear')?.groups.get('language')).toEqual([3, 2]);
  });

  it('counts priorities in the question that asks for them', () => {
    expect(q3?.shares.sets.get('guide')).toMatchObject({ count: 3 });
    expect(q3?.shares.sets.get('guide')?.groups.size).toBe(2);
    expect(q1?.shares.sets.get('')).toMatchObject({ count: 0 });
  });

  it('shows retired codes only where somebody gave them', () => {
    const retire = (id: string) => ({
      ...lookup.snapshot,
      codebook: {
        version: 2,
        codes: lookup.snapshot.codebook.codes.map((code) => ({ ...code, retired: code.id === id })),
      },
    });
    const shown = (id: string) => {
      const other = lookUp(retire(id));
      return shownCodes(other, codingsThatCount(other)) as string[];
    };
    expect(shown('unused')).not.toContain('unused');
    expect(shown('cost')).toContain('cost');
  });
});
