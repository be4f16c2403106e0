/** Priorities with the evidence behind each: how many ask for it, what they had met, and in what words. */
import { z } from 'zod';
import { AlignmentPair } from '../align/model.ts';
import { Share } from '../protect/released.ts';
import { CodingId, PriorityId, QuestionId } from '../study/ids.ts';
import { Breakdown, Quote } from '../synthesise/model.ts';

export const PriorityEvidence = z.strictObject({
  priority: PriorityId,
  rank: z.int().min(1).nullable().describe('by share, ties sharing a rank; null when the share is withheld'),
  question: QuestionId.describe('the question of concept priority; support is counted there'),
  support: Share,
  breakdowns: z.array(Breakdown),
  codings: z.array(CodingId).describe('the codings behind the count; empty when withheld'),
  quotes: z.array(Quote),
  goesWith: z
    .array(
      z.strictObject({
        question: QuestionId,
        theme: z.string(),
        pair: AlignmentPair.describe(
          'left is the experience or interpretation, right stands for the priority',
        ),
      }),
    )
    .describe('experiences and interpretations of those who ask for it, strongest first; exploratory'),
});
export type PriorityEvidence = z.infer<typeof PriorityEvidence>;
