/**
 * External documents: the saved queries of a study, the runs that asked the sources or read a file, every record as its
 * source gave it, the groups of records that are one document, and the pairs on which a person must decide.
 */
import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await queriesAndRuns(db);
  await sourceRecords(db);
  await groups(db);
}

async function queriesAndRuns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scan_queries')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('query', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('switched_on', 'integer', (column) => column.notNull())
    .addColumn('every', 'text', (column) => column.notNull())
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('scan_queries_key', ['study_id', 'query'])
    .execute();
  await db.schema
    .createTable('scan_runs')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('run', 'text', (column) => column.notNull())
    .addColumn('query', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('file_name', 'text')
    // What was asked, as it stood when the run began: a query may be changed later.
    .addColumn('settings', 'text', (column) => column.notNull())
    .addColumn('covers_from', 'text')
    .addColumn('covers_until', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('cursor', 'text')
    // Counts how often the run was begun or taken up again: a process that was overtaken keeps nothing more.
    .addColumn('attempt', 'integer', (column) => column.notNull())
    .addColumn('expected', 'integer')
    .addColumn('received', 'integer', (column) => column.notNull())
    .addColumn('fresh', 'integer', (column) => column.notNull())
    .addColumn('problems', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('beat_at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('scan_runs_key', ['study_id', 'run'])
    .execute();
  await sql`create index scan_runs_query on scan_runs (study_id, query, started_at)`.execute(db);
}

async function sourceRecords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scan_source_records')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('source_record', 'text', (column) => column.notNull())
    .addColumn('run', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('source_key', 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    // Title, authors, abstract, keywords and identifiers in the form in which words are looked up.
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('supersedes', 'text')
    .addPrimaryKeyConstraint('scan_source_records_key', ['study_id', 'source_record'])
    .addUniqueConstraint('scan_source_records_once', ['study_id', 'source', 'source_key', 'content_hash'])
    .execute();
  await sql`create index scan_source_records_supersedes on scan_source_records (study_id, supersedes)`.execute(
    db,
  );
  // What a record has in common with its duplicates, so that a new one meets those alone and not the whole study.
  await db.schema
    .createTable('scan_blocks')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('block', 'text', (column) => column.notNull())
    .addColumn('source_record', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('scan_blocks_key', ['study_id', 'block', 'source_record'])
    .execute();
}

async function groups(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scan_records')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('scan_records_key', ['study_id', 'record'])
    .execute();
  await db.schema
    .createTable('scan_members')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('member', 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn('source_record', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    // The decision on a pair that made it, and the record from which it took the source record, where one did.
    .addColumn('pair', 'text')
    .addColumn('came_from', 'text')
    .addColumn('account_id', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('scan_members_key', ['study_id', 'member'])
    .execute();
  await sql`create index scan_members_record on scan_members (study_id, record)`.execute(db);
  await sql`
    create unique index scan_members_living on scan_members (study_id, source_record)
    where ended_at is null`.execute(db);
  await db.schema
    .createTable('scan_pairs')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('pair', 'text', (column) => column.notNull())
    // Two source records, because records come and go as people join and part them.
    .addColumn('left_source_record', 'text', (column) => column.notNull())
    .addColumn('right_source_record', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('made_at', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text')
    .addColumn('decided_at', 'text')
    .addPrimaryKeyConstraint('scan_pairs_key', ['study_id', 'pair'])
    .addUniqueConstraint('scan_pairs_once', ['study_id', 'left_source_record', 'right_source_record'])
    .execute();
}
