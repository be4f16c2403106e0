/** What a person makes of a record: what kind of evidence it is, of whom and where, and how much it bears on the study. */
import { z } from 'zod';
import { Document } from '../documents/model.ts';
import { RecordId } from '../screening/model.ts';

export const EvidenceKind = z.enum([
  'qualitative',
  'survey',
  'cohort',
  'trial',
  'evaluation of a model',
  'guidance',
  'product notice',
  'news',
  'case report',
  'review',
  'opinion',
  'other',
  'unknown',
]);
export type EvidenceKind = z.infer<typeof EvidenceKind>;

const text = (most: number) => z.string().trim().max(most);
const id = z.string().min(1).max(200);

export const Level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

export const AppraisalContent = z.strictObject({
  kind: EvidenceKind,
  setting: text(500).describe('where; empty where the record does not say'),
  population: text(500).describe('of whom; empty where the record does not say'),
  channels: z.array(id).max(50).describe("ids of the frame's domains of the kind `channel`"),
  lenses: z.array(id).max(50).describe("ids of the frame's domains of the kind `lens`"),
  codes: z.array(id).max(100).describe('ids of codes of the codebook'),
  criteriaVersion: z.int().min(0).describe('the version of the criteria that the levels refer to'),
  levels: z.record(id, Level).describe('by the id of the criterion'),
  rationale: text(5000).min(1).describe('why these levels, in the words of whoever appraised'),
  watch: text(2000).describe('what to watch from here on; may be empty'),
});
export type AppraisalContent = z.infer<typeof AppraisalContent>;

export const AppraisalEdit = z.strictObject({
  expected: z.int().min(0).describe('the version that was edited, 0 for none'),
  content: AppraisalContent,
});
export type AppraisalEdit = z.infer<typeof AppraisalEdit>;

/** From 0 to 100; null while a criterion is not rated. */
export const Score = z.strictObject({
  value: z.number().min(0).max(100).nullable(),
  formula: z.string(),
  missing: z.array(id).describe('criteria without a level'),
});
export type Score = z.infer<typeof Score>;

export const Appraisal = z.strictObject({
  record: RecordId,
  version: z.int().min(1),
  content: AppraisalContent,
  score: Score,
  by: z.string(),
  recordedAt: z.iso.datetime(),
  firstAt: z.iso.datetime().describe('when the record was appraised first'),
});
export type Appraisal = z.infer<typeof Appraisal>;

/** A proposal from the record's own words, labelled with where they stand. */
export const Hint = z.strictObject({
  for: z.enum(['kind', 'channels', 'lenses']),
  value: z.string(),
  from: z.enum(['type', 'keywords', 'title', 'source']),
  words: z.string().describe("the record's words on which the proposal rests"),
});
export type Hint = z.infer<typeof Hint>;

export const AppraisedRecord = z.strictObject({
  document: Document,
  appraisal: Appraisal.nullable(),
  hints: z.array(Hint),
});
export type AppraisedRecord = z.infer<typeof AppraisedRecord>;

export const AppraisalList = z.strictObject({
  total: z.int(),
  appraisals: z.array(Appraisal.extend({ title: z.string().nullable() })),
});

/** Where one stands among the included records, and where one may go from there. */
export const IncludedPlace = z.strictObject({
  total: z.int(),
  appraised: z.int(),
  record: RecordId.nullable().describe('null where nothing is included'),
  at: z.int().nullable().describe('its place from 0; null where it is not among the included'),
  before: RecordId.nullable(),
  after: RecordId.nullable(),
  nextOpen: RecordId.nullable().describe(
    'the next that nobody has appraised, from the beginning again at the end',
  ),
});
export type IncludedPlace = z.infer<typeof IncludedPlace>;

export const IncludedPage = z.strictObject({
  total: z.int(),
  records: z.array(
    z.strictObject({
      id: RecordId,
      title: z.string().nullable(),
      appraised: z.boolean(),
      score: z.number().nullable(),
    }),
  ),
});
export type IncludedPage = z.infer<typeof IncludedPage>;
