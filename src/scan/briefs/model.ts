/** A brief: what a record tells, in sentences that each name the fields they come from. */
import { z } from 'zod';
import { RecordId } from '../screening/model.ts';

/** `[start, end)` in code points where the sentence stands in that field word for word; absent where it is told of the field. */
export const Origin = z.strictObject({
  field: z.string(),
  start: z.int().min(0).optional(),
  end: z.int().min(1).optional(),
});
export type Origin = z.infer<typeof Origin>;

export const Sentence = z.strictObject({ text: z.string().min(1), from: z.array(Origin).min(1) });
export type Sentence = z.infer<typeof Sentence>;

export const briefParts = ['happened', 'evidence', 'context', 'watch', 'points', 'score', 'sources'] as const;
export const BriefPart = z.enum(briefParts);
export type BriefPart = z.infer<typeof BriefPart>;

export const Brief = z.strictObject({
  record: RecordId,
  title: z.string(),
  score: z.number().nullable(),
  address: z.string().nullable(),
  appraisedAt: z.iso.datetime(),
  parts: z.array(z.strictObject({ part: BriefPart, sentences: z.array(Sentence).min(1) })),
});
export type Brief = z.infer<typeof Brief>;
