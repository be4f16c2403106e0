/**
 * What people make of external documents: the lists by which they judge, decisions of two screeners or more and how
 * conflicts were settled, appraisals, and the signals into which records are gathered. All of it is added to only.
 */
import { type CreateTableBuilder, type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await screening(db);
  await versioned(db, 'scan_lists', 'list')
    .addColumn('document', 'text', (column) => column.notNull())
    .execute();
  await versioned(db, 'appraisals', 'record')
    .addColumn('content', 'text', (column) => column.notNull())
    .execute();
  await versioned(db, 'external_signal_versions', 'signal').addColumn('document', 'text').execute();
}

async function screening(db: Kysely<unknown>): Promise<void> {
  await decisions(db, 'screenings', 'screening', 'screener')
    .addColumn('drawn', 'text', (column) => column.notNull())
    .execute();
  await decisions(db, 'screening_settlements', 'settlement', 'settled_by').execute();
  await sql`create index screenings_record on screenings (study_id, record)`.execute(db);
  await sql`create index screenings_time on screenings (study_id, recorded_at)`.execute(db);
  // One first decision a screener and record, and one successor a decision: of two who write at once one is told.
  await sql`
    create unique index screenings_first on screenings (study_id, record, screener)
    where supersedes is null`.execute(db);
  await sql`create unique index screenings_next on screenings (study_id, supersedes)`.execute(db);
  await sql`
    create unique index screening_settlements_first on screening_settlements (study_id, record)
    where supersedes is null`.execute(db);
  await sql`
    create unique index screening_settlements_next on screening_settlements (study_id, supersedes)`.execute(
    db,
  );
}

function decisions(
  db: Kysely<unknown>,
  table: string,
  id: string,
  who: string,
): CreateTableBuilder<string, string> {
  return db.schema
    .createTable(table)
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn(id, 'text', (column) => column.notNull())
    .addColumn('record', 'text', (column) => column.notNull())
    .addColumn(who, 'text', (column) => column.notNull())
    .addColumn('decision', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('note', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('supersedes', 'text')
    .addPrimaryKeyConstraint(`${table}_key`, ['study_id', id]);
}

function versioned(db: Kysely<unknown>, table: string, id: string): CreateTableBuilder<string, string> {
  return db.schema
    .createTable(table)
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn(id, 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('recorded_by', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint(`${table}_key`, ['study_id', id, 'version']);
}
