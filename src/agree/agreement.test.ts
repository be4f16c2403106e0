import { describe, expect, it } from 'vitest';
import { lookUp } from '../study/lookup.ts';
import { type PersonSketch, type StudySketch, studyOf } from '../study/testing.ts';
import { agreement } from './agreement.ts';
import type { Agreement } from './model.ts';

/** `times` participants with one answer, coded by two people. */
const pair = (times: number, anna: string, ben: string): PersonSketch => ({
  times,
  coded: { anna: { q1: anna }, ben: { q1: ben } },
});

function measure(sketch: StudySketch, threshold = 0, isWithheld = () => false): Agreement {
  return agreement({
    lookup: lookUp(studyOf({ questions: { q1: 'experience' }, ...sketch })),
    isWithheld,
    includedWithheld: false,
    options: { bootstrap: 200, level: 0.95, threshold, seed: 1, onProgress: () => {} },
  });
}

function measured(sketch: StudySketch, threshold = 0): Extract<Agreement, { state: 'measured' }> {
  const found = measure(sketch, threshold);
  if (found.state !== 'measured') throw new Error(`not measured: ${found.reason}`);
  return found;
}

// Of 10 answers both gave `fear` to 4, Anna alone to 1, Ben alone to 1, neither to 4.
const ten = [pair(4, 'fear', 'fear'), pair(1, 'fear', ''), pair(1, '', 'fear'), pair(4, '', '')];

describe('agreement of the independent pass', () => {
  it('counts an answer that a coder left empty as the empty set, not as missing', () => {
    const { codes, questions, participants } = measured({ people: ten });
    expect(participants).toEqual({ state: 'shown', value: 10 });
    expect(questions[0]?.units).toEqual({ state: 'shown', value: 10 });
    const [fear] = codes;
    // Do = 2/10; De = 2 x 10 x 10 / (20 x 19): alpha = 1 - .2 x 19/10 = .62.
    expect(fear?.alpha).toMatchObject({ estimate: expect.closeTo(0.62, 12), n: 10 });
    // pe = 2 x .5 x .5 = .5: (.8 - .5) / .5.
    expect(fear?.ac1).toMatchObject({ estimate: expect.closeTo(0.6, 12) });
    expect(fear?.percent).toMatchObject({ estimate: 0.8 });
    expect(fear?.used).toMatchObject({ estimate: 0.5, n: 20 });
  });

  it('gives kappa for each two coders, on each code and on all codes together', () => {
    const { pairs } = measured({
      people: [...ten, pair(10, 'cost', 'cost')],
    });
    const overall = pairs.find(({ question, code }) => question === null && code === null);
    // Over both codes 40 decisions: both 4 + 10, one alone 2, neither 24. po = .95, pe = 2 x 15 x ... / 1600.
    const pe = (15 * 15 + 25 * 25) / 1600;
    expect(overall?.kappa).toMatchObject({
      estimate: expect.closeTo((0.95 - pe) / (1 - pe), 12),
      interval: null,
    });
    const fear = pairs.find(({ question, code }) => question === null && code === 'fear');
    // 20 answers: both 4, neither 14.
    const chance = (5 * 5 + 15 * 15) / 400;
    expect(fear?.kappa).toMatchObject({ estimate: expect.closeTo((0.9 - chance) / (1 - chance), 12) });
  });

  it('measures sets of codes, part agreement counting in part', () => {
    const { questions } = measured({
      people: [pair(5, 'fear cost', 'fear'), pair(5, 'hope', 'hope')],
    });
    const [all] = questions;
    // Do = mean of 1/2 and 0 = .25 by Jaccard; MASI takes 2/3 off the half.
    const expected = (distance: number) => {
      // Sets: {fear cost} 5, {fear} 5, {hope} 10, all pairs over 20 x 19.
      const de = (2 * (5 * 5 * distance + 5 * 10 + 5 * 10)) / (20 * 19);
      return 1 - distance / 2 / de;
    };
    expect(all?.alphaJaccard).toMatchObject({ estimate: expect.closeTo(expected(1 / 2), 12) });
    expect(all?.alphaMasi).toMatchObject({ estimate: expect.closeTo(expected(2 / 3), 12) });
  });

  it('leaves out answers that are not interpretable, of the withdrawn, and of one coder alone', () => {
    const { questions } = measured({
      people: [
        ...ten,
        { coded: { anna: { q1: 'fear' } } },
        { ...pair(1, 'fear', 'fear'), withdrawn: '2026-01-08' },
        { ...pair(1, 'fear', ''), answers: { q1: { text: 'none', standing: 'non-substantive' } } },
      ],
    });
    expect(questions[0]?.units).toEqual({ state: 'shown', value: 10 });
  });

  it('takes whoever coded a participant to have read all of it where nobody recorded assignments', () => {
    const { questions } = measured({
      people: [
        { times: 3, coded: { anna: { q1: 'fear', q2: 'cost' }, ben: { q1: 'fear', q2: '' } } },
        { times: 3, coded: { anna: { q1: 'cost' }, ben: { q1: '' } } },
      ],
      questions: { q1: 'experience', q2: 'interpretation' },
      assignments: false,
    });
    expect(questions.map(({ question, units }) => [question, units])).toEqual([
      [null, { state: 'shown', value: 6 }],
      ['q1', { state: 'shown', value: 3 }],
      ['q2', { state: 'shown', value: 3 }],
    ]);
  });

  it('resamples participants where they wrote several answers', () => {
    const { codes } = measured({
      people: [
        { times: 6, coded: { anna: { q1: 'fear', q2: 'fear' }, ben: { q1: 'fear', q2: '' } } },
        { times: 6, coded: { anna: { q1: '', q2: '' }, ben: { q1: '', q2: '' } } },
      ],
      questions: { q1: 'experience', q2: 'interpretation' },
    });
    expect(codes[0]?.alpha).toMatchObject({ interval: { method: expect.stringContaining('clusters') } });
  });

  it("keeps a code's interval when other codes come before it, or change", () => {
    const interval = (sketch: StudySketch, question: string | null) => {
      const found = measured(sketch).codes.find((one) => one.code === 'fear' && one.question === question);
      return found?.alpha.state === 'shown' ? found.alpha.interval : null;
    };
    const alone = { people: ten };
    const amongOthers = {
      people: [
        pair(4, 'anger fear cost', 'fear'),
        pair(1, 'anger fear', ''),
        pair(1, '', 'fear'),
        pair(4, '', 'cost'),
      ],
    };
    expect(interval(alone, null)).not.toBeNull();
    expect(interval(amongOthers, null)).toEqual(interval(alone, null));
    expect(interval(amongOthers, 'q1')).toEqual(interval(alone, 'q1'));
  });

  it.each([
    ['method rejects it', { people: ten, method: 'reflexive thematic analysis' as const }],
    ['nothing coded', { people: [{ agreed: { q1: 'fear' } }] }],
    ['one coder', { people: [{ times: 3, coded: { anna: { q1: 'fear' } } }] }],
    [
      'no shared answers',
      { people: [{ coded: { anna: { q1: 'fear' } } }, { coded: { ben: { q1: 'fear' } } }] },
    ],
  ] as [string, StudySketch][])('is not measured: %s', (reason, sketch) => {
    expect(measure(sketch)).toEqual({ state: 'not measured', reason });
  });
});

