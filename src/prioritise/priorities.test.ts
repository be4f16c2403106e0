import { describe, expect, it } from 'vitest';
import { analyse } from '../report/analyse.ts';
import { type StudySketch, studyOf } from '../study/testing.ts';

const prioritise = (sketch: StudySketch) =>
  analyse(studyOf(sketch), { seed: 1, snapshot: 'test', permutations: 99, bootstrap: 9, orders: 5 })
    .priorities;

const sketch: StudySketch = {
  people: [
    { times: 6, agreed: { q1: 'crisis', q3: 'pathway consent' } },
    { times: 4, agreed: { q1: 'crisis', q3: 'consent' } },
    { times: 8, agreed: { q1: 'notes', q3: 'consent' } },
    { times: 6, agreed: { q1: 'notes', q3: 'training' } },
    { times: 2, agreed: { q3: 'pathway' } },
  ],
  themes: {
    crises: { questions: ['q1'], codes: ['crisis'] },
    desk: { questions: ['q1'], codes: ['notes'] },
    asks: { questions: ['q3'], codes: ['pathway', 'consent'] },
  },
  priorities: { pathway: ['pathway'], training: ['training'], consent: ['consent'], drill: ['training'] },
};

describe('priorities', () => {
  it('are ranked by how many ask for them, equal ones sharing a rank', () => {
    expect(prioritise(sketch).map(({ priority, rank }) => [priority, rank])).toEqual([
      ['consent', 1],
      ['pathway', 2],
      ['training', 3],
      ['drill', 3],
    ]);
  });

  it('go with what those who ask for them had met, the strongest first', () => {
    const [, pathway] = prioritise(sketch);
    // Of 24 who answered both: 6 met a crisis and ask for a pathway, 4 met one and do not, 14 neither.
    expect(pathway?.goesWith).toMatchObject([
      { theme: 'crises', table: { both: 6, leftOnly: 4, rightOnly: 0, neither: 14 } },
      { theme: 'desk', table: { both: 0, leftOnly: 14, rightOnly: 6, neither: 4 } },
    ]);
  });

  it('carry the words of those who ask for them', () => {
    const [consent] = prioritise(sketch);
    expect(consent?.quotes).toHaveLength(5);
    expect(consent?.quotes.every(({ answer }) => answer.includes('/q3/'))).toBe(true);
  });

  it('have no rank, quotes or evidence where their share is withheld, and leave no gap in the ranks', () => {
    const found = prioritise({
      ...sketch,
      people: [...sketch.people, { times: 30, agreed: { q1: '', q3: 'training' } }],
      threshold: 11,
    });
    expect(found.map(({ priority, rank }) => [priority, rank])).toEqual([
      ['training', 1],
      ['drill', 1],
      ['consent', 3],
      ['pathway', null],
    ]);
    const pathway = found.at(-1);
    expect(pathway?.quotes).toEqual([]);
    expect(pathway?.goesWith.map(({ state }) => state)).toEqual(['withheld', 'withheld']);
  });

  it('are none where no question asks for them', () => {
    expect(prioritise({ ...sketch, questions: { q1: 'experience', q3: 'other' } })).toEqual([]);
  });
});
