/** Which themes of one question go with which themes of another, in the same participants. Always exploratory. */
import { z } from 'zod';
import { Count, IntervalValue } from '../protect/released.ts';
import { QuestionId, ThemeId } from '../study/ids.ts';

const end = z.strictObject({ question: QuestionId, theme: ThemeId });

const withInterval = z.strictObject({ estimate: z.number(), interval: IntervalValue.nullable() });

/** Counts of participants with an interpretable answer to both questions. */
export const TwoByTwo = z.strictObject({
  both: z.int(),
  leftOnly: z.int(),
  rightOnly: z.int(),
  neither: z.int(),
});
export type TwoByTwo = z.infer<typeof TwoByTwo>;

export const AlignmentTest = z.strictObject({
  phi: z.number().nullable().describe('null where a margin is empty'),
  lift: z.number().nullable(),
  oddsRatio: withInterval
    .nullable()
    .describe('with Haldane correction when a cell is empty; the method says so'),
  fisher: z.number().describe('two-sided, minimum likelihood'),
  midP: z.number(),
  permutationP: z.number().describe('(1 + hits) / (permutations + 1)'),
  maxT: z.number().describe('single-step Westfall-Young adjusted over all pairs of the two questions'),
  q: z
    .number()
    .describe(
      'Benjamini-Hochberg over all pairs of the two questions, from the Fisher p; withheld pairs enter as p = 1, which can only raise it',
    ),
  shareWith: withInterval.nullable().describe('share with the right theme among those with the left one'),
  shareWithout: withInterval.nullable().describe('the same among those without'),
});
export type AlignmentTest = z.infer<typeof AlignmentTest>;

export const AlignmentPair = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('shown'),
    left: end,
    right: end,
    table: TwoByTwo,
    test: AlignmentTest,
  }),
  z.strictObject({ state: z.literal('withheld'), left: end, right: end }),
]);
export type AlignmentPair = z.infer<typeof AlignmentPair>;

export const QuestionAlignment = z.strictObject({
  left: QuestionId,
  right: QuestionId,
  answeredBoth: Count,
  pairs: z.array(AlignmentPair),
});
export type QuestionAlignment = z.infer<typeof QuestionAlignment>;

export const Alignment = z.strictObject({
  exploratory: z.literal(true),
  permutations: z.int().min(1),
  questions: z.array(QuestionAlignment).describe('every pair of questions, in the order of their concepts'),
});
export type Alignment = z.infer<typeof Alignment>;
