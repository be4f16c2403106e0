/**
 * Finding answers by what they say, on both databases. SQLite has an index of bigrams: a term is a phrase of them, one
 * letter is a token of its own, and what is found is exact. PostgreSQL reads the folded texts through, which takes no
 * longer for a hundred thousand answers than its index does for a common syllable.
 */
import { type RawBuilder, SqliteAdapter, sql } from 'kysely';
import { searchable } from '../text/searchable.ts';
import type { Store } from './database.ts';

/** Folded words that must all be there, each in one of its forms; the first form is the one that was typed. */
export type SearchWords = readonly (readonly string[])[];

export interface FoundAnswer {
  participant: string;
  question: string;
  wave: string;
}

const AT_ONCE = 500;
/** Of more answers than these the first ones are ranked: whoever finds as many will look for something else. */
const MOST_RANKED = 2000;

function isSqlite(store: Store): boolean {
  return store.getExecutor().adapter instanceof SqliteAdapter;
}

/** Makes answers findable; called where they are kept, in the same transaction. */
export async function indexAnswers(
  store: Store,
  answers: readonly (FoundAnswer & { study_id: string; text: string })[],
): Promise<void> {
  for (let from = 0; from < answers.length; from += AT_ONCE) {
    const some = answers.slice(from, from + AT_ONCE).map(({ text, ...at }) => ({
      ...at,
      folded: searchable(text),
    }));
    const values = sql.join(
      some.map(
        (one) => sql`(${one.study_id}, ${one.participant}, ${one.question}, ${one.wave}, ${one.folded})`,
      ),
    );
    const insert = sql`insert into answer_search (study_id, participant, question, wave, folded) values ${values}`;
    if (!isSqlite(store)) await insert.execute(store);
    else {
      const { rows } = await sql<{ row: number; study_id: string; folded: string }>`
        ${insert} returning row, study_id, folded`.execute(store);
      const grams = sql.join(
        rows.map(
          ({ row, study_id, folded }) =>
            sql`(${row}, ${gramsOf(study_id, folded)}, ${lettersOf(study_id, folded)})`,
        ),
      );
      await sql`insert into answer_grams (rowid, grams, letters) values ${grams}`.execute(store);
    }
  }
}

/** Every two letters that stand together, as tokens of the study. */
function gramsOf(studyId: string, folded: string): string {
  const letters = Array.from(folded);
  return letters
    .slice(0, -1)
    .map((letter, at) => gram(studyId, letter, letters[at + 1]))
    .join(' ');
}

/** Every letter once: looked up as the beginning of bigrams, a frequent letter would be the union of hundreds of lists. */
function lettersOf(studyId: string, folded: string): string {
  return [...new Set(folded)].map((letter) => gram(studyId, letter)).join(' ');
}

// Hexadecimal, because tokens are split at whatever is neither letter nor digit; the random end of the study's id keeps
// the studies of one database apart.
function gram(studyId: string, first: string, second?: string): string {
  return `${studyId.slice(-8)}${hex(first)}${second === undefined ? '' : hex(second)}`;
}

function hex(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).padStart(6, '0');
}

/** As FTS5 reads it: a phrase of bigrams, or the one letter. Tokens of one and of two letters differ in length. */
function phrase(studyId: string, word: string): string {
  const letters = Array.from(word);
  const [only = ''] = letters;
  if (letters.length === 1) return `"${gram(studyId, only)}"`;
  const grams = letters.slice(0, -1).map((letter, at) => gram(studyId, letter, letters[at + 1]));
  return `"${grams.join(' ')}"`;
}

function matching(studyId: string, words: SearchWords): string {
  return words.map((forms) => `(${forms.map((form) => phrase(studyId, form)).join(' OR ')})`).join(' AND ');
}

function holding(words: SearchWords) {
  const holds = (form: string) => sql`folded like ${`%${form.replaceAll(/[\\%_]/g, '\\$&')}%`}`;
  return sql.join(
    words.map((forms) => sql`(${sql.join(forms.map(holds), sql` or `)})`),
    sql` and `,
  );
}

/** How often the words are there for the length of the text, one more where they stand together as typed. */
function scoreOf(words: SearchWords, together: string) {
  const occurrences = (form: string) => sql`(length(folded) - length(replace(folded, ${form}, ''))) * 1.0`;
  const counted = sql.join(
    words.map(([typed = '']) => occurrences(typed)),
    sql` + `,
  );
  const density = sql`(${counted}) / (length(folded) + 40)`;
  if (words.length === 1) return density;
  return sql`${density}
    + case when length(replace(folded, ${together}, '')) < length(folded) then 1.0 else 0.0 end`;
}

/** The best answers with their texts, and how many there are in all. Whoever withdrew is not found. */
export async function findAnswers(
  store: Store,
  studyId: string,
  { words, together, limit }: { words: SearchWords; together: string; limit: number },
): Promise<{ total: number; found: (FoundAnswer & { text: string })[] }> {
  if (words.length === 0) return { total: 0, found: [] };
  const score = scoreOf(words, together);
  const joined = sql`join answers a using (study_id, participant, question, wave)
    join participants p using (study_id, participant) where p.withdrawn is null`;
  if (!isSqlite(store)) {
    const { rows } = await sql<FoundAnswer & { text: string; total: string }>`
      select participant, question, wave, text, total from (
        select *, ${score} as score, count(*) over () as total from answer_search
        where study_id = ${studyId} and ${holding(words)}
        order by score desc, participant, question, wave limit ${sql.lit(limit)}
      ) s ${joined} order by score desc, participant, question, wave`.execute(store);
    return { total: Number(rows[0]?.total ?? 0), found: rows.map(({ total: _, ...one }) => one) };
  }
  const match = matching(studyId, words);
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from answer_grams where answer_grams match ${match}`.execute(store);
  const { rows } = await sql<FoundAnswer & { text: string }>`
    select participant, question, wave, text from (
      select *, ${score} as score from (
        select rowid as found from answer_grams where answer_grams match ${match} limit ${sql.lit(MOST_RANKED)}
      ) cross join answer_search on row = found
      order by score desc, row limit ${sql.lit(limit)}
    ) s ${joined} order by score desc, row`.execute(store);
  return { total: counted[0]?.total ?? 0, found: rows };
}

/** The participants of whom an answer holds all words, as a query to stand within another. */
export function participantsWithWords(
  store: Store,
  studyId: string,
  words: SearchWords,
): RawBuilder<{ participant: string }> {
  if (words.length === 0) return sql`select participant from answer_search where 1 = 0`;
  const found = isSqlite(store)
    ? sql`row in (select rowid from answer_grams where answer_grams match ${matching(studyId, words)})`
    : sql`study_id = ${studyId} and ${holding(words)}`;
  return sql`select participant from answer_search where ${found}`;
}
