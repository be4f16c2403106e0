/**
 * What studies of a hundred thousand answers need: indexes from which the grid finds its participants without reading
 * anybody's words, and single letters as tokens of the search index, in place of prefixes of every bigram.
 */
import { type Kysely, SqliteAdapter, sql } from 'kysely';
import { indexAnswers } from '../answer-search.ts';
import type { Tables } from '../tables.ts';

const AT_ONCE = 500;

export async function up(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createIndex('participants_present')
    .on('participants')
    .columns(['study_id', 'withdrawn', 'participant'])
    .execute();
  await db.schema
    .createIndex('answers_without_texts')
    .on('answers')
    // The participant comes second: joins by participant would else walk through the whole study.
    .columns(['study_id', 'participant', 'standing', 'question', 'wave'])
    .execute();
  if (db.getExecutor().adapter instanceof SqliteAdapter) await emptySearchIndex(db);
  await sql`delete from answer_search`.execute(db);
  await fillSearch(db);
}

async function emptySearchIndex(db: Kysely<Tables>): Promise<void> {
  await sql`drop trigger answer_search_deleted`.execute(db);
  await sql`drop table answer_grams`.execute(db);
  await sql`
    create virtual table answer_grams
    using fts5(grams, letters, content = '', contentless_delete = 1, tokenize = 'ascii')`.execute(db);
  await sql`
    create trigger answer_search_deleted after delete on answer_search
    begin delete from answer_grams where rowid = old.row; end`.execute(db);
}

async function fillSearch(db: Kysely<Tables>): Promise<void> {
  for (let from = 0; ; from += AT_ONCE) {
    const rows = await db
      .selectFrom('answers')
      .innerJoin('participants', (join) =>
        join
          .onRef('participants.study_id', '=', 'answers.study_id')
          .onRef('participants.participant', '=', 'answers.participant'),
      )
      .where('participants.withdrawn', 'is', null)
      .select(['answers.study_id', 'answers.participant', 'answers.question', 'answers.wave', 'answers.text'])
      .orderBy('answers.study_id')
      .orderBy('answers.participant')
      .orderBy('answers.question')
      .orderBy('answers.wave')
      .limit(AT_ONCE)
      .offset(from)
      .execute();
    await indexAnswers(db, rows);
    if (rows.length < AT_ONCE) return;
  }
}
