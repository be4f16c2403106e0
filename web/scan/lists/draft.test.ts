import { describe, expect, it } from 'vitest';
import { defaultCriteria, defaultReasons } from '../../../src/scan/screening/default-lists.ts';
import { Criteria, Reasons } from '../../../src/scan/screening/model.ts';
import {
  differences,
  draftOfCriteria,
  draftOfReasons,
  moved,
  newCriterion,
  newReason,
  weightOf,
  writtenCriteria,
  writtenReasons,
} from './draft.ts';

const reasons = draftOfReasons(defaultReasons);
const criteria = draftOfCriteria(defaultCriteria);
const named = (key: string, ko: string, en = '') => ({ ...newReason(key), label: { ko, en } });

describe('the draft of a list', () => {
  it('is kept as it was read where nothing is changed', () => {
    expect(writtenReasons(reasons)).toEqual(defaultReasons);
    expect(writtenCriteria(criteria)).toEqual(defaultCriteria);
  });

  it('keeps the id of what is renamed, and names what is new after its words', () => {
    const [first, ...others] = reasons;
    const renamed = { ...first, label: { ko: '다른 이름', en: '' } } as (typeof reasons)[number]; // the first is there
    const list = writtenReasons([renamed, ...others, named('a', '동물  연구!'), named('b', '', 'Other')]);
    expect(list?.[0]).toEqual({ id: 'not-ai', label: { ko: '다른 이름' } });
    expect(list?.slice(-2)).toEqual([
      { id: '동물-연구', label: { ko: '동물  연구!' } },
      { id: 'other-2', label: { en: 'Other' } },
    ]);
    expect(Reasons.parse(list)).toEqual(list);
  });

  it('does not give the id of what is taken out to another', () => {
    const out = reasons.map((row) => ({ ...row, isOut: row.id === 'other' }));
    const list = writtenReasons([...out, named('n', '', 'other')]);
    expect(list?.map(({ id }) => id)).not.toContain('other');
    expect(list?.at(-1)?.id).toBe('other-2');
  });

  it('has an id that the server takes, whatever its words', () => {
    const labels = ['…', '-', '가'.repeat(200), '𝕏 study', 'é-É', '  a  '];
    const list = writtenReasons(labels.map((ko, at) => named(String(at), ko)));
    expect(Reasons.safeParse(list).success).toBe(true);
  });

  it('is not kept without a name, a level or a weight, nor empty', () => {
    expect(writtenReasons([...reasons, newReason('n')])).toBeNull();
    expect(writtenReasons(reasons.map((row) => ({ ...row, isOut: true })))).toBeNull();
    const whole = { ...newCriterion('n'), label: { ko: '새로움', en: '' } };
    expect(writtenCriteria([...criteria, whole])).toBeNull();
    const level = { ko: '', en: 'some' };
    const full = { ...whole, levels: [level, level, level, level] as const };
    expect(Criteria.parse(writtenCriteria([...criteria, full])).at(-1)).toMatchObject({
      id: '새로움',
      weight: 1,
    });
    expect(writtenCriteria([...criteria, { ...full, weight: 'much' }])).toBeNull();
  });

  it.each([
    ['1', 1],
    [' 0.5 ', 0.5],
    ['2,5', 2.5],
    ['0', null],
    ['11', null],
    ['', null],
  ])('reads the weight %o as %o', (typed, weight) => {
    expect(weightOf(typed)).toBe(weight);
  });

  it('moves a row by one place and stops at the ends', () => {
    const ids = (rows: readonly { id: string | null }[]) => rows.map(({ id }) => id).slice(0, 3);
    expect(ids(moved(reasons, 'not-ai', 1))).toEqual(['not-the-field', 'not-ai', 'not-care']);
    expect(ids(moved(reasons, 'not-care', -1))).toEqual(['not-ai', 'not-care', 'not-the-field']);
    expect(moved(reasons, 'not-ai', -1)).toEqual(reasons);
    expect(moved(reasons, 'other', 1)).toEqual(reasons);
  });
});

describe('what differs between two lists', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) => ({ id, label: { en: id } }));
  const [one, two, three] = [a, b, c] as [Reasons[number], Reasons[number], Reasons[number]]; // three were made

  it('is what is in one alone or says something else', () => {
    const other = { ...two, label: { en: 'else' } };
    expect(differences([one, two], [one, other, three])).toEqual({
      items: [
        { id: 'b', theirs: two, yours: other },
        { id: 'c', theirs: null, yours: three },
      ],
      order: false,
    });
  });

  it('is the order too, but not because something was put in between', () => {
    expect(differences([one, two], [two, one]).order).toBe(true);
    expect(differences([one, two], [one, three, two]).order).toBe(false);
  });
});
