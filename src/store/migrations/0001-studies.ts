/** The study's material: what a snapshot holds, row by row. */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('studies')
    .addColumn('study_id', 'text', (column) => column.primaryKey())
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('participants')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('consent', 'text', (column) => column.notNull())
    .addColumn('withdrawn', 'text')
    .addColumn('attributes', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('participants_key', ['study_id', 'participant'])
    .execute();
  await db.schema
    .createTable('answers')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('wave', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('original', 'text')
    .addColumn('standing', 'text', (column) => column.notNull())
    .addColumn('text_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('answers_key', ['study_id', 'participant', 'question', 'wave'])
    .addForeignKeyConstraint(
      'answers_participant',
      ['study_id', 'participant'],
      'participants',
      ['study_id', 'participant'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createTable('codebooks')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('codebooks_key', ['study_id', 'version'])
    .execute();
  await db.schema
    .createTable('assignments')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('pass', 'text', (column) => column.notNull())
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('coder', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('assignments_key', ['study_id', 'pass', 'participant', 'coder'])
    .addForeignKeyConstraint(
      'assignments_participant',
      ['study_id', 'participant'],
      'participants',
      ['study_id', 'participant'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createTable('codings')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('coding', 'text', (column) => column.notNull())
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('wave', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('coder', 'text', (column) => column.notNull())
    .addColumn('pass', 'text', (column) => column.notNull())
    .addColumn('polarity', 'text')
    .addColumn('span_start', 'integer')
    .addColumn('span_end', 'integer')
    .addColumn('quote', 'text')
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('codebook_version', 'integer', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('codings_key', ['study_id', 'coding'])
    .addForeignKeyConstraint(
      'codings_answer',
      ['study_id', 'participant', 'question', 'wave'],
      'answers',
      ['study_id', 'participant', 'question', 'wave'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('codings_by_answer')
    .on('codings')
    .columns(['study_id', 'participant', 'question', 'wave'])
    .execute();
  for (const table of ['themes', 'priorities']) {
    await db.schema
      .createTable(table)
      .addColumn('study_id', 'text', (column) =>
        column.notNull().references('studies.study_id').onDelete('cascade'),
      )
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('position', 'integer', (column) => column.notNull())
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('recorded_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${table}_key`, ['study_id', 'id'])
      .execute();
  }
}
