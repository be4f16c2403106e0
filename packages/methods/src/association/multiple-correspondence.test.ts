/** Multiple correspondence analysis against ca and FactoMineR (reference/mca.json). */
import { describe, expect, it } from 'vitest';
import reference from '../../reference/mca.json';
import { expectAllClose } from '../common/expect-all-close.ts';
import { expectClose } from '../common/expect-close.ts';
import { multipleCorrespondence } from './multiple-correspondence.ts';

const { wg93, indicator, burt, adjusted, poison } = reference;

/** Compares two columns of coordinates up to the sign of each, by the size of the largest. */
function expectColumns(got: Float64Array, want: number[][], tolerance: number): void {
  for (const k of [0, 1]) {
    const largest = want.reduce((best, row, i) => (Math.abs(row[k]) > Math.abs(want[best][k]) ? i : best), 0);
    const sign = Math.sign(got[2 * largest + k] * want[largest][k]);
    want.forEach((row, i) => {
      expect(Math.abs(sign * got[2 * i + k] - row[k])).toBeLessThan(tolerance * Math.abs(want[largest][k]));
    });
  }
}

describe('multiple correspondence analysis', () => {
  const attitudes = multipleCorrespondence(wg93);

  it('of attitudes to science has the inertias of ca, to 1e-9', () => {
    expectAllClose([...attitudes.inertia], indicator.inertia, 1e-9);
    expectAllClose([...attitudes.inertia.map((mu) => mu * mu)], burt.inertia, 1e-9);
    expectAllClose([...attitudes.adjusted.inertia.slice(0, 5)], adjusted.inertia.slice(0, 5), 1e-9);
    expectAllClose([...attitudes.adjusted.shares.slice(0, 5)], adjusted.inertia_e.slice(0, 5), 1e-9);
    expectClose(attitudes.adjusted.total, adjusted.total, 1e-9);
    // The last is the square of a difference of 0.0019 between figures of 0.25: three digits are lost on both sides.
    expectClose(attitudes.adjusted.inertia[5], adjusted.inertia[5], 1e-8);
    expect(attitudes.adjusted.inertia.length).toBe(adjusted.inertia.length);
  });

  it('has the standard coordinates of ca but for the sign of an axis, to 1e-9', () => {
    expectColumns(attitudes.standard, indicator.colcoord, 1e-9);
    expectColumns(attitudes.standard, adjusted.colcoord, 1e-9);
    const names = attitudes.levels.map(({ variable, category }) => `${'ABCD'[variable]}:${category}`);
    expect(names).toEqual(indicator.levels);
  });

  it('of the poisoned children has the figures of FactoMineR, to 1e-9', () => {
    const result = multipleCorrespondence(poison.data);
    expectAllClose(
      [...result.inertia],
      poison.eig.map((row) => row[0]),
      1e-9,
    );
    expectColumns(result.principal, poison.coord, 1e-9);
    expectColumns(
      result.contributions.map((share) => 100 * share),
      poison.contrib,
      1e-9,
    );
  });

  it('places participants at the mean of what they chose, with the inertia as their variance', () => {
    const { participants, inertia, n } = attitudes;
    for (const k of [0, 1]) {
      let sum = 0;
      let squares = 0;
      for (let i = 0; i < n; i++) {
        sum += participants[2 * i + k];
        squares += participants[2 * i + k] ** 2;
      }
      expect(Math.abs(sum / n)).toBeLessThan(1e-12);
      expectClose(squares / n, inertia[k], 1e-10);
    }
  });

  it('refuses what it cannot map', () => {
    expect(() => multipleCorrespondence([['a'], ['b']])).toThrow(
      'rows: got 1 variables; expected at least 2',
    );
    expect(() => multipleCorrespondence([['a', 'x'], ['b']])).toThrow('rows[1]: got 1 cells; expected 2');
    expect(() =>
      multipleCorrespondence([
        ['a', 'x'],
        ['a', 'x'],
      ]),
    ).toThrow('everybody chose the same');
    expect(() =>
      multipleCorrespondence([
        [1, Number.NaN],
        [2, 1],
      ]),
    ).toThrow('rows[0][1]: got NaN');
    expect(
      multipleCorrespondence([
        ['a', 'x'],
        ['b', 'y'],
      ]).warnings[0].code,
    ).toBe('fewer-dimensions');
  });
});
