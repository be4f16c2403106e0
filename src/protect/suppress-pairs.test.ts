import { describe, expect, it } from 'vitest';
import { type Cells, withholdPairs } from './suppress-pairs.ts';

const end = (codes: string, withheld = false) => ({ codes: new Set(codes.split(' ')), withheld });

describe('tables of two themes', () => {
  it('withholds a table with any small cell, and shows zeros', () => {
    const tables: Cells[] = [
      [20, 30, 40, 50],
      [20, 30, 4, 86],
      [0, 50, 40, 50],
    ];
    const right = [end('x'), end('y'), end('z')];
    expect(withholdPairs({ left: [end('a')], right, tables }, 11)).toEqual([false, true, false]);
  });

  it('withholds every table of a theme whose share in its own question is withheld', () => {
    const tables: Cells[] = [
      [20, 30, 40, 50],
      [20, 30, 40, 50],
    ];
    const right = [end('x', true), end('y')];
    expect(withholdPairs({ left: [end('a')], right, tables }, 11)).toEqual([true, false]);
  });

  it('withholds all where few answered both questions', () => {
    expect(withholdPairs({ left: [end('a')], right: [end('x')], tables: [[0, 0, 0, 9]] }, 11)).toEqual([
      true,
    ]);
  });

  it('withholds the union of two themes where it would narrow the withheld one', () => {
    // 40 with either, 31 with x: 9 or more with y.
    const tables: Cells[] = [
      [40, 60, 60, 40],
      [31, 69, 29, 71],
      [9, 91, 40, 60],
    ];
    const right = [end('x y'), end('x'), end('y')];
    expect(withholdPairs({ left: [end('a')], right, tables }, 11)).toEqual([true, false, true]);
  });

  it('withholds a theme that holds another one where its zero would tell the other zero apart', () => {
    // Nobody has a and either of x and y, so nobody has a and x, and all margins are known: 5 have neither.
    const tables: Cells[] = [
      [0, 50, 45, 0],
      [0, 50, 40, 5],
    ];
    const right = [end('x y'), end('x')];
    expect(withholdPairs({ left: [end('a')], right, tables }, 11)).toEqual([true, true]);
  });
});
