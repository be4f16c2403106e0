import { describe, expect, it } from 'vitest';
import { lookUp } from '../study/lookup.ts';
import { type StudySketch, studyOf } from '../study/testing.ts';
import { codingsThatCount, together } from './layer.ts';

function counted(sketch: StudySketch) {
  const layer = codingsThatCount(lookUp(studyOf({ questions: { q1: 'experience' }, ...sketch })));
  const codes = [...layer.byAnswer].map(([key, given]) => [
    key.split('/')[0],
    given.map(({ code, polarity }) => (polarity === null ? code : `${code} ${polarity}`)).join(' '),
  ]);
  return { name: layer.name, codes: Object.fromEntries(codes) };
}

describe('whose codings count', () => {
  it('is the consensus, for a participant who has one, also where it left an answer empty', () => {
    const found = counted({
      people: [
        { id: 'A', agreed: { q1: 'fear' }, coded: { anna: { q1: 'cost' }, ben: { q1: 'cost' } } },
        { id: 'B', agreed: { q1: '' }, coded: { anna: { q1: 'cost' } } },
      ],
    });
    expect(found).toEqual({ name: 'consensus', codes: { A: 'fear', B: '' } });
  });

  it('is the single coder where there is no other', () => {
    const found = counted({ people: [{ id: 'A', coded: { anna: { q1: 'fear-' } } }] });
    expect(found).toEqual({ name: 'single coder', codes: { A: 'fear negative' } });
  });

  it('is, of several coders, what more than half of those gave who were given the participant', () => {
    const found = counted({
      people: [
        { id: 'A', coded: { anna: { q1: 'fear cost' }, ben: { q1: 'fear' }, cara: { q1: '' } } },
        { id: 'B', coded: { anna: { q1: 'fear' }, ben: { q1: '' } } },
      ],
    });
    expect(found).toEqual({ name: 'majority', codes: { A: 'fear', B: '' } });
  });

  it('names the weakest rule that was needed', () => {
    const found = counted({
      people: [
        { id: 'A', agreed: { q1: 'fear' } },
        { id: 'B', coded: { anna: { q1: 'fear' }, ben: { q1: 'fear' } } },
      ],
    });
    expect(found.name).toBe('majority');
  });

  it('has a polarity where more than half of the coders judged alike', () => {
    const people = (marks: [string, string, string]) => [
      { id: 'A', coded: { anna: { q1: marks[0] }, ben: { q1: marks[1] }, cara: { q1: marks[2] } } },
    ];
    expect(counted({ people: people(['fear+', 'fear+', 'fear-']) }).codes).toEqual({ A: 'fear positive' });
    expect(counted({ people: people(['fear+', 'fear-', 'fear']) }).codes).toEqual({ A: 'fear' });
  });

  it('leaves out answers that are not interpretable', () => {
    const answers = { q1: { text: 'hm', standing: 'undecided' as const } };
    expect(counted({ people: [{ answers, agreed: { q1: 'fear' } }] }).codes).toEqual({});
  });
});

describe('two judgements of one participant together', () => {
  it('are mixed where they contradict, and otherwise what was judged', () => {
    expect(together('positive', 'negative')).toBe('mixed');
    expect(together('positive', 'neutral')).toBe('positive');
    expect(together('neutral', 'negative')).toBe('negative');
    expect(together(null, 'neutral')).toBe('neutral');
    expect(together('mixed', 'positive')).toBe('mixed');
    expect(together(null, null)).toBeNull();
  });
});
