import { describe, expect, it } from 'vitest';
import { type DefectCode, defect, defectList, problemOf } from './defects.ts';
import { en } from './messages/en.ts';
import { ko } from './messages/ko.ts';
import { InputProblems } from './problems.ts';

/** Every value that any message asks for. */
const values = {
  megabytes: 5,
  other: 'other.csv',
  count: 2,
  characters: 10,
  rows: 3,
  column: 'text',
  known: ['a', 'b'],
  choices: ['a', 'b'],
  minimum: 1,
  maximum: 9,
  key: 'key',
  expected: 'array',
  row: 4,
  length: 7,
  version: 2,
};

describe('the words of defects', () => {
  it.each(Object.keys(en) as DefectCode[])(
    '%s: what is wrong and what is expected, in both languages',
    (code) => {
      for (const messages of [en, ko]) {
        const words = (messages[code] as (given: typeof values) => readonly string[])(values); // a superset of what each asks
        expect(words).toHaveLength(2);
        for (const part of words) expect(part).not.toMatch(/undefined|\[object|^$|[.;]$/);
      }
      expect(problemOf(defect({ file: 'f' }, code, values as never), 'ko').problem).toMatch(/[가-힣]/);
      expect(problemOf(defect({ file: 'f' }, code, values as never), 'en').problem).not.toMatch(/[가-힣]/);
    },
  );
});

describe('a list of defects', () => {
  it('throws what it gathered, in the language of the reader', () => {
    const defects = defectList();
    defects.throwIfAny('ko');
    defects.add({ file: 'a.csv', row: 3, column: 'text' }, 'cell empty', {});
    expect(() => defects.throwIfAny('en')).toThrow('a.csv:3:text: the cell is empty; expected a value');
    expect(() => defects.throwIfAny('ko')).toThrow('a.csv:3:text: 칸이 비어 있습니다; 값이 필요합니다');
  });

  it('counts all and shows fifty', () => {
    const defects = defectList();
    for (let row = 2; row < 100; row++) defects.add({ file: 'a.csv', row }, 'cell empty', {});
    try {
      defects.throwIfAny('en');
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof InputProblems)) throw error;
      expect([error.total, error.problems.length, error.problems[0]]).toEqual([
        98,
        50,
        {
          code: 'cell empty',
          file: 'a.csv',
          row: 2,
          problem: 'the cell is empty',
          expected: 'expected a value',
        },
      ]);
    }
  });
});
