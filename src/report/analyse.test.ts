import { describe, expect, it } from 'vitest';
import { snapshotHash } from '../study/snapshot-hash.ts';
import { studyOf } from '../study/testing.ts';
import { analyse } from './analyse.ts';
import { Analysis } from './model.ts';

const small = studyOf({
  people: [
    { times: 3, language: 'ko', agreed: { q1: 'fear+', q3: 'guide' } },
    { times: 2, agreed: { q1: 'fear- cost', q2: 'limits' } },
    { times: 5, agreed: { q1: '', q2: 'limits', q3: '' } },
    { answers: { q1: { text: 'none', standing: 'non-substantive' } } },
    { withdrawn: '2026-01-20', agreed: { q1: 'fear' } },
  ],
  themes: {
    worry: { questions: ['q1'], codes: ['fear', 'cost'] },
    bounds: { questions: ['q2'], codes: ['limits'] },
  },
  priorities: { guidance: ['guide'] },
  invited: 20,
});

const quick = { seed: 1, permutations: 99, bootstrap: 50, orders: 20 };
const run = (snapshot = small) => analyse(snapshot, { ...quick, snapshot: snapshotHash(snapshot) });

describe('an analysis', () => {
  it('fits its schema', () => {
    expect(() => Analysis.parse(run())).not.toThrow();
  });

  it('is the same for the same snapshot and seed', () => {
    expect(run()).toEqual(run());
  });

  it('tells how far it is, and stops when told to', () => {
    const done: number[] = [];
    analyse(small, { ...quick, snapshot: 'test', onProgress: (share) => done.push(share) });
    expect(done.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(done.toSorted((a, b) => a - b)).toEqual(done);
    expect(done.at(-1)).toBe(1);
    const cancel = () => {
      throw new Error('cancelled');
    };
    expect(() => analyse(small, { ...quick, snapshot: 'test', onProgress: cancel })).toThrow('cancelled');
  });

  it('follows the participants from the invitation to the count', () => {
    const shown = (value: number) => ({ state: 'shown', value });
    expect(run().flow).toEqual({
      invited: shown(20),
      responded: shown(12),
      withdrawn: shown(1),
      noInterpretableAnswer: shown(1),
      included: shown(10),
      questions: [
        {
          question: 'q1',
          answered: shown(11),
          nonSubstantive: shown(1),
          undecided: shown(0),
          interpretable: shown(10),
        },
        {
          question: 'q2',
          answered: shown(7),
          nonSubstantive: shown(0),
          undecided: shown(0),
          interpretable: shown(7),
        },
        {
          question: 'q3',
          answered: shown(8),
          nonSubstantive: shown(0),
          undecided: shown(0),
          interpretable: shown(8),
        },
      ],
    });
  });

  it('counts a participant once in a theme, among those with an interpretable answer', () => {
    const [worry] = run().synthesis.prevalence;
    expect(worry).toMatchObject({
      theme: 'worry',
      question: 'q1',
      share: { count: 5, of: 10, estimate: 0.5 },
    });
    expect(worry?.breakdowns).toMatchObject([
      {
        attribute: 'language',
        groups: [
          { value: 'ko', share: { count: 3, of: 3 } },
          { value: 'en', share: { count: 2, of: 7 } },
        ],
      },
    ]);
  });

  it('tells the polarity of a code among those who gave it', () => {
    const fear = run().synthesis.codes.find(({ code, question }) => code === 'fear' && question === 'q1');
    expect(fear).toMatchObject({
      share: { count: 5, of: 10 },
      polarity: {
        positive: { count: 3, of: 5 },
        negative: { count: 2, of: 5 },
        mixed: { count: 0, of: 5 },
      },
    });
  });

  it('cross-tabulates themes in those who answered both questions', () => {
    const { questions } = run().alignment;
    expect(questions.map(({ left, right }) => [left, right])).toEqual([
      ['q1', 'q2'],
      ['q1', 'q3'],
      ['q2', 'q3'],
    ]);
    expect(questions[0]).toMatchObject({ answeredBoth: { value: 7 } });
    // Of 7 with answers to both, all 7 name limits, 2 of them worry.
    expect(questions[0]?.pairs[0]).toMatchObject({
      table: { both: 2, leftOnly: 0, rightOnly: 5, neither: 0 },
      test: { phi: null, fisher: 1, shareWith: { estimate: 1 }, shareWithout: { estimate: 1 } },
    });
  });

  it('ranks priorities and sets beside them what those who ask had told', () => {
    const [guidance] = run().priorities;
    expect(guidance).toMatchObject({ priority: 'guidance', rank: 1, support: { count: 3, of: 8 } });
    // Of 8 who answered q1 and q3: 3 worry and ask for guidance, 5 do neither.
    expect(guidance?.goesWith.find(({ theme }) => theme === 'worry')).toMatchObject({
      table: { both: 3, leftOnly: 0, rightOnly: 0, neither: 5 },
      test: { phi: 1, fisher: 1 / 56 },
    });
  });

  it('withholds nearly all of so small a study at the usual threshold', () => {
    const withheld = run(studyOf({ people: [{ times: 10, agreed: { q1: 'fear' } }], threshold: 11 }));
    expect(withheld.flow.included).toEqual({ state: 'withheld' });
    expect(withheld.synthesis.codes[0]?.share).toEqual({ state: 'withheld' });
  });
});
