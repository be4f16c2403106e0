import { describe, expect, it } from 'vitest';
import { type CountedSet, type CountedShares, setKey } from './suppress-counted.ts';
import { withholdShares } from './suppress-shares.ts';

function set(codes: string, count: number, groups: Record<string, number[]> = {}): CountedSet {
  return { codes: codes.split(' '), count, groups: new Map(Object.entries(groups)) };
}

function question(of: number, sets: CountedSet[], groups: Record<string, number[]> = {}): CountedShares {
  return {
    of,
    groups: new Map(Object.entries(groups)),
    sets: new Map(sets.map((one) => [setKey(one.codes), one])),
  };
}

const withheldSets = (counted: CountedShares, threshold = 11) =>
  [...withholdShares(counted, threshold).sets].sort();

describe('shares of codes and themes in one question', () => {
  it('withholds a small count, and a count that leaves few over', () => {
    expect(withheldSets(question(100, [set('a', 4), set('b', 95), set('c', 40), set('d', 0)]))).toEqual([
      'a',
      'b',
    ]);
  });

  it('withholds all where few answered', () => {
    expect(withheldSets(question(9, [set('a', 4), set('b', 0)]))).toEqual(['a', 'b']);
  });

  it('withholds a second code where the theme less the first would be at least 8 of the small one', () => {
    expect(withheldSets(question(200, [set('a', 30), set('b', 8), set('a b', 38)]))).toEqual(['a', 'b']);
  });

  it('shows the first code where the codes overlap enough to keep the small one secret', () => {
    expect(withheldSets(question(200, [set('a', 30), set('b', 8), set('a b', 33)]))).toEqual(['b']);
  });

  it('keeps a nearly universal theme secret from its codes', () => {
    // Of 100, a or b at most 92, so 8 or more lack both: between 8 and 10.
    expect(withheldSets(question(100, [set('a', 50), set('b', 42), set('a b', 91)]))).toEqual(['a b', 'b']);
  });
});

describe('breakdowns', () => {
  const groups = (counted: CountedShares, key: string, attribute = 'role') =>
    withholdShares(counted, 11).groups.get(key)?.get(attribute);

  it('withholds a second group beside a small one', () => {
    const counted = question(300, [set('a', 60, { role: [30, 26, 4] })], { role: [120, 90, 90] });
    expect(groups(counted, 'a')).toEqual([false, true, true]);
  });

  it('counts those who lack the theme alike', () => {
    const counted = question(150, [set('a', 95, { role: [40, 30, 25] })], { role: [50, 45, 55] });
    // 10 of the first group lack it.
    expect(groups(counted, 'a')).toEqual([true, true, false]);
  });

  it('withholds everything in a small group, and in a second one that hides its size', () => {
    const sizes = { role: [80, 50, 6] };
    const counted = question(
      136,
      [set('a', 60, { role: [40, 20, 0] }), set('b', 0, { role: [0, 0, 0] })],
      sizes,
    );
    expect(groups(counted, 'a')).toEqual([false, true, true]);
    expect(groups(counted, 'b')).toEqual([false, true, true]);
  });

  it('does not list the groups of an attribute with which everybody is alone', () => {
    const counted = question(12, [set('a', 0, { role: Array(12).fill(0) })], { role: Array(12).fill(1) });
    expect(withholdShares(counted, 11).unlisted).toEqual(new Set(['role']));
  });

  it('withholds the breakdown with its total', () => {
    const counted = question(300, [set('a', 5, { role: [5, 0] })], { role: [150, 150] });
    expect(groups(counted, 'a')).toEqual([true, true]);
  });

  it('sees through themes that hold others, group by group', () => {
    const sizes = { role: [200, 200] };
    const all = set('a b', 80, { role: [40, 40] });
    const first = set('a', 50, { role: [31, 19] });
    const second = set('b', 40, { role: [9, 31] });
    const withheld = withholdShares(question(400, [all, first, second], sizes), 11).groups;
    // 40 less 31 leaves at least 9 of the withheld first group of b.
    expect(withheld.get('b')?.get('role')).toEqual([true, true]);
    expect(withheld.get('a b')?.get('role')).toEqual([true, true]);
  });
});
