/**
 * The words of the project as schemas and types. One definition serves validation, TypeScript and the published
 * JSON Schemas. The folder, the store, the analysis and the screens all speak in these.
 */
import { z } from 'zod';
import {
  CodeId,
  CoderId,
  CodingId,
  ParticipantId,
  PriorityId,
  QuestionId,
  StudyId,
  ThemeId,
  WaveId,
} from './ids.ts';
import { Language, Localised } from './localised.ts';

const calendarDate = z.iso.date();
const name = z.string().min(1).max(200);

/** What an open question asks for; it orders the alignment: experience, then interpretation, then priority. */
export const Concept = z.enum(['experience', 'interpretation', 'priority', 'other']);
export type Concept = z.infer<typeof Concept>;

export const Question = z.strictObject({
  id: QuestionId,
  concept: Concept,
  label: Localised.describe('a short name for tables and figures'),
  text: Localised.describe('the question as participants read it'),
});
export type Question = z.infer<typeof Question>;

export const Wave = z.strictObject({
  id: WaveId,
  opens: calendarDate,
  closes: calendarDate,
  invited: z.int().min(0).optional().describe('people who were asked to answer; leave out when not known'),
});
export type Wave = z.infer<typeof Wave>;

/** One attribute of participants, with words for its values. Values not listed are shown as they stand. */
export const AttributeDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected lower-case letters, digits and underscores'),
  label: Localised,
  kind: z.enum(['category', 'number']),
  values: z.array(z.strictObject({ id: name, label: Localised })).optional(),
});
export type AttributeDefinition = z.infer<typeof AttributeDefinition>;

/** What a domain of codes is about in the frame: a channel, a lens, and so on. */
export const DomainKind = z.enum(['channel', 'benefit', 'harm', 'lens', 'priority', 'standing', 'other']);
export const FrameDomain = z.strictObject({ id: name, kind: DomainKind, label: Localised });
export type FrameDomain = z.infer<typeof FrameDomain>;

/** The configuration of a field. */
export const Frame = z.strictObject({ id: name, label: Localised, domains: z.array(FrameDomain) });
export type Frame = z.infer<typeof Frame>;

export const MethodLabel = z.enum([
  'directed content analysis',
  'codebook thematic analysis',
  'reflexive thematic analysis',
]);
export type MethodLabel = z.infer<typeof MethodLabel>;

export const Study = z.strictObject({
  id: StudyId,
  title: Localised,
  description: Localised.optional(),
  synthetic: z.boolean().describe('true when no real person answered; every page and export then says so'),
  method: MethodLabel,
  languages: z.array(Language).min(1),
  frame: Frame,
  questions: z.array(Question).min(1).max(20),
  waves: z.array(Wave).min(1),
  attributes: z.array(AttributeDefinition).default([]),
  breakdowns: z
    .array(z.string())
    .default(['language', 'role'])
    .describe('attributes by which prevalence is also shown; `language` is the language of answering'),
  coders: z.array(z.strictObject({ id: CoderId, name })).default([]),
  consent: Localised.describe('the consent text that participants agreed to'),
  threshold: z
    .int()
    .min(0)
    .default(11)
    .describe('counts above zero and below this are withheld in everything released'),
  limits: z
    .array(Localised)
    .default([])
    .describe('limits of the study, stated by its lead, printed in the report'),
});
export type Study = z.infer<typeof Study>;

/** `analysis`: counted, never quoted. `quotation`: may also be quoted without name. */
export const ConsentScope = z.enum(['analysis', 'quotation']);
export type ConsentScope = z.infer<typeof ConsentScope>;

export const Participant = z.strictObject({
  id: ParticipantId,
  language: Language,
  consent: ConsentScope,
  withdrawn: calendarDate.nullable().describe('the day of withdrawal; such a participant appears in nothing'),
  attributes: z.record(z.string(), z.string()).describe('by attribute id; an absent or empty one is unknown'),
});
export type Participant = z.infer<typeof Participant>;

export const Standing = z.enum(['interpretable', 'non-substantive', 'undecided']);
export type Standing = z.infer<typeof Standing>;

export const Answer = z.strictObject({
  participant: ParticipantId,
  question: QuestionId,
  wave: WaveId,
  text: z.string().describe('normalised to NFC; never changed afterwards'),
  original: z.string().optional().describe('the text as it came, where normalising changed it'),
  standing: Standing,
});
export type Answer = z.infer<typeof Answer>;

export const Code = z.strictObject({
  id: CodeId,
  label: Localised,
  definition: Localised,
  domain: name.optional().describe('a domain of the frame'),
  parent: CodeId.optional(),
  origin: z.enum(['prior', 'emergent']),
  include: Localised.optional(),
  exclude: Localised.optional(),
  examples: z.array(z.string()).optional(),
  source: z.string().optional(),
  retired: z.boolean().optional(),
});
export type Code = z.infer<typeof Code>;

export const Codebook = z.strictObject({
  version: z.int().min(1),
  codes: z.array(Code),
});
export type Codebook = z.infer<typeof Codebook>;

export const Pass = z.enum(['calibration', 'independent', 'consensus']);
export type Pass = z.infer<typeof Pass>;

/** `neutral` is a judgement; `null` says that none was made. */
export const Polarity = z.enum(['positive', 'negative', 'mixed', 'neutral']);
export type Polarity = z.infer<typeof Polarity>;

/** Half-open range of code points with the exact words, so that a wrong offset is noticed. */
export const Span = z.strictObject({ start: z.int().min(0), end: z.int().min(1), quote: z.string().min(1) });
export type Span = z.infer<typeof Span>;

export const Coding = z.strictObject({
  id: CodingId,
  participant: ParticipantId,
  question: QuestionId,
  wave: WaveId,
  code: CodeId,
  coder: CoderId,
  pass: Pass,
  polarity: Polarity.nullable(),
  span: Span.nullable().describe('null when the code is on the whole answer'),
  origin: z.enum(['person', 'suggested', 'assisted']),
  codebookVersion: z.int().min(1),
});
export type Coding = z.infer<typeof Coding>;

/** A coder was given a participant's answers in a pass; an answer without codings was then read and left empty. */
export const Assignment = z.strictObject({ participant: ParticipantId, coder: CoderId, pass: Pass });
export type Assignment = z.infer<typeof Assignment>;

export const Claim = z.strictObject({
  text: Localised,
  codings: z.array(CodingId).min(1).describe('the codings that carry the claim'),
});
export type Claim = z.infer<typeof Claim>;

export const Theme = z.strictObject({
  id: ThemeId,
  label: Localised,
  description: Localised.optional(),
  questions: z.array(QuestionId).min(1).describe('the questions in which the theme is counted'),
  codes: z.array(CodeId).min(1),
  narrative: z.array(Claim).default([]),
  negativeCases: z.array(Claim).default([]),
});
export type Theme = z.infer<typeof Theme>;

export const Priority = z.strictObject({
  id: PriorityId,
  label: Localised,
  statement: Localised,
  codes: z.array(CodeId).min(1).describe('codes that count as asking for it'),
});
export type Priority = z.infer<typeof Priority>;
