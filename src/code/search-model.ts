/** What a search takes and gives. Positions are code points of the text as it stands. */
import { z } from 'zod';
import { CodeId, ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import { Language } from '../study/localised.ts';
import { MemoSubject } from './model.ts';

export const SearchKind = z.enum(['answers', 'memos', 'codes']);
export type SearchKind = z.infer<typeof SearchKind>;

export const SearchQuery = z.strictObject({
  q: z.string().min(1).max(200),
  in: z.string().default('answers,memos,codes').describe('which of answers, memos, codes; comma between'),
  count: z.coerce.number().int().min(1).max(200).default(50),
});

/** Where a word of the search stands: half-open code points. */
export const HitRange = z.strictObject({ start: z.int(), end: z.int() });
export type HitRange = z.infer<typeof HitRange>;

/** `text` is the surroundings of the first hit, beginning at code point `from` of the whole; ranges are of the whole. */
const excerpt = { text: z.string(), from: z.int(), hits: z.array(HitRange) };

export const SearchHit = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answers'),
    participant: ParticipantId,
    question: QuestionId,
    wave: WaveId,
    ...excerpt,
  }),
  z.strictObject({ kind: z.literal('memos'), memo: z.string(), subject: MemoSubject, ...excerpt }),
  z.strictObject({
    kind: z.literal('codes'),
    code: CodeId,
    language: Language,
    field: z.enum(['label', 'definition', 'include', 'exclude', 'id']),
    ...excerpt,
  }),
]);
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchResult = z.strictObject({
  total: z.strictObject({ answers: z.int(), memos: z.int(), codes: z.int() }),
  hits: z.array(SearchHit).describe('best first'),
});
export type SearchResult = z.infer<typeof SearchResult>;
