import { describe, expect, it } from 'vitest';
import { attributeOf, countMarked, lookUp } from './lookup.ts';
import { studyOf } from './testing.ts';

const lookup = lookUp(
  studyOf({
    people: [
      { id: 'A', attributes: { role: 'resident' }, agreed: { q1: 'fear', q2: '' } },
      { id: 'B', withdrawn: '2026-01-09', agreed: { q1: 'fear' } },
      { id: 'C', answers: { q1: { text: 'none', standing: 'non-substantive' } } },
    ],
  }),
);
const [q1, q2] = [...lookup.answers.keys()];

describe('a looked-up study', () => {
  it('has neither the withdrawn nor anything of theirs', () => {
    expect(lookup.participants.map(({ id }) => id)).toEqual(['A', 'C']);
    expect([...lookup.byKey.keys()]).toEqual(['A/q1/w1', 'A/q2/w1', 'C/q1/w1']);
  });

  it('marks who gave an interpretable answer to a question', () => {
    const marks = [q1, q2].map((question) => question && lookup.interpretable.get(question));
    expect(marks).toEqual([Uint8Array.of(1, 0), Uint8Array.of(1, 0)]);
    expect(countMarked(Uint8Array.of(1, 0, 1))).toBe(2);
  });

  it('finds the codings of an answer', () => {
    const [answer] = [...lookup.byKey.values()];
    expect(answer?.codings.map(({ code }) => code)).toEqual(['fear']);
  });

  it('gives the language of answering as an attribute, and nothing for what is not known', () => {
    const [first] = lookup.participants;
    expect(first && ['language', 'role', 'years'].map((name) => attributeOf(first, name))).toEqual([
      'en',
      'resident',
      '',
    ]);
  });
});
