/** Codes whose label fits as in the palette, or whose definition and rules hold the words of a search. */
import type { SearchWords } from '../store/answer-search.ts';
import type { Store } from '../store/database.ts';
import type { CodeId } from '../study/ids.ts';
import { type Language, languages } from '../study/localised.ts';
import { Codebook } from '../study/model.ts';
import { matchLabel } from '../text/initials.ts';
import { searchable } from '../text/searchable.ts';
import { excerptOf, holdsAll } from './excerpt.ts';
import type { SearchHit } from './search-model.ts';

type Field = Extract<SearchHit, { kind: 'codes' }>['field'];

interface Passage {
  field: Field;
  language: Language;
  text: string;
  /** Null for labels, which are matched letter by letter. */
  folded: string | null;
}

interface SearchableCode {
  code: CodeId;
  passages: Passage[];
}

/** The best place of each code that is found, best first. */
export async function codeHits(
  store: Store,
  studyId: string,
  query: string,
  words: SearchWords,
): Promise<SearchHit[]> {
  const codes = await searchableCodes(store, studyId);
  const scored = codes.flatMap(({ code, passages }) => {
    const found = passages.flatMap((passage) => hitOf(code, passage, query, words));
    return found.toSorted((a, b) => b.score - a.score).slice(0, 1);
  });
  return scored.toSorted((a, b) => b.score - a.score).map(({ hit }) => hit);
}

function hitOf(
  code: CodeId,
  { field, language, text, folded }: Passage,
  query: string,
  words: SearchWords,
): { score: number; hit: SearchHit }[] {
  if (folded === null) {
    const match = matchLabel(query, text);
    if (match === null || match.ranges.length === 0) return [];
    const hit: SearchHit = { kind: 'codes', code, language, field, text, from: 0, hits: match.ranges };
    return [{ score: match.score, hit }];
  }
  if (words.length === 0 || !holdsAll(folded, words)) return [];
  const { begins: _, ...excerpt } = excerptOf(text, words);
  return [{ score: 0, hit: { kind: 'codes', code, language, field, ...excerpt } }];
}

// Versions never change, so what was folded once stays right; the few that are searched are kept.
const MOST_KEPT = 50;
const versions = new Map<string, SearchableCode[]>();

/** The codes of the latest version. */
async function searchableCodes(store: Store, studyId: string): Promise<SearchableCode[]> {
  const { version } = await store
    .selectFrom('codebooks')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('study_id', '=', studyId)
    .executeTakeFirstOrThrow();
  const key = `${studyId}/${version}`;
  const known = versions.get(key);
  if (known !== undefined) return known;
  const { document } = await store
    .selectFrom('codebooks')
    .select('document')
    .where('study_id', '=', studyId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow();
  const codes = Codebook.parse(JSON.parse(document)).codes.map((code) => ({
    code: code.id,
    passages: languages.flatMap((language) => passagesOf(code, language)),
  }));
  if (versions.size >= MOST_KEPT) versions.clear();
  versions.set(key, codes);
  return codes;
}

function passagesOf(code: Codebook['codes'][number], language: Language): Passage[] {
  return (['label', 'definition', 'include', 'exclude'] as const).flatMap((field) => {
    const text = code[field]?.[language];
    if (text === undefined) return [];
    return [{ field, language, text, folded: field === 'label' ? null : searchable(text) }];
  });
}
