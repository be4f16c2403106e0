/** Hints for an answer: codes that the team's own decisions make likely, and what a configured model proposes. */
import { z } from 'zod';
import { CodeId, ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import { Span } from '../study/model.ts';
import { time } from './model.ts';

/** Names one answer. */
export const AnswerPlace = z.strictObject({
  participant: ParticipantId,
  question: QuestionId,
  wave: WaveId,
});
export type AnswerPlace = z.infer<typeof AnswerPlace>;

export const Suggestions = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('on'),
    learnedFrom: z.int().describe('coded answers that the hints were learned from'),
    codes: z
      .array(
        z.strictObject({
          code: CodeId,
          confidence: z.number().min(0).max(1).describe('share of such hints that were right so far'),
        }),
      )
      .describe('likeliest first, five at most'),
  }),
  z.strictObject({
    state: z.literal('off'),
    reason: z.enum(['switched off', 'independent pass', 'too little coded']),
  }),
]);
export type Suggestions = z.infer<typeof Suggestions>;

/** What the language model proposed for one answer; every quote stands there verbatim. */
export const AssistedCoding = z.strictObject({
  id: z.string(),
  code: CodeId,
  span: Span,
  model: z.string(),
});
export type AssistedCoding = z.infer<typeof AssistedCoding>;

export const AssistantReply = z.strictObject({
  askedAt: time.nullable().describe('null: the model was not asked about this answer yet'),
  codings: z.array(AssistedCoding),
  discarded: z
    .int()
    .describe(
      'suggestions thrown away because their quote is not in the answer or their code not in the codebook',
    ),
});
export type AssistantReply = z.infer<typeof AssistantReply>;

export const StudySettings = z.strictObject({
  suggestions: z.boolean(),
  assistant: z
    .boolean()
    .describe('the language model may be asked; needs an address configured by the administrator'),
});
export type StudySettings = z.infer<typeof StudySettings>;

/** For the lead: what was asked of the model so far. */
export const AssistantState = z.strictObject({
  configured: z.boolean(),
  model: z.string().nullable(),
  asked: z.int(),
  failed: z.int(),
  suggested: z.int(),
  discarded: z.int(),
});
export type AssistantState = z.infer<typeof AssistantState>;

/** One request that was sent to a language model. */
export const AssistantMessage = AnswerPlace.extend({
  id: z.string(),
  account: z.string().describe('who asked'),
  address: z.string(),
  model: z.string(),
  sentAt: time,
  sent: z.string().nullable().describe('the body as it was sent; null: the participant has withdrawn'),
  received: z.string().nullable(),
  outcome: z
    .enum(['answered', 'malformed', 'failed', 'timed out'])
    .nullable()
    .describe('null: none yet, or the server stopped before it came'),
  discarded: z.int(),
});

export const AssistantMessages = z.strictObject({ total: z.int(), messages: z.array(AssistantMessage) });
export type AssistantMessages = z.infer<typeof AssistantMessages>;
