import { describe, expect, it } from 'vitest';
import type { WorkingCoding } from '../../src/code/model.ts';
import { together } from './together.ts';

function coding(coder: string, code: string, start: number | null, polarity: string | null = null) {
  const span = start === null ? null : { start, end: start + 2, quote: '말' };
  // What is shown together does not hang on the other fields.
  return { id: `${coder}.${code}.${start}`, coder, code, polarity, span } as unknown as WorkingCoding;
}

const told = (codings: WorkingCoding[]) =>
  together(codings).map(({ code, coders }) => `${code}: ${coders.join(' ')}`);

describe('codings of several coders on one answer', () => {
  it('are one where code, polarity and words are the same', () => {
    expect(told([coding('A', 'fear', 4), coding('B', 'fear', 4)])).toEqual(['fear: A B']);
  });

  it('are two where any of these differs', () => {
    const one = coding('A', 'fear', 4);
    expect(told([one, coding('B', 'cost', 4)])).toHaveLength(2);
    expect(told([one, coding('B', 'fear', 5)])).toHaveLength(2);
    expect(told([one, coding('B', 'fear', 4, 'negative')])).toHaveLength(2);
    expect(told([one, coding('B', 'fear', null)])).toHaveLength(2);
  });

  it('name each coder once, in whatever passes they gave it', () => {
    expect(told([coding('A', 'fear', 4), coding('A', 'fear', 4)])).toEqual(['fear: A']);
  });

  it('stand in the order of the text, the whole answer first', () => {
    expect(told([coding('A', 'c', 9), coding('A', 'b', 1), coding('A', 'a', null)])).toEqual([
      'a: A',
      'b: A',
      'c: A',
    ]);
  });
});
