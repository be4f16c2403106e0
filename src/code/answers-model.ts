/**
 * The grid of questions by participants and the reading view. A page of the grid is lean (the beginnings of texts, codes
 * by name), because ten thousand participants must open at once; whole texts come one participant at a time.
 */
import { z } from 'zod';
import { CodeId, ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import { Language } from '../study/localised.ts';
import { ConsentScope, Polarity, Standing } from '../study/model.ts';
import { PassId, TextHash, WorkingCoding } from './model.ts';

export const MOST_ROWS_A_PAGE = 500;
/** Code points of a text that the grid shows. */
export const EXCERPT = 240;

/** One condition on participants; several hold together. */
export const AnswerFilter = z.discriminatedUnion('field', [
  z.strictObject({ field: z.literal('attribute'), attribute: z.string(), value: z.string() }),
  z.strictObject({ field: z.literal('answered'), question: QuestionId }),
  z.strictObject({ field: z.literal('code'), code: CodeId, question: QuestionId.optional() }),
  z.strictObject({ field: z.literal('no code'), question: QuestionId.optional() }),
  z.strictObject({ field: z.literal('standing'), standing: Standing, question: QuestionId.optional() }),
  z.strictObject({ field: z.literal('text'), text: z.string().min(1).max(200) }),
  z.strictObject({ field: z.literal('assigned'), passId: z.string() }),
]);
export type AnswerFilter = z.infer<typeof AnswerFilter>;

const filters = z
  .string()
  .max(4000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown; // parsed by the schema that follows
    } catch {
      context.addIssue({ code: 'custom', message: 'expected a JSON list of conditions' });
      return z.NEVER;
    }
  })
  .pipe(z.array(AnswerFilter).max(20));

export const GridQuery = z.strictObject({
  from: z.coerce.number().int().min(0).default(0),
  count: z.coerce.number().int().min(1).max(MOST_ROWS_A_PAGE).default(100),
  filter: filters.optional().describe('a JSON list of conditions'),
  passId: PassId.optional().describe('codes given in this pass alone; without it, in any'),
});
export type GridQuery = z.infer<typeof GridQuery>;

export const GridCode = z.strictObject({
  code: CodeId,
  polarity: Polarity.nullable(),
  coders: z.int().describe('how many coders gave it, as far as the caller may see'),
});

export const GridCell = z.strictObject({
  text: z.string().describe(`the first ${EXCERPT} code points`),
  length: z.int().describe('code points of the whole text'),
  standing: Standing,
  codes: z.array(GridCode),
});
export type GridCell = z.infer<typeof GridCell>;

export const GridRow = z.strictObject({
  participant: ParticipantId,
  language: Language,
  attributes: z.array(z.string()).describe('in the order of `attributes` of the page; empty is unknown'),
  cells: z.array(GridCell.nullable()).describe('in the order of `columns` of the page'),
});
export type GridRow = z.infer<typeof GridRow>;

export const GridPage = z.strictObject({
  total: z.int().describe('participants that pass the filter; withdrawn ones are never among them'),
  from: z.int(),
  attributes: z.array(z.string()),
  columns: z.array(z.strictObject({ question: QuestionId, wave: WaveId })),
  rows: z.array(GridRow),
});
export type GridPage = z.infer<typeof GridPage>;

export const ReadingAnswer = z.strictObject({
  question: QuestionId,
  wave: WaveId,
  text: z.string(),
  textHash: TextHash,
  standing: Standing,
});

/** Where a participant stands among those who meet the filter, in the order of the grid. */
export const ReadingPlace = z.strictObject({
  index: z.int().min(0),
  total: z.int(),
  before: ParticipantId.nullable(),
  after: ParticipantId.nullable(),
});
export type ReadingPlace = z.infer<typeof ReadingPlace>;

export const ReadingQuery = z.strictObject({
  filter: filters
    .optional()
    .describe('a JSON list of conditions; with it the reply tells the place among them'),
});

/** Everything that one participant wrote, with the living codings that the caller may see. */
export const Reading = z.strictObject({
  participant: ParticipantId,
  language: Language,
  consent: ConsentScope,
  attributes: z.record(z.string(), z.string()),
  answers: z.array(ReadingAnswer),
  codings: z.array(WorkingCoding),
  place: ReadingPlace.nullable().describe(
    'null where no filter was asked for, or the participant does not meet it',
  ),
});
export type Reading = z.infer<typeof Reading>;
