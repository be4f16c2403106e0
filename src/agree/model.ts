/**
 * Agreement of independent coders: what `agree` gives. Units are interpretable answers that two coders or more were
 * given; an answer that one of them left without a code is a unit with the empty set from that coder.
 */
import { z } from 'zod';
import { Count, Statistic } from '../protect/released.ts';
import { CodeId, CoderId, QuestionId } from '../study/ids.ts';

export const CodeAgreement = z.strictObject({
  code: CodeId,
  question: QuestionId.nullable().describe('null: over all questions'),
  alpha: Statistic.describe(
    "Krippendorff's alpha, nominal, presence of the code; unit bootstrap by participant",
  ),
  ac1: Statistic.describe("Gwet's AC1, which a rare code does not depress"),
  percent: Statistic.describe('mean pairwise agreement'),
  used: Statistic.describe('share of ratings in which the code was used'),
});
export type CodeAgreement = z.infer<typeof CodeAgreement>;

export const QuestionAgreement = z.strictObject({
  question: QuestionId.nullable().describe('null: over all questions'),
  units: Count,
  alphaJaccard: Statistic.describe('multi-label alpha over the sets of codes, Jaccard distance'),
  alphaMasi: Statistic.describe('multi-label alpha over the sets of codes, MASI distance'),
});
export type QuestionAgreement = z.infer<typeof QuestionAgreement>;

export const PairAgreement = z.strictObject({
  coders: z.tuple([CoderId, CoderId]),
  question: QuestionId.nullable(),
  code: CodeId.nullable().describe('null: over all codes that either used; per code over all questions only'),
  kappa: Statistic.describe("Cohen's kappa; for code null the pooled kappa over answer-code decisions"),
  units: Count,
});
export type PairAgreement = z.infer<typeof PairAgreement>;

export const Agreement = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('measured'),
    pass: z.literal('independent'),
    coders: z.array(CoderId),
    participants: Count.describe('participants given to two coders or more'),
    questions: z.array(QuestionAgreement),
    codes: z.array(CodeAgreement).describe('over all questions and per question'),
    pairs: z.array(PairAgreement),
  }),
  z.strictObject({
    state: z.literal('not measured'),
    reason: z.enum(['one coder', 'no shared answers', 'method rejects it', 'nothing coded']),
  }),
]);
export type Agreement = z.infer<typeof Agreement>;
