import { describe, expect, it } from 'vitest';
import { withholdShares } from '../protect/suppress-shares.ts';
import { lookUp } from '../study/lookup.ts';
import { type PersonSketch, type StudySketch, studyOf } from '../study/testing.ts';
import { countShares, groupsOf } from '../synthesise/count-shares.ts';
import { codingsThatCount } from '../synthesise/layer.ts';
import { alignment } from './alignment.ts';
import { crossTables, questionPairs } from './cross-tables.ts';

function align(sketch: StudySketch) {
  const lookup = lookUp(studyOf(sketch));
  const { threshold, questions } = lookup.snapshot.study;
  const byQuestion = new Map(
    countShares(lookup, codingsThatCount(lookup), groupsOf(lookup)).map((counts) => [
      counts.question,
      { counts, withheld: withholdShares(counts.shares, threshold) },
    ]),
  );
  const crossed = questionPairs(questions).map((pair) => crossTables(lookup, byQuestion, pair, threshold));
  return alignment(crossed, { permutations: 999, level: 0.95, threshold, seed: 1, onProgress: () => {} });
}

const themes = {
  A: { questions: ['q1'], codes: ['a'] },
  X: { questions: ['q2'], codes: ['x'] },
};
/** 18 both, 12 only the left one, 22 only the right one, 68 neither; 5 answered one question only. */
const people: PersonSketch[] = [
  { times: 18, agreed: { q1: 'a', q2: 'x' } },
  { times: 12, agreed: { q1: 'a', q2: '' } },
  { times: 22, agreed: { q1: '', q2: 'x' } },
  { times: 68, agreed: { q1: '', q2: '' } },
  { times: 5, agreed: { q1: 'a' } },
];
const questions = { q1: 'experience', q2: 'interpretation' } as const;

describe('alignment of two questions', () => {
  it('gives the table of those who answered both and its statistics', () => {
    const [both] = align({ people, themes, questions }).questions;
    expect(both?.answeredBoth).toEqual({ state: 'shown', value: 120 });
    // Values of R for [18, 12; 22, 68].
    expect(both?.pairs).toMatchObject([
      {
        table: { both: 18, leftOnly: 12, rightOnly: 22, neither: 68 },
        test: {
          phi: expect.closeTo(0.326599, 6),
          lift: expect.closeTo(1.8, 12),
          oddsRatio: { estimate: expect.closeTo(4.63636, 5) },
          fisher: expect.closeTo(0.000645376, 8),
          midP: expect.closeTo(0.000595235, 8),
          q: expect.closeTo(0.000645376, 8),
          shareWith: { estimate: 0.6 },
          shareWithout: { estimate: expect.closeTo(22 / 90, 12) },
        },
      },
    ]);
    const test = both?.pairs[0]?.state === 'shown' ? both.pairs[0].test : null;
    expect(test?.permutationP).toBeLessThan(0.01);
    expect(test?.maxT).toBe(test?.permutationP);
  });

  it('says which correction an empty cell needed', () => {
    const [both] = align({
      people: [
        { times: 7, agreed: { q1: 'a', q2: 'x' } },
        { times: 12, agreed: { q1: '', q2: 'x' } },
        { times: 21, agreed: { q1: '', q2: '' } },
      ],
      themes,
      questions,
    }).questions;
    expect(both?.pairs).toMatchObject([
      {
        test: {
          oddsRatio: {
            estimate: expect.closeTo(25.8, 10),
            interval: { method: expect.stringContaining('Haldane') },
          },
          fisher: expect.closeTo(0.0027027, 7),
        },
      },
    ]);
  });

  it('orders questions by what they ask for', () => {
    const pairs = align({
      people,
      questions: { q3: 'other', q2: 'priority', q1: 'interpretation', q0: 'experience' },
    }).questions;
    expect(pairs.map(({ left, right }) => `${left} ${right}`)).toEqual([
      'q0 q1',
      'q0 q2',
      'q0 q3',
      'q1 q2',
      'q1 q3',
      'q2 q3',
    ]);
  });

  it('has no table with a small cell, and q that tells nothing of it', () => {
    const rare = { times: 4, agreed: { q1: 'a b', q2: 'x' } };
    const found = align({
      people: [...people, rare, { times: 15, agreed: { q1: 'b', q2: '' } }],
      themes: { ...themes, B: { questions: ['q1'], codes: ['b'] } },
      questions,
      threshold: 11,
    }).questions[0];
    expect(found?.pairs.map(({ state }) => state)).toEqual(['shown', 'withheld']);
    const test = found?.pairs[0]?.state === 'shown' ? found.pairs[0].test : null;
    // Two pairs, the withheld one as p = 1.
    expect(test?.q).toBeCloseTo(2 * (test?.fisher ?? 0), 12);
  });

  it('is empty but sound where nobody answered both', () => {
    const [both] = align({
      people: [{ agreed: { q1: 'a' } }, { agreed: { q2: 'x' } }],
      themes,
      questions,
    }).questions;
    expect(both).toMatchObject({
      answeredBoth: { value: 0 },
      pairs: [
        { test: { phi: null, lift: null, oddsRatio: null, fisher: 1, permutationP: 1, shareWith: null } },
      ],
    });
  });
});
