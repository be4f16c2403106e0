/**
 * Searching answers, memos and codes. A term is found wherever its letters stand, within a word and with a particle
 * behind it (의무기록 in 전자의무기록을), however the writer spaced it (망상강화 and 망상 강화). A query whose last
 * syllable is a particle also finds the word without it.
 */
import { findAnswers, type SearchWords } from '../store/answer-search.ts';
import type { Store } from '../store/database.ts';
import { ParticipantId, QuestionId, WaveId } from '../study/ids.ts';
import { searchable } from '../text/searchable.ts';
import { excerptOf, holdsAll } from './excerpt.ts';
import { visibleMemos } from './memos.ts';
import { codeHits } from './search-codes.ts';
import type { SearchHit, SearchKind, SearchResult } from './search-model.ts';
import type { SightNow } from './visible-codings.ts';

/** More are read than are shown, so that those in which a word begins with the term can come first. */
const READ_PER_SHOWN = 2;

// Particles after a noun; a stem of one syllable is too little to look for by itself.
const PARTICLE =
  /^([가-힣]{2,}?)(?:에서는|에게서|으로는|이라는|에서|에게|으로|부터|까지|처럼|보다|이나|라는|은|는|이|가|을|를|의|에|와|과|도|로|만|나)$/u;

/** The words of a query, each as typed and, where it ends in a particle, without it. */
export function searchWords(query: string): SearchWords {
  return query
    .normalize('NFKC')
    .split(/\s+/u)
    .map(searchable)
    .filter((word) => word !== '')
    .map((word) => {
      const stem = PARTICLE.exec(word)?.[1];
      return stem === undefined ? [word] : [word, stem];
    });
}

/** What the caller may see, best first: codes, then answers, then memos. */
export async function search(
  store: Store,
  { studyId, sight }: { studyId: string; sight: SightNow },
  { query, kinds, count }: { query: string; kinds: ReadonlySet<SearchKind>; count: number },
): Promise<SearchResult> {
  const words = searchWords(query);
  const codes = kinds.has('codes') ? await codeHits(store, studyId, query, words) : [];
  const answers = kinds.has('answers')
    ? await answerHits(store, studyId, { words, together: searchable(query), count })
    : { total: 0, hits: [] };
  const memos = kinds.has('memos') ? await memoHits(store, { studyId, sight }, words) : [];
  return {
    total: { answers: answers.total, memos: memos.length, codes: codes.length },
    hits: [...codes, ...answers.hits, ...memos].slice(0, count),
  };
}

async function answerHits(
  store: Store,
  studyId: string,
  { words, together, count }: { words: SearchWords; together: string; count: number },
): Promise<{ total: number; hits: SearchHit[] }> {
  const { total, found } = await findAnswers(store, studyId, {
    words,
    together,
    limit: count * READ_PER_SHOWN,
  });
  const hits = found.map((at): { hit: SearchHit; begins: boolean } => {
    const { begins, ...excerpt } = excerptOf(at.text, words);
    const hit: SearchHit = {
      kind: 'answers',
      participant: ParticipantId.parse(at.participant),
      question: QuestionId.parse(at.question),
      wave: WaveId.parse(at.wave),
      ...excerpt,
    };
    return { hit, begins };
  });
  // The database has ranked them; a term at the beginning of a word comes before one within.
  const ordered = [...hits.filter(({ begins }) => begins), ...hits.filter(({ begins }) => !begins)];
  return { total, hits: ordered.slice(0, count).map(({ hit }) => hit) };
}

async function memoHits(
  store: Store,
  who: { studyId: string; sight: SightNow },
  words: SearchWords,
): Promise<SearchHit[]> {
  const memos = await visibleMemos(store, who);
  return memos
    .filter(({ text }) => words.length > 0 && holdsAll(searchable(text), words))
    .map(({ id, subject, text }): SearchHit => {
      const { begins: _, ...excerpt } = excerptOf(text, words);
      return { kind: 'memos', memo: id, subject, ...excerpt };
    });
}
