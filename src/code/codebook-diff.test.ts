import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Codebook } from '../study/model.ts';
import { CodebookDiff, codebookDiff } from './codebook-diff.ts';

type Words = { ko?: string; en?: string };
interface Sketch {
  id: string;
  label?: Words;
  retired?: boolean;
  examples?: string[];
  parent?: string;
}

function book(version: number, ...codes: Sketch[]): Codebook {
  return Codebook.parse({
    version,
    codes: codes.map((code) => ({
      label: { en: code.id },
      definition: { en: 'x' },
      origin: 'prior',
      ...code,
    })),
  });
}

describe('the difference between two versions', () => {
  it('tells what was added, retired, restored and changed, and in which fields', () => {
    const before = book(
      1,
      { id: 'A' },
      { id: 'B' },
      { id: 'C', retired: true },
      { id: 'D', examples: ['x'] },
    );
    const after = book(
      2,
      { id: 'A', label: { en: 'A', ko: '가' } },
      { id: 'B', retired: true },
      { id: 'C', retired: false },
      { id: 'D', examples: ['x', 'y'], parent: 'A' },
      { id: 'E' },
    );
    const diff = codebookDiff(before, after);
    expect(CodebookDiff.parse(diff)).toEqual(diff);
    expect(diff).toMatchObject({ from: 1, to: 2, retired: ['B'], restored: ['C'], removed: [] });
    expect(diff.added.map(({ id }) => id)).toEqual(['E']);
    expect(diff.changed.map(({ code, fields }) => [code, fields])).toEqual([
      ['A', ['label']],
      ['D', ['parent', 'examples']],
    ]);
    expect(diff.changed[0]).toMatchObject({ before: { label: { en: 'A' } }, after: { label: { ko: '가' } } });
  });

  it('is not made by the order of codes, of languages, or by what is left out instead of said', () => {
    const before = book(1, { id: 'A', label: { ko: '가', en: 'a' } }, { id: 'B', retired: false });
    const after = book(2, { id: 'B' }, { id: 'A', label: { en: 'a', ko: '가' } });
    const none = { added: [], removed: [], retired: [], restored: [], changed: [] };
    expect(codebookDiff(before, after)).toMatchObject(none);
  });

  const books = fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
        label: fc.record({ en: fc.constantFrom('one', 'two') }),
        retired: fc.boolean(),
        examples: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }),
      }),
      { selector: ({ id }) => id },
    )
    .map((codes) => book(1, ...codes));

  it('read backwards says the same', () => {
    fc.assert(
      fc.property(books, books, (one, other) => {
        const [there, back] = [codebookDiff(one, other), codebookDiff(other, one)];
        const ids = (codes: readonly { id: string }[]) => codes.map(({ id }) => id).toSorted();
        expect(ids(there.added)).toEqual(ids(back.removed));
        expect(ids(there.removed)).toEqual(ids(back.added));
        expect(there.retired.toSorted()).toEqual(back.restored.toSorted());
        expect(there.changed.map(({ code, fields }) => `${code} ${fields}`).toSorted()).toEqual(
          back.changed.map(({ code, fields }) => `${code} ${fields}`).toSorted(),
        );
      }),
    );
  });

  it('is nothing between a version and itself, and tells each code once between any two', () => {
    fc.assert(
      fc.property(books, books, (one, other) => {
        expect(codebookDiff(one, one)).toMatchObject({
          added: [],
          removed: [],
          retired: [],
          restored: [],
          changed: [],
        });
        const { added, removed, changed } = codebookDiff(one, other);
        const told = [
          ...added.map(({ id }) => id),
          ...removed.map(({ id }) => id),
          ...changed.map(({ code }) => code),
        ];
        expect(new Set(told).size).toBe(told.length);
      }),
    );
  });
});
