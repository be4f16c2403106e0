/**
 * Which help a study has switched on, what was sent to a language model and what it answered (kept here and in no log),
 * and the codings that it proposed: its own, beside those of people, and never among them.
 */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('study_settings')
    .addColumn('study_id', 'text', (column) =>
      column.primaryKey().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('suggestions', 'integer', (column) => column.notNull())
    .addColumn('assistant', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('assistant_messages')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('wave', 'text', (column) => column.notNull())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('sent', 'text', (column) => column.notNull())
    .addColumn('sent_at', 'text', (column) => column.notNull())
    .addColumn('received', 'text')
    .addColumn('outcome', 'text')
    .addColumn('discarded', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('assistant_messages_key', ['study_id', 'message'])
    .addForeignKeyConstraint(
      'assistant_messages_answer',
      ['study_id', 'participant', 'question', 'wave'],
      'answers',
      ['study_id', 'participant', 'question', 'wave'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createTable('assisted_codings')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('coding', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('span_start', 'integer', (column) => column.notNull())
    .addColumn('span_end', 'integer', (column) => column.notNull())
    .addColumn('quote', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('assisted_codings_key', ['study_id', 'coding'])
    .addForeignKeyConstraint(
      'assisted_codings_message',
      ['study_id', 'message'],
      'assistant_messages',
      ['study_id', 'message'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}
