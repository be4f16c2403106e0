/**
 * What the scan stage takes and gives over HTTP as far as sources, runs, records and duplicates go. Pure, so that the
 * browser parses with the same definitions.
 */
import { z } from 'zod';
import { Localised } from '../study/localised.ts';
import { Document } from './documents/model.ts';
import { FeedSettings, MedrxivSettings, OpenFdaSettings, SearchSettings } from './sources/settings.ts';

/** Ids that the browser makes (UUIDv7), so that what is sent twice is recognised and kept once. */
const MadeId = z.uuid({ version: 'v7' });
const time = z.iso.datetime();
const day = z.iso.date();

export const QueryParams = z.object({ study: z.string(), query: MadeId });
export const RunParams = z.object({ study: z.string(), run: MadeId });
export const RecordParams = z.object({ study: z.string(), record: MadeId });
export const PairParams = z.object({ study: z.string(), pair: MadeId });

const searched = <Name extends string>(source: Name) =>
  z.strictObject({ source: z.literal(source), settings: SearchSettings });

/** A source and what it is asked. */
export const SourceQuery = z.discriminatedUnion('source', [
  searched('europepmc'),
  searched('pubmed'),
  searched('crossref'),
  searched('openalex'),
  searched('clinicaltrials'),
  searched('arxiv'),
  z.strictObject({ source: z.literal('openfda'), settings: OpenFdaSettings }),
  z.strictObject({ source: z.literal('medrxiv'), settings: MedrxivSettings }),
  z.strictObject({ source: z.literal('feed'), settings: FeedSettings }),
]);
export type SourceQuery = z.infer<typeof SourceQuery>;

export const SavedQuery = z.strictObject({
  label: z.string().trim().min(1).max(200),
  ask: SourceQuery,
  switchedOn: z.boolean().describe('nothing is asked of the network while it is off'),
  every: z.enum(['by hand', 'day', 'week']),
});
export type SavedQuery = z.infer<typeof SavedQuery>;

/** What went wrong or was odd in a run; `code` has words in `run-words.ts`. */
export const RunProblem = z.strictObject({
  code: z.string(),
  at: time,
  detail: z.string().describe('what the source said, where it said something'),
  count: z.int().min(1),
});
export type RunProblem = z.infer<typeof RunProblem>;

export const Run = z.strictObject({
  id: z.string(),
  query: z.string().nullable().describe('null where a file was read'),
  source: z.string(),
  fileName: z.string().nullable(),
  state: z.enum(['running', 'finished', 'stopped', 'failed']),
  abandoned: z.boolean().describe('it says that it runs but has not been at work for long: take it up again'),
  resumable: z.boolean(),
  coversFrom: day.nullable().describe('null: all up to `coversUntil`'),
  coversUntil: day.nullable(),
  expected: z.int().nullable().describe('records that the source says there are, where it says so'),
  received: z.int(),
  fresh: z.int().describe('of these, not known from this source before'),
  problems: z.array(RunProblem),
  startedAt: time,
  endedAt: time.nullable(),
});
export type Run = z.infer<typeof Run>;

export const QueryState = z.strictObject({
  id: z.string(),
  query: SavedQuery,
  changedAt: time,
  completeUntil: day.nullable().describe('what this query asks for has been read up to that day'),
  lastRun: Run.nullable(),
});
export type QueryState = z.infer<typeof QueryState>;

export const SourceOffered = z.strictObject({
  source: z.string(),
  title: z.string(),
  key: z.enum(['none', 'optional', 'needed']),
  keyConfigured: z.boolean(),
  contactConfigured: z.boolean(),
  feeds: z
    .array(z.strictObject({ label: Localised, address: z.string() }))
    .describe('ready-made addresses, of the source `feed`'),
});
export type SourceOffered = z.infer<typeof SourceOffered>;

/** `name` is the file's own; the file itself is the body, as it is. */
export const FileUpload = z.strictObject({ name: z.string().trim().min(1).max(200) });

const count = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);
const from = z.coerce.number().int().min(0).max(10_000_000).default(0);

export const RecordsQuery = z.strictObject({
  q: z.string().max(200).default('').describe('words that a record must all hold, in any field'),
  source: z.string().max(40).optional(),
  from,
  count: count(200, 50),
});
export type RecordsQuery = z.infer<typeof RecordsQuery>;

/** A record as one source gave it. */
export const Member = z.strictObject({
  id: z.string(),
  source: z.string(),
  key: z.string().describe("the source's own identifier"),
  by: z.enum(['rules', 'person']).describe('who put it here'),
  receivedAt: time,
  hasEarlierForm: z.boolean(),
});

/** The same with what it says by itself, to be seen beside the others of its record. */
export const MemberInFull = Member.extend({ document: Document });
export type MemberInFull = z.infer<typeof MemberInFull>;

export const RecordFound = z.strictObject({ document: Document, members: z.array(Member) });
export type RecordFound = z.infer<typeof RecordFound>;

export const RecordPage = z.strictObject({ total: z.int(), records: z.array(RecordFound) });
export type RecordPage = z.infer<typeof RecordPage>;

export const PairsQuery = z.strictObject({
  state: z.enum(['open', 'decided']).default('open'),
  from,
  count: count(100, 20),
});

/** Two records that may be one document, side by side. */
export const Pair = z.strictObject({
  id: z.string(),
  state: z.enum(['open', 'same', 'different']),
  decidedAt: time.nullable(),
  decidedBy: z.string().nullable(),
  left: RecordFound,
  right: RecordFound,
});
export type Pair = z.infer<typeof Pair>;

export const PairPage = z.strictObject({ total: z.int(), pairs: z.array(Pair) });
export type PairPage = z.infer<typeof PairPage>;

export const PairDecision = z.strictObject({ state: z.enum(['same', 'different']) });
export const Separation = z.strictObject({
  members: z
    .array(z.string().min(1).max(64))
    .min(1)
    .max(100)
    .describe('source records that are another document'),
});

/** What became of the parted ones; deciding the pair `same` again joins them. */
export const Parted = z.strictObject({ record: z.string(), pair: z.string() });
export type Parted = z.infer<typeof Parted>;
