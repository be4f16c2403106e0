/** Priorities with the evidence behind each: how many ask for it, what they had met, and in what words. */
import { z } from 'zod';
import { AlignmentTest, TwoByTwo } from '../align/model.ts';
import { Share } from '../protect/released.ts';
import { PriorityId, QuestionId, ThemeId } from '../study/ids.ts';
import { Breakdown, Quote } from '../synthesise/model.ts';

/** A theme of another question against asking for the priority: `left` is the theme, `right` the priority. */
export const GoesWith = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('shown'),
    question: QuestionId,
    theme: ThemeId,
    table: TwoByTwo,
    test: AlignmentTest.describe('adjusted over all themes of the question and all priorities; exploratory'),
  }),
  z.strictObject({ state: z.literal('withheld'), question: QuestionId, theme: ThemeId }),
]);
export type GoesWith = z.infer<typeof GoesWith>;

export const PriorityEvidence = z.strictObject({
  priority: PriorityId,
  rank: z
    .int()
    .min(1)
    .nullable()
    .describe('by share among those shown, ties sharing a rank; null when the share is withheld'),
  question: QuestionId.describe('the question of concept priority; support is counted there'),
  support: Share,
  breakdowns: z.array(Breakdown),
  quotes: z.array(Quote),
  goesWith: z
    .array(GoesWith)
    .describe('experiences and interpretations of those who ask for it, strongest first, withheld ones last'),
});
export type PriorityEvidence = z.infer<typeof PriorityEvidence>;