describe('what of it is withheld', () => {
  const hundred = [pair(40, 'fear', 'fear'), pair(12, 'fear', ''), pair(48, '', '')];

  it('is every statistic of a code that few answers hold: alpha and percent agreement tell how many', () => {
    const { codes } = measured({ people: [...hundred, pair(3, 'rare', 'rare')] }, 11);
    const hidden = { state: 'withheld' };
    expect(codes.find(({ code }) => code === 'rare')).toMatchObject({
      alpha: hidden,
      ac1: hidden,
      percent: hidden,
      used: hidden,
    });
    expect(codes.find(({ code, question }) => code === 'fear' && question === null)?.alpha.state).toBe(
      'shown',
    );
  });

  it('is kappa on all codes together where it would give the one withheld code away', () => {
    const { pairs } = measured({ people: [...hundred, pair(3, 'rare', 'rare')] }, 11);
    expect(pairs.find(({ code, question }) => code === null && question === null)?.kappa).toEqual({
      state: 'withheld',
    });
    expect(pairs.find(({ code }) => code === 'fear')?.kappa.state).toBe('shown');
  });

  it('is a code whose prevalence is withheld', () => {
    const found = measure({ people: hundred }, 11, () => true);
    expect(found.state === 'measured' && found.codes.map(({ alpha }) => alpha.state)).toEqual([
      'withheld',
      'withheld',
    ]);
  });

  it('is how few answers were shared', () => {
    const { questions, participants, pairs } = measured({ people: ten }, 11);
    expect(participants).toEqual({ state: 'withheld' });
    expect(questions.map(({ units, alphaJaccard }) => [units.state, alphaJaccard.state])).toEqual([
      ['withheld', 'withheld'],
      ['withheld', 'withheld'],
    ]);
    expect(new Set(pairs.map(({ units }) => units.state))).toEqual(new Set(['withheld']));
  });
});
