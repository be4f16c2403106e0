/** Identifiers under brands, so that a code's cannot be passed where a participant's is due. */
import { z } from 'zod';

// No white space, slash or control character: ids stand in keys, file cells and page addresses.
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'expected letters, digits, dot, dash or underscore, at most 64');

export const StudyId = id.brand('StudyId');
export type StudyId = z.infer<typeof StudyId>;
export const WaveId = id.brand('WaveId');
export type WaveId = z.infer<typeof WaveId>;
export const QuestionId = id.brand('QuestionId');
export type QuestionId = z.infer<typeof QuestionId>;
export const ParticipantId = id.brand('ParticipantId');
export type ParticipantId = z.infer<typeof ParticipantId>;
export const CoderId = id.brand('CoderId');
export type CoderId = z.infer<typeof CoderId>;
export const CodeId = id.brand('CodeId');
export type CodeId = z.infer<typeof CodeId>;
export const CodingId = id.brand('CodingId');
export type CodingId = z.infer<typeof CodingId>;
export const ThemeId = id.brand('ThemeId');
export type ThemeId = z.infer<typeof ThemeId>;
export const PriorityId = id.brand('PriorityId');
export type PriorityId = z.infer<typeof PriorityId>;

/** Names one answer: participant, question and wave. */
export const AnswerKeySchema = z.string().brand('AnswerKey');
export type AnswerKey = z.infer<typeof AnswerKeySchema>;

export function answerKey(of: { participant: ParticipantId; question: QuestionId; wave: WaveId }): AnswerKey {
  return `${of.participant}/${of.question}/${of.wave}` as AnswerKey; // ids hold no slash, so this is one to one
}
