import { describe, expect, it } from 'vitest';
import { withholdShares } from '../protect/suppress-shares.ts';
import { lookUp } from '../study/lookup.ts';
import { type StudySketch, studyOf } from '../study/testing.ts';
import { countShares, groupsOf } from './count-shares.ts';
import { codingsThatCount } from './layer.ts';
import { saturation } from './saturation.ts';

function saturate(sketch: StudySketch, includedWithheld = false) {
  const lookup = lookUp(studyOf({ questions: { q1: 'experience' }, ...sketch }));
  const layer = codingsThatCount(lookup);
  const { threshold } = lookup.snapshot.study;
  const byQuestion = new Map(
    countShares(lookup, layer, groupsOf(lookup)).map((counts) => [
      counts.question,
      { counts, withheld: withholdShares(counts.shares, threshold) },
    ]),
  );
  const options = { orders: 50, threshold, seed: 3 };
  return saturation({ lookup, layer, byQuestion, includedWithheld, options });
}

const give = (times: number, codes: string) => ({ times, agreed: { q1: codes } });

describe('saturation', () => {
  it('estimates how many codes there are from those that one and two participants gave', () => {
    const [, q1] = saturate({ people: [give(4, 'a'), give(2, 'b'), give(1, 'c'), give(1, 'd')] });
    // 4 seen, two once, one twice, of 8: 4 + 7/8 x 4/2 = 5.75.
    expect(q1).toMatchObject({ participants: 8, observed: 4, chao2: { estimate: expect.closeTo(5.75, 12) } });
  });

  it('draws the mean curve over random orders, up to all codes with all participants', () => {
    const [, q1] = saturate({ people: [give(10, 'a b'), give(10, 'c')] });
    const curve = q1?.state === 'shown' ? q1.curve : [];
    expect(curve).toHaveLength(20);
    expect(curve.at(-1)).toEqual({ participants: 20, mean: 3, lower: 3, upper: 3 });
    // One participant shows a b or c: 2 codes or 1, evenly over many orders.
    expect(curve[0]).toMatchObject({ participants: 1, lower: 1, upper: 2 });
    curve.slice(1).forEach(({ mean }, at) => {
      expect(mean).toBeGreaterThanOrEqual(curve[at]?.mean ?? 0);
    });
  });

  it('tells after how many participants new information ran out, with its spread', () => {
    const [, q1] = saturate({ people: [give(30, 'a')] });
    // The base of 4 has the one code, the run of 2 after it none: reached at 6 in every order.
    expect(q1?.state === 'shown' && q1.reached).toEqual([
      { newInformation: 0.05, orders: 50, median: 6, lower: 6, upper: 6 },
      { newInformation: 0, orders: 50, median: 6, lower: 6, upper: 6 },
    ]);
  });

  it('says so where fewer than half of the orders got there', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((code) => give(1, code));
    const [, q1] = saturate({ people });
    expect(q1?.state === 'shown' && q1.reached.map(({ median }) => median)).toEqual([null, null]);
  });

  it('is undefined where nobody answered or nothing was coded', () => {
    expect(saturate({ people: [] }).map(({ state }) => state)).toEqual(['undefined', 'undefined']);
    expect(saturate({ people: [give(3, '')] })[1]).toMatchObject({ reason: 'nothing was coded' });
  });

  it('is withheld where it would tell how many gave the one withheld code', () => {
    const people = [give(20, 'a'), give(3, 'b'), give(20, '')];
    expect(saturate({ people, threshold: 11 })[1]).toEqual({ state: 'withheld', question: 'q1' });
    const several = [...people, give(2, 'c'), give(5, 'd')];
    expect(saturate({ people: several, threshold: 11 })[1]?.state).toBe('shown');
  });

  it('is withheld over all questions with the number of those included', () => {
    const [all, q1] = saturate({ people: [give(20, 'a'), give(20, '')] }, true);
    expect([all?.state, q1?.state]).toEqual(['withheld', 'shown']);
  });
});
