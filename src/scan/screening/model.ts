/** What screening takes and gives over HTTP. Pure, so that the browser parses with the same definitions. */
import { z } from 'zod';
import { Localised } from '../../study/localised.ts';
import { Document } from '../documents/model.ts';

/** Ids that the browser makes (UUIDv7), so that what is sent twice is recognised and kept once. */
export const MadeId = z.uuid({ version: 'v7' });
export const RecordId = z.string().min(1).max(64);
const time = z.iso.datetime();
const note = z.string().max(5000);
const account = z.string();

export const Decision = z.enum(['include', 'exclude', 'unsure', 'taken back']);
export type Decision = z.infer<typeof Decision>;

export const Drawn = z.enum(['random', 'ranked', 'chosen']);
export type Drawn = z.infer<typeof Drawn>;

export const NewScreening = z.strictObject({
  id: MadeId,
  record: RecordId,
  decision: Decision,
  reason: z.string().max(64).nullable().describe("of an exclusion: an id of the study's list of reasons"),
  note,
  drawn: Drawn.describe('as the record was given; `chosen` where the person looked it up'),
  supersedes: MadeId.nullable().describe('the decision of mine that this one takes the place of'),
});
export type NewScreening = z.infer<typeof NewScreening>;

export const Screening = NewScreening.extend({ screener: account, recordedAt: time });
export type Screening = z.infer<typeof Screening>;

export const NewSettlement = z.strictObject({
  id: MadeId,
  record: RecordId,
  decision: z.enum(['include', 'exclude']),
  reason: z.string().max(64).nullable(),
  note: note.min(1).describe('why it is settled so'),
  supersedes: MadeId.nullable(),
});
export type NewSettlement = z.infer<typeof NewSettlement>;

export const Settlement = NewSettlement.extend({ settledBy: account, recordedAt: time });
export type Settlement = z.infer<typeof Settlement>;

/** What the decisions on a record come to. Two screeners make an outcome; they are blind to each other until then. */
export const Outcome = z.enum(['unread', 'read by one', 'include', 'exclude', 'conflict']);
export type Outcome = z.infer<typeof Outcome>;

export const RecordScreening = z.strictObject({
  record: RecordId,
  outcome: Outcome,
  mine: Screening.nullable(),
  others: z.array(Screening).nullable().describe('null while the caller is blind to them'),
  settlement: Settlement.nullable(),
});
export type RecordScreening = z.infer<typeof RecordScreening>;

/** `[start, end)` in code points of that field of the document. */
export const WordPlace = z.strictObject({
  field: z.enum(['title', 'abstract']),
  start: z.int().min(0),
  end: z.int().min(1),
});

export const Why = z.strictObject({
  word: z.string(),
  weight: z.number().describe('above 0 speaks for inclusion'),
  places: z.array(WordPlace),
});
export type Why = z.infer<typeof Why>;

export const Learned = z.discriminatedUnion('state', [
  z.strictObject({
    state: z
      .literal('preparing')
      .describe('the records are being read in; they come in a random order meanwhile'),
  }),
  z.strictObject({ state: z.literal('failed').describe('no ranking could be made; the order is random') }),
  z.strictObject({
    state: z.literal('too little').describe('an inclusion and an exclusion are needed before ranking starts'),
  }),
  z.strictObject({ state: z.literal('ranking'), decisions: z.int().describe('that were learnt') }),
]);

export type Learned = z.infer<typeof Learned>;

export const Recall = z.strictObject({
  estimate: z.number().min(0).max(1).nullable(),
  interval: z.tuple([z.number(), z.number()]).nullable(),
  level: z.number(),
  found: z.int().describe('included so far'),
  expected: z.number().nullable().describe('relevant records that there are in all, as estimated'),
  method: z.string(),
  warnings: z.array(z.string()),
});

export type Recall = z.infer<typeof Recall>;

export const Stopping = z.strictObject({
  defensible: z.boolean(),
  target: z.number(),
  statement: Localised.describe('what may be said of stopping now, and what would be missed'),
  next: z.enum(['read on', 'draw a random sample', 'stop']),
  sample: z
    .strictObject({ size: z.int(), drawn: z.int() })
    .nullable()
    .describe(
      'the random sample of the unread that would make stopping defensible, and how much of it is read',
    ),
});

export type Stopping = z.infer<typeof Stopping>;

export const WhereReadingStands = z.strictObject({
  records: z.int(),
  read: z.int().describe('by the caller'),
  left: z.int().describe('that the caller may still be given; every one stays in the list'),
  learned: Learned,
  recall: Recall.nullable(),
  stopping: Stopping.nullable().describe('null until the first estimate is made'),
});
export type WhereReadingStands = z.infer<typeof WhereReadingStands>;

export const NextRecord = z.strictObject({
  document: Document.nullable().describe('null where nothing is left to read'),
  drawn: z.enum(['random', 'ranked']),
  screening: RecordScreening.nullable(),
  why: z.array(Why),
  standing: WhereReadingStands,
});
export type NextRecord = z.infer<typeof NextRecord>;

export const ScreenedDocument = z.strictObject({
  document: Document,
  screening: RecordScreening,
  why: z.array(Why),
});

export const ListedRecord = z.strictObject({
  id: RecordId,
  title: z.string().nullable(),
  year: z.int().nullable(),
  journal: z.string().nullable(),
  outcome: Outcome,
  mine: Decision.nullable(),
});
export const RecordList = z.strictObject({ total: z.int(), records: z.array(ListedRecord) });
export type RecordList = z.infer<typeof RecordList>;

export const Conflict = z.strictObject({ document: Document, screening: RecordScreening });
export type Conflict = z.infer<typeof Conflict>;

export const ScreeningProgress = z.strictObject({
  outcomes: z.record(Outcome, z.int()),
  excluded: z.array(z.strictObject({ reason: z.string().nullable(), count: z.int() })),
  screeners: z
    .array(z.strictObject({ screener: account, read: z.int() }))
    .describe("everybody's for the lead, the caller's own for others"),
});
export type ScreeningProgress = z.infer<typeof ScreeningProgress>;

/** A reason for exclusion, or a criterion of relevance with its rubric from 0 to 3. */
const listed = z.strictObject({
  id: z
    .string()
    .max(64)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u),
  label: Localised,
});
export const Reasons = z.array(listed).min(1).max(50);
export type Reasons = z.infer<typeof Reasons>;

export const Criterion = listed.extend({
  weight: z.number().min(0.1).max(10),
  levels: z.tuple([Localised, Localised, Localised, Localised]).describe('what 0, 1, 2 and 3 mean'),
});
export const Criteria = z.array(Criterion).min(1).max(20);
export type Criteria = z.infer<typeof Criteria>;

const version = z.int().min(0).describe('0: the list that every study begins with');
export const ReasonList = z.strictObject({ version, items: Reasons });
export type ReasonList = z.infer<typeof ReasonList>;
export const CriterionList = z.strictObject({ version, items: Criteria });
export type CriterionList = z.infer<typeof CriterionList>;
export const ReasonsEdit = z.strictObject({ expected: version, items: Reasons });
export const CriteriaEdit = z.strictObject({ expected: version, items: Criteria });
