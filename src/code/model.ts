/**
 * What the coding stage takes and gives over HTTP: passes, codings, memos, the codebook's versions, the queue of codings
 * to look at again. Pure, so that the browser parses with the same definitions.
 */
import { z } from 'zod';
import { CodeId, CoderId, CodingId, ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import { Codebook, Coding, Pass, Polarity, Span, Theme } from '../study/model.ts';

/** Ids that the browser makes (UUIDv7), so that what is sent twice is recognised and kept once. */
export const MadeId = z.uuid({ version: 'v7' });
export const time = z.iso.datetime();
/** What both databases count up to. */
export const LARGEST_NUMBER = 2 ** 31 - 1;

export const PassId = z.string().min(1).max(64).brand('PassId');
export type PassId = z.infer<typeof PassId>;

export const PassState = z.enum(['planned', 'open', 'closed']);
export type PassState = z.infer<typeof PassState>;

export const WorkingPass = z.strictObject({
  id: PassId,
  kind: Pass,
  state: PassState,
  label: z.string(),
  codebookVersion: z.int().min(1).describe('the version that codings in this pass cite'),
  source: PassId.nullable().describe('of a consensus pass: the pass whose disagreements it settles'),
  openedAt: time.nullable(),
  closedAt: time.nullable(),
});
export type WorkingPass = z.infer<typeof WorkingPass>;

/** How far one coder is: answers given, and of these coded or marked as finished. */
export const Progress = z.strictObject({
  coder: CoderId,
  participants: z.int(),
  answers: z.int(),
  done: z.int(),
});
export type Progress = z.infer<typeof Progress>;

export const PassWithProgress = z.strictObject({
  pass: WorkingPass,
  progress: z.array(Progress).describe("of every coder for the lead, the caller's own for others"),
});
export type PassWithProgress = z.infer<typeof PassWithProgress>;

/** Who is given whom: `shared` of the participants go to every coder, the others to one coder each. */
export const AssignmentPlan = z.strictObject({
  coders: z.array(CoderId).min(1).max(50),
  participants: z.union([
    z.literal('all'),
    z.strictObject({ sample: z.int().min(1) }),
    z.array(ParticipantId).min(1),
  ]),
  shared: z.number().min(0).max(1),
  seed: z.int().min(0).max(LARGEST_NUMBER),
});
export type AssignmentPlan = z.infer<typeof AssignmentPlan>;

export const NewPass = z.strictObject({
  id: MadeId,
  kind: Pass,
  label: z.string().trim().min(1).max(120),
  codebookVersion: z.int().min(1).max(LARGEST_NUMBER),
  source: PassId.optional().describe('for a consensus pass: the closed pass whose disagreements it settles'),
  assign: AssignmentPlan.optional().describe('may be left out where `source` says who was coded'),
});
export type NewPass = z.infer<typeof NewPass>;

/** The caller's answers in a pass, in the order in which to take them. */
export const Work = z.strictObject({
  answers: z.array(z.tuple([ParticipantId, QuestionId, WaveId, z.boolean().describe('done')])),
});
export type Work = z.infer<typeof Work>;

/** The caller has read this answer to its end, or takes that back; a coded answer is done without it. */
export const Finished = z.strictObject({
  participant: ParticipantId,
  question: QuestionId,
  wave: WaveId,
  finished: z.boolean(),
});
export type Finished = z.infer<typeof Finished>;

export const TextHash = z.string().regex(/^[0-9a-f]{64}$/, 'expected SHA-256 in hexadecimal');

export const NewCoding = z.strictObject({
  id: MadeId,
  passId: PassId,
  participant: ParticipantId,
  question: QuestionId,
  wave: WaveId,
  code: CodeId,
  polarity: Polarity.nullable(),
  span: Span.nullable().describe('null: the whole answer'),
  textHash: TextHash.describe("the answer's `textHash` as it was read"),
  codebookVersion: z.int().min(1),
  origin: Coding.shape.origin,
  supersedes: CodingId.nullable().describe('the coding in whose place this one stands; it is ended'),
});
export type NewCoding = z.infer<typeof NewCoding>;

export const WorkingCoding = Coding.extend({
  passId: PassId,
  recordedAt: time,
  supersedes: CodingId.nullable(),
  ended: z.strictObject({ by: CoderId, at: time }).nullable(),
});
export type WorkingCoding = z.infer<typeof WorkingCoding>;

export const CodingList = z.strictObject({ total: z.int(), codings: z.array(WorkingCoding) });
export type CodingList = z.infer<typeof CodingList>;

export const MemoSubject = z.strictObject({
  kind: z.enum(['study', 'question', 'participant', 'answer', 'coding', 'code', 'theme', 'pass']),
  id: z.string().min(1).max(200).describe('an answer is `participant/question/wave`'),
});
export type MemoSubject = z.infer<typeof MemoSubject>;

export const Memo = z.strictObject({
  id: z.string(),
  version: z.int().min(1),
  subject: MemoSubject,
  text: z.string().describe('empty: taken back'),
  by: CoderId,
  recordedAt: time,
});
export type Memo = z.infer<typeof Memo>;

export const MemoEdit = z.strictObject({
  expected: z.int().min(0).describe('the version that was edited; 0 for a new memo'),
  subject: MemoSubject,
  text: z.string().max(100_000),
});
export type MemoEdit = z.infer<typeof MemoEdit>;

/** What happened to codes from one version to the next; codings with a code of `from` are to be looked at again. */
export const CodebookChange = z.strictObject({
  kind: z.enum(['split', 'merge', 'retire']),
  from: z.array(CodeId).min(1),
  to: z.array(CodeId),
});
export type CodebookChange = z.infer<typeof CodebookChange>;

export const NewCodebookVersion = z.strictObject({
  basedOn: z.int().min(1).describe('the latest version, which was edited'),
  codes: Codebook.shape.codes,
  changes: z.array(CodebookChange),
  note: z.string().max(2000),
});
export type NewCodebookVersion = z.infer<typeof NewCodebookVersion>;

export const CodebookVersion = z.strictObject({
  version: z.int(),
  note: z.string(),
  by: CoderId.nullable(),
  recordedAt: time,
  changes: z.array(CodebookChange),
});
export type CodebookVersion = z.infer<typeof CodebookVersion>;

export const WorkingCodebook = z.strictObject({
  codebook: Codebook,
  versions: z.array(CodebookVersion).describe('oldest first; the last is the latest'),
  examples: z.array(z.strictObject({ code: CodeId, coding: WorkingCoding })),
});
export type WorkingCodebook = z.infer<typeof WorkingCodebook>;

export const ReviewItem = z.strictObject({
  id: z.string(),
  change: CodebookChange,
  version: z.int().describe('the version that brought the change'),
  coding: WorkingCoding,
});
export type ReviewItem = z.infer<typeof ReviewItem>;

/** A theme being built: it may still lack codes, questions and claims. */
export const WorkingTheme = Theme.extend({
  questions: z.array(QuestionId),
  codes: z.array(CodeId),
});
export type WorkingTheme = z.infer<typeof WorkingTheme>;

export const ThemeVersion = z.strictObject({
  version: z.int().min(1),
  position: z.int().min(0),
  theme: WorkingTheme,
  by: CoderId.nullable(),
  recordedAt: time,
  missing: z.array(CodingId).describe('cited codings that were taken back since'),
});
export type ThemeVersion = z.infer<typeof ThemeVersion>;

export const ThemeEdit = z.strictObject({
  expected: z.int().min(0).describe('the version that was edited; 0 for a new theme'),
  position: z.int().min(0).max(LARGEST_NUMBER),
  theme: WorkingTheme.nullable().describe('null: taken away'),
});
export type ThemeEdit = z.infer<typeof ThemeEdit>;

/** What of others' codings the caller may see now. */
export const Sight = z.enum(['everything', 'own codings', 'settled codings']);
export type Sight = z.infer<typeof Sight>;

/** The caller in the study. */
export const MeInStudy = z.strictObject({
  role: z.enum(['lead', 'coder', 'reader']),
  coder: CoderId.nullable().describe('the name under which the caller codes'),
  sight: Sight,
  passes: z.array(PassId).describe('open passes in which the caller was given answers'),
});
export type MeInStudy = z.infer<typeof MeInStudy>;

/** What a live update carries: ids alone. On `sight` ask again for everything that depends on it. */
export const LiveEvent = z.strictObject({
  kind: z.enum([
    'coding',
    'coding ended',
    'finished',
    'memo',
    'theme',
    'codebook',
    'pass',
    'decision',
    'settings',
    'scan',
    'sight',
  ]),
  id: z.string(),
  answer: z.string().optional().describe('`participant/question/wave`'),
});
export type LiveEvent = z.infer<typeof LiveEvent>;
