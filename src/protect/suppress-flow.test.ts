import { describe, expect, it } from 'vitest';
import { type CountedFlow, withholdFlow } from './suppress-flow.ts';

const flow = (changes: Partial<CountedFlow> = {}): CountedFlow => ({
  invited: 400,
  responded: 300,
  withdrawn: 0,
  noInterpretableAnswer: 20,
  included: 280,
  questions: [{ answered: 270, nonSubstantive: 30, undecided: 0, interpretable: 240 }],
  answeredBoth: [],
  ...changes,
});

describe('the inclusion flow', () => {
  it('shows everything where no loss is small', () => {
    const { questions, ...rest } = withholdFlow(flow(), 11);
    expect(Object.values(rest)).not.toContain(true);
    expect(Object.values(questions[0] ?? {})).not.toContain(true);
  });

  it('withholds another loss where few withdrew, so that the two hide each other', () => {
    const counted = flow({ withdrawn: 3, noInterpretableAnswer: 17 });
    expect(withholdFlow(counted, 11)).toMatchObject({
      withdrawn: true,
      noInterpretableAnswer: true,
      responded: false,
      included: false,
    });
  });

  it('keeps those included and withholds those who responded where few withdrew and nobody else was lost', () => {
    const counted = flow({ withdrawn: 3, noInterpretableAnswer: 0, responded: 283 });
    expect(withholdFlow(counted, 11)).toMatchObject({
      withdrawn: true,
      responded: true,
      noInterpretableAnswer: false,
      included: false,
    });
  });

  it('keeps the denominator of a question and withholds how many answered where few said nothing', () => {
    const questions = [{ answered: 244, nonSubstantive: 4, undecided: 0, interpretable: 240 }];
    expect(withholdFlow(flow({ questions }), 11).questions).toEqual([
      { answered: true, nonSubstantive: true, undecided: false, interpretable: false },
    ]);
  });

  it('shows the total where two withheld losses hide each other', () => {
    const questions = [{ answered: 256, nonSubstantive: 8, undecided: 8, interpretable: 240 }];
    expect(withholdFlow(flow({ questions }), 11).questions[0]).toMatchObject({ answered: false });
  });

  it('withholds those invited where few of them did not respond', () => {
    expect(withholdFlow(flow({ invited: 305 }), 11).invited).toBe(true);
  });

  it('withholds those included where few answered both questions: two denominators less the one give the other', () => {
    expect(withholdFlow(flow({ answeredBoth: [5] }), 11)).toMatchObject({
      included: true,
      noInterpretableAnswer: true,
      responded: false,
    });
  });
});
