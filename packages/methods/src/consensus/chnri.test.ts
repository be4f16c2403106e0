/** CHNRI scores against an independent calculation in R (reference/consensus-chnri.json). */
import { describe, expect, it } from 'vitest';
import reference from '../../reference/consensus-chnri.json';
import { expectAllClose } from '../common/expect-all-close.ts';
import { type ChnriAnswer, chnri } from './chnri.ts';

const answers = reference.scores_expert_option_criterion as ChnriAnswer[][][]; // the file holds 0, 0.5, 1 and null

describe('CHNRI', () => {
  const { options, n } = chnri(answers);

  it('has the scores of the reference to 1e-9', () => {
    options.forEach((option, i) => {
      expectAllClose(option.criterionScores, reference.criterion_scores[i], 1e-9);
    });
    const scores = (list: typeof options) => list.map((option) => option.priorityScore);
    expectAllClose(scores(options), reference.RPS, 1e-9);
    expectAllClose(
      scores(chnri(answers, { weights: reference.weighted.weights }).options),
      reference.weighted.RPS,
      1e-9,
    );
    expect(n).toBe(10);
  });

  it('gives agreement over both denominators, because they differ wherever a question was left out', () => {
    expectAllClose(
      options.map((option) => option.agreementOfAnswered),
      reference.AEA_nonmissing_denominator,
      1e-9,
    );
    expectAllClose(
      options.map((option) => option.agreementOfAll),
      reference.AEA_all_denominator,
      1e-9,
    );
  });

  it('has no priority score where nobody answered a criterion', () => {
    const { options: one, warnings } = chnri([[[1, null]], [[0, null]]]);
    expect(one[0]).toMatchObject({ criterionScores: [50, null], priorityScore: null, agreementOfAll: 0.25 });
    expect(warnings[0].code).toBe('unanswered-criterion');
  });

  it('refuses tables that differ in shape and answers that are none', () => {
    expect(() => chnri([[[1, 0]], [[1]]])).toThrow('answers[1][0]: got 1 criteria; expected 2');
    expect(() => chnri([[[0.7 as ChnriAnswer]]])).toThrow('answers[0][0][0]: got 0.7');
    expect(() => chnri([[[1, 0]]], { weights: [1] })).toThrow('weights: got 1; expected 2');
  });
});
