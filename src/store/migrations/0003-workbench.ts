/**
 * What a team of coders writes. What a person judged is added to and superseded, never changed: a coding that is taken
 * back has a row in `coding_ends`, a memo or theme has versions, a decision names the one that it replaces. What an earlier import
 * brought in becomes a closed pass of each kind.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await coders(db);
  await passes(db);
  await codings(db);
  await codebook(db);
  await memosAndThemes(db);
  await decisions(db);
}

async function coders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('coders')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('coder', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.references('accounts.account_id'))
    .addPrimaryKeyConstraint('coders_key', ['study_id', 'coder'])
    .addUniqueConstraint('coders_account', ['study_id', 'account_id'])
    .execute();
  const studies = await sql<{ study_id: string; document: string }>`
    select study_id, document from studies`.execute(db);
  for (const { study_id, document } of studies.rows) {
    // The document was written by an earlier version of this program, which checked it.
    const known = (JSON.parse(document) as { coders: { id: string; name: string }[] }).coders;
    for (const { id, name } of known) {
      await sql`insert into coders (study_id, coder, name) values (${study_id}, ${id}, ${name})`.execute(db);
    }
  }
}

async function passes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('passes')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('pass_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('codebook_version', 'integer', (column) => column.notNull())
    .addColumn('source', 'text')
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('opened_at', 'text')
    .addColumn('closed_at', 'text')
    .addPrimaryKeyConstraint('passes_key', ['study_id', 'pass_id'])
    .execute();
  for (const table of ['codings', 'assignments']) {
    await db.schema
      .alterTable(table)
      .addColumn('pass_id', 'text', (column) => column.notNull().defaultTo(''))
      .execute();
    await sql`update ${sql.table(table)} set pass_id = 'imported.' || pass`.execute(db);
    await sql`
      insert into passes (study_id, pass_id, kind, state, label, codebook_version, recorded_at)
      select distinct t.study_id, t.pass_id, t.pass, 'closed', '', b.version, s.recorded_at
      from ${sql.table(table)} t
      join studies s on s.study_id = t.study_id
      join (select study_id, max(version) as version from codebooks group by study_id) b
        on b.study_id = t.study_id
      where true
      on conflict (study_id, pass_id) do nothing`.execute(db);
  }
  // The order in which a coder takes what was given.
  await db.schema
    .alterTable('assignments')
    .addColumn('position', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .createTable('finished')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('pass_id', 'text', (column) => column.notNull())
    .addColumn('coder', 'text', (column) => column.notNull())
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('wave', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('finished', 'integer', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('finished_key', [
      'study_id',
      'pass_id',
      'coder',
      'participant',
      'question',
      'wave',
      'sequence',
    ])
    .addForeignKeyConstraint(
      'finished_answer',
      ['study_id', 'participant', 'question', 'wave'],
      'answers',
      ['study_id', 'participant', 'question', 'wave'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}

async function codings(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('codings').addColumn('supersedes', 'text').execute();
  await db.schema
    .createIndex('codings_by_code')
    .on('codings')
    .columns(['study_id', 'code', 'participant'])
    .execute();
  await db.schema
    .createTable('coding_ends')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('coding', 'text', (column) => column.notNull())
    .addColumn('ended_by', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('coding_ends_key', ['study_id', 'coding'])
    .addForeignKeyConstraint(
      'coding_ends_coding',
      ['study_id', 'coding'],
      'codings',
      ['study_id', 'coding'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}

async function codebook(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('codebooks')
    .addColumn('note', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await db.schema.alterTable('codebooks').addColumn('recorded_by', 'text').execute();
  await db.schema
    .alterTable('codebooks')
    .addColumn('changes', 'text', (column) => column.notNull().defaultTo('[]'))
    .execute();
  await db.schema
    .createTable('reviews')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('change', 'integer', (column) => column.notNull())
    .addColumn('coding', 'text', (column) => column.notNull())
    .addColumn('kept_by', 'text')
    .addColumn('kept_at', 'text')
    .addPrimaryKeyConstraint('reviews_key', ['study_id', 'version', 'change', 'coding'])
    .addForeignKeyConstraint(
      'reviews_coding',
      ['study_id', 'coding'],
      'codings',
      ['study_id', 'coding'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createTable('code_examples')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('coding', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('is_example', 'integer', (column) => column.notNull())
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('code_examples_key', ['study_id', 'code', 'coding', 'sequence'])
    .addForeignKeyConstraint(
      'code_examples_coding',
      ['study_id', 'coding'],
      'codings',
      ['study_id', 'coding'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
}

async function memosAndThemes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('memo_versions')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('memo', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('subject_kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('memo_versions_key', ['study_id', 'memo', 'version'])
    .execute();
  await db.schema
    .createIndex('memo_versions_by_subject')
    .on('memo_versions')
    .columns(['study_id', 'subject_kind', 'subject'])
    .execute();
  await db.schema
    .createTable('theme_versions')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('theme', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('document', 'text')
    .addColumn('recorded_by', 'text')
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('theme_versions_key', ['study_id', 'theme', 'version'])
    .execute();
  await sql`
    insert into theme_versions (study_id, theme, version, position, document, recorded_at)
    select study_id, id, 1, position, document, recorded_at from themes`.execute(db);
  await db.schema.dropTable('themes').execute();
}

async function decisions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('decisions')
    .addColumn('study_id', 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('pass_id', 'text', (column) => column.notNull())
    .addColumn('participant', 'text', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('wave', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('recode_to', 'text')
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('replaces', 'text')
    .addColumn('codings', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('decisions_key', ['study_id', 'decision'])
    .addForeignKeyConstraint(
      'decisions_answer',
      ['study_id', 'participant', 'question', 'wave'],
      'answers',
      ['study_id', 'participant', 'question', 'wave'],
      (constraint) => constraint.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('decisions_by_answer')
    .on('decisions')
    .columns(['study_id', 'pass_id', 'participant', 'question', 'wave', 'code'])
    .execute();
}
