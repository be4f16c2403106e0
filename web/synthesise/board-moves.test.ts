import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ThemeVersion, ThemeVersion as ThemeVersionSchema } from '../../src/code/model.ts';
import { CodeId, ThemeId } from '../../src/study/ids.ts';
import { changesOf, reordered, unassigned } from './board-moves.ts';

const code = (id: string) => CodeId.parse(id);
const theme = (id: string, position: number, codes: string[]): ThemeVersion =>
  ThemeVersionSchema.parse({
    version: 1,
    position,
    theme: { id, label: { en: id }, questions: [], codes },
    by: null,
    recordedAt: '2026-01-01T00:00:00Z',
    missing: [],
  });

function codesAfter(themes: ThemeVersion[], move: Parameters<typeof changesOf>[0]): string[][] {
  const changes = changesOf(move);
  return themes.map(
    ({ theme }) =>
      changes.filter((one) => one.theme === theme.id).reduce((now, { change }) => change(now), theme).codes,
  );
}

describe('moving a code', () => {
  const themes = [theme('t1', 0, ['fear', 'cost']), theme('t2', 1, ['hope'])];
  const [t1, t2] = [ThemeId.parse('t1'), ThemeId.parse('t2')];

  it('takes it from one theme to another', () => {
    expect(codesAfter(themes, { code: code('fear'), from: t1, to: t2 })).toEqual([
      ['cost'],
      ['hope', 'fear'],
    ]);
  });
  it('can leave it where it was as well', () => {
    expect(codesAfter(themes, { code: code('fear'), from: t1, to: t2, keep: true })).toEqual([
      ['fear', 'cost'],
      ['hope', 'fear'],
    ]);
  });
  it('puts it with those that no theme has', () => {
    expect(codesAfter(themes, { code: code('hope'), from: t2, to: null })).toEqual([['fear', 'cost'], []]);
  });
  it('never gives a theme the same code twice', () => {
    expect(codesAfter(themes, { code: code('hope'), from: null, to: t2 })).toEqual([
      ['fear', 'cost'],
      ['hope'],
    ]);
  });
  it('changes nothing where it stays', () => {
    expect(changesOf({ code: code('fear'), from: t1, to: t1 })).toEqual([]);
  });
});

describe('codes that no theme has', () => {
  it('are those of the codebook that are in use and in no theme', () => {
    const codes = [{ id: code('fear') }, { id: code('new') }, { id: code('old'), retired: true }];
    expect(unassigned(codes, [theme('t1', 0, ['fear'])])).toEqual([{ id: 'new' }]);
  });
});

describe('moving a column', () => {
  it('there and back again changes nothing', () => {
    const positions = fc.uniqueArray(fc.nat(50), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(positions, fc.nat(), (places, pick) => {
        const themes = places.toSorted((a, b) => a - b).map((place, at) => theme(`t${at}`, place, []));
        const at = pick % (themes.length - 1);
        const moved = ThemeId.parse(`t${at}`);
        const once = placed(themes, reordered(themes, moved, 1));
        expect(once.map((one) => one.theme.id)[at + 1]).toBe(moved);
        const back = placed(once, reordered(once, moved, -1));
        expect(back.map((one) => one.theme.id)).toEqual(themes.map((one) => one.theme.id));
      }),
    );
  });
  it('is not possible past the ends', () => {
    const themes = [theme('t0', 0, []), theme('t1', 1, [])];
    expect(reordered(themes, ThemeId.parse('t0'), -1)).toEqual([]);
    expect(reordered(themes, ThemeId.parse('t1'), 1)).toEqual([]);
  });
});

function placed(themes: ThemeVersion[], moves: ReturnType<typeof reordered>): ThemeVersion[] {
  return themes
    .map((one) => ({
      ...one,
      position: moves.find(({ version }) => version.theme.id === one.theme.id)?.position ?? one.position,
    }))
    .toSorted((a, b) => a.position - b.position);
}
