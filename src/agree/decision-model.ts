/** Disagreements between coders after a pass is closed, and the decisions that make the consensus layer. */
import { z } from 'zod';
import { CodeId, CoderId, ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import { Polarity, Span } from '../study/model.ts';
import { Agreement } from './model.ts';

const id = z.uuid({ version: 'v7' });
const time = z.iso.datetime();

export const Decision = z.strictObject({
  id: z.string(),
  participant: ParticipantId,
  question: QuestionId,
  wave: WaveId,
  code: CodeId,
  outcome: z.enum(['keep', 'drop', 'recode']),
  recodeTo: CodeId.nullable(),
  reason: z.string(),
  by: CoderId,
  recordedAt: time,
  codings: z.array(z.string()).describe('the consensus codings that it made'),
});
export type Decision = z.infer<typeof Decision>;

/** One answer and code that some coders gave and others did not. */
export const Disagreement = z.strictObject({
  participant: ParticipantId,
  question: QuestionId,
  wave: WaveId,
  code: CodeId,
  gave: z.array(
    z.strictObject({
      coder: CoderId,
      codings: z.array(
        z.strictObject({ id: z.string(), span: Span.nullable(), polarity: Polarity.nullable() }),
      ),
    }),
  ),
  gaveNot: z.array(CoderId),
  decision: Decision.nullable(),
});
export type Disagreement = z.infer<typeof Disagreement>;

export const DisagreementsQuery = z.strictObject({
  code: CodeId.optional(),
  question: QuestionId.optional(),
  state: z.enum(['open', 'decided', 'all']).default('all'),
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(500).default(100),
});

export const DisagreementQueue = z.strictObject({
  total: z.int().describe('that pass the filter'),
  open: z.int().describe('not decided yet, in the whole pass'),
  decided: z.int(),
  agreed: z.int().describe('answer and code pairs that every coder gave'),
  items: z.array(Disagreement),
});
export type DisagreementQueue = z.infer<typeof DisagreementQueue>;

export const NewDecision = z.strictObject({
  id,
  participant: ParticipantId,
  question: QuestionId,
  wave: WaveId,
  code: CodeId,
  outcome: z.enum(['keep', 'drop', 'recode']),
  recodeTo: CodeId.optional(),
  reason: z.string().trim().min(1).max(2000),
  expected: z
    .string()
    .nullable()
    .describe('id of the decision that this one replaces; null where there is none'),
  spans: z
    .array(z.strictObject({ id, span: Span.nullable(), polarity: Polarity.nullable() }))
    .optional()
    .describe('where the code is put; without it, on what the coders who gave it marked'),
});
export type NewDecision = z.infer<typeof NewDecision>;

/** Agreement of one pass as it stands, for the lead. */
export const PassAgreement = z.strictObject({ pass: z.string(), agreement: Agreement });
export type PassAgreement = z.infer<typeof PassAgreement>;
