/**
 * Answers as searching sees them. On SQLite an index of every two letters that stand together finds terms of any length,
 * one syllable included; PostgreSQL reads through the folded texts (an administrator may add a `gin_trgm_ops` index).
 * Migration 0009 gives the index its present shape and fills it.
 */
import { type Kysely, SqliteAdapter, sql } from 'kysely';
import type { Tables } from '../tables.ts';

export async function up(db: Kysely<Tables>): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) await onSqlite(db);
  else await onPostgres(db);
}

async function onSqlite(db: Kysely<Tables>): Promise<void> {
  await sql`
    create table answer_search (
      row integer primary key,
      study_id text not null,
      participant text not null,
      question text not null,
      wave text not null,
      folded text not null,
      unique (study_id, participant, question, wave),
      foreign key (study_id, participant, question, wave)
        references answers (study_id, participant, question, wave) on delete cascade
    )`.execute(db);
  await sql`
    create virtual table answer_grams
    using fts5(grams, content = '', contentless_delete = 1, tokenize = 'ascii')`.execute(db);
  await sql`
    create trigger answer_search_deleted after delete on answer_search
    begin delete from answer_grams where rowid = old.row; end`.execute(db);
}

async function onPostgres(db: Kysely<Tables>): Promise<void> {
  await sql`
    create table answer_search (
      study_id text not null,
      participant text not null,
      question text not null,
      wave text not null,
      folded text not null,
      primary key (study_id, participant, question, wave),
      foreign key (study_id, participant, question, wave)
        references answers (study_id, participant, question, wave) on delete cascade
    )`.execute(db);
}
