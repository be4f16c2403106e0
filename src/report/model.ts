/** What `analyse(snapshot)` returns: everything a report, a table or a screen may show, already safe to release. */
import { z } from 'zod';
import { Agreement } from '../agree/model.ts';
import { Alignment } from '../align/model.ts';
import { PriorityEvidence } from '../prioritise/model.ts';
import { Count } from '../protect/released.ts';
import { AnswerKeySchema, CodeId, QuestionId, StudyId } from '../study/ids.ts';
import { Language, Localised } from '../study/localised.ts';
import { MethodLabel, Polarity } from '../study/model.ts';
import { Synthesis } from '../synthesise/model.ts';

export const QuestionFlow = z.strictObject({
  question: QuestionId,
  answered: Count.describe('wrote anything'),
  nonSubstantive: Count.describe('of those who answered: nothing but non-answers'),
  undecided: Count.describe('nothing interpretable, something undecided'),
  interpretable: Count.describe('the denominator of prevalence in this question'),
});
export type QuestionFlow = z.infer<typeof QuestionFlow>;

export const InclusionFlow = z.strictObject({
  invited: Count.nullable().describe('null when not recorded'),
  responded: Count.describe('participants on the list'),
  withdrawn: Count,
  noInterpretableAnswer: Count,
  included: Count.describe('one interpretable answer or more'),
  questions: z.array(QuestionFlow),
});
export type InclusionFlow = z.infer<typeof InclusionFlow>;

/** Something a reader must know before using a number. `code` is stable; the words are for people. */
export const AnalysisWarning = z.strictObject({
  code: z.enum([
    'small denominator',
    'one coder only',
    'few shared answers',
    'code never used',
    'theme rests on few participants',
    'theme without codings',
    'prevalence depresses alpha',
    'interval too wide',
    'undecided standing',
    'assignments inferred',
    'no consensus layer',
    'nothing coded',
    'no themes',
    'no priorities',
    'no priority question',
    'one question only',
    'codings on non-substantive answers',
    'participants withdrawn',
    'most pairs withheld',
  ]),
  about: z.string().describe('id of the question, code, theme, coder or priority, or empty'),
  message: Localised,
});
export type AnalysisWarning = z.infer<typeof AnalysisWarning>;

export const Analysis = z.strictObject({
  format: z.literal(1),
  study: StudyId,
  title: Localised,
  synthetic: z.boolean(),
  method: MethodLabel,
  snapshot: z.string().describe('SHA-256 of the canonical JSON of the snapshot'),
  seed: z.int(),
  options: z.strictObject({
    permutations: z.int(),
    bootstrap: z.int(),
    orders: z.int().describe('random orders for saturation'),
    level: z.number(),
    threshold: z.int().describe('counts above zero and below it are withheld'),
  }),
  flow: InclusionFlow,
  agreement: Agreement,
  synthesis: Synthesis,
  alignment: Alignment,
  priorities: z.array(PriorityEvidence),
  warnings: z.array(AnalysisWarning),
});
export type Analysis = z.infer<typeof Analysis>;

/**
 * One answer as it may be seen when following a number down. To readers it comes without its writer: put together by
 * writer, the answers behind several shown numbers would tell the withheld ones.
 */
export const EvidenceItem = z.strictObject({
  answer: AnswerKeySchema.nullable().describe('null for readers'),
  question: QuestionId,
  language: Language,
  text: z.string().nullable().describe('masked text; null when the participant did not consent to quotation'),
  codings: z.array(
    z.strictObject({
      code: CodeId.nullable().describe('null for readers where the count of the code is withheld'),
      polarity: Polarity.nullable().describe('null for readers'),
      span: z.strictObject({ start: z.int(), end: z.int() }).nullable().describe('code points of the text'),
    }),
  ),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/** What stands behind a number; a withheld number opens nothing. */
export const Evidence = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('shown'), items: z.array(EvidenceItem) }),
  z.strictObject({ state: z.literal('withheld') }),
]);
export type Evidence = z.infer<typeof Evidence>;
