import { describe, expect, it } from 'vitest';
import type { Code, Codebook } from '../study/model.ts';
import { Codebook as CodebookSchema } from '../study/model.ts';
import { studyOf } from '../study/testing.ts';
import { allChanges, codebookProblem } from './codebook-rules.ts';
import { CodebookChange } from './model.ts';

const { study } = studyOf({ questions: { q1: 'experience' }, people: [{ answers: { q1: 'x' } }] });

type Sketch = string | (Partial<Record<keyof Code, unknown>> & { id: string });

/** `'A'` is a code in use, `'-A'` one that is retired. */
function book(...codes: Sketch[]): Codebook {
  return CodebookSchema.parse({
    version: 1,
    codes: codes.map((sketch) => {
      const code = typeof sketch === 'string' ? { id: sketch.replace('-', '') } : sketch;
      const retired = typeof sketch === 'string' && sketch.startsWith('-') ? { retired: true } : {};
      return { label: { en: code.id }, definition: { en: code.id }, origin: 'prior', ...retired, ...code };
    }),
  });
}

function changesOf(...told: [kind: string, from: string, to: string][]): CodebookChange[] {
  const list = (codes: string) => (codes === '' ? [] : codes.split(' '));
  return told.map(([kind, from, to]) => CodebookChange.parse({ kind, from: list(from), to: list(to) }));
}

function problem(before: Codebook, after: Codebook, ...told: Parameters<typeof changesOf>): string | null {
  const found = codebookProblem(study, before, after, changesOf(...told));
  if (found !== null) expect(found.ko).toMatch(/[가-힣]/);
  return found?.en ?? null;
}

describe('a new version of the codebook', () => {
  it('may add codes, word them anew, put them elsewhere, and retire them', () => {
    const before = book('A', 'B', '-C');
    expect(problem(before, book('A', 'B', '-C'))).toBeNull();
    expect(problem(before, book('C', 'B', 'A', 'D'))).toBeNull();
    expect(problem(before, book('A', '-B', '-C', { id: 'E', parent: 'A' }))).toBeNull();
  });

  it('leaves no code out, since codings cite it', () => {
    expect(problem(book('A', 'B', '-C'), book('A'))).toMatch(/^B, C: .*left out/);
  });

  it.each([
    ['names a code twice', book('A', 'A')],
    ['has a parent that is not there', book('A', { id: 'B', parent: 'Z' })],
    ['has codes that are each other’s parents', book({ id: 'A', parent: 'B' }, { id: 'B', parent: 'A' })],
    ['has a domain that the frame does not know', book({ id: 'A', domain: 'none' })],
  ])('is refused where it %s', (_, after) => {
    expect(problem(book('A'), after)).not.toBeNull();
  });

  it('says which code is wrong, and where', () => {
    expect(problem(book('A'), book('A', { id: 'B', parent: 'Z' }))).toBe(
      'B parent: the codebook has no such code',
    );
  });
});

describe('a declared change', () => {
  it('may split a code into others, which may go on with it among them', () => {
    expect(problem(book('A'), book('-A', 'A1', 'A2'), ['split', 'A', 'A1 A2'])).toBeNull();
    expect(problem(book('A'), book('A', 'A2'), ['split', 'A', 'A A2'])).toBeNull();
  });

  it('may merge codes into one of them or into another', () => {
    expect(problem(book('A', 'B'), book('A', '-B'), ['merge', 'A B', 'A'])).toBeNull();
    expect(problem(book('A', 'B'), book('-A', '-B', 'C'), ['merge', 'A B', 'C'])).toBeNull();
  });

  it('may retire a code', () => {
    expect(problem(book('A'), book('-A'), ['retire', 'A', ''])).toBeNull();
  });

  it.each([
    [
      'is of a code that was not there',
      book('A'),
      book('A', 'B'),
      ['split', 'B', 'A'],
      'B: a code that was not',
    ],
    [
      'leads to a code that is not there',
      book('A'),
      book('A'),
      ['split', 'A', 'Z'],
      'Z: what a code is split',
    ],
    [
      'leads to a retired code',
      book('A', '-B'),
      book('A', '-B'),
      ['split', 'A', 'B'],
      'B: what a code is split',
    ],
    [
      'merges a code that stays in use',
      book('A', 'B'),
      book('A', 'B'),
      ['merge', 'A B', 'A'],
      'B: a code that was merged',
    ],
    [
      'retires a code that stays in use',
      book('A'),
      book('A'),
      ['retire', 'A', ''],
      'A: a code that was merged',
    ],
  ] satisfies [string, Codebook, Codebook, [string, string, string], string][])(
    'is refused where it %s',
    (_, before, after, told, says) => {
      expect(problem(before, after, told)).toContain(says);
    },
  );
});

describe('all changes of a version', () => {
  const told = (before: Codebook, after: Codebook, ...declared: Parameters<typeof changesOf>) =>
    allChanges(before, after, changesOf(...declared)).map(({ kind, from, to }) =>
      [kind, ...from, '→', ...to].join(' '),
    );

  it('are the declared ones and a plain retirement of what was retired without one', () => {
    expect(told(book('A', 'B', 'C'), book('-A', '-B', 'C', 'D'), ['merge', 'A', 'D'])).toEqual([
      'merge A → D',
      'retire B →',
    ]);
  });

  it('hold nothing of codes that were retired before, came retired, or are in use again', () => {
    expect(told(book('-A', 'B', '-C'), book('-A', 'B', 'C', '-D'))).toEqual([]);
  });
});
