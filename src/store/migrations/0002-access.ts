/**
 * Who may come in. Tokens are kept as their SHA-256 alone: who reads the database cannot sign in with it.
 * Accounts, sessions and links belong to the server, not to a study, so their keys do not begin with `study_id`.
 */
import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('accounts')
    .addColumn('account_id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('memberships')
    .addColumn('study_id', 'text', (column) =>
      column.notNull().references('studies.study_id').onDelete('cascade'),
    )
    .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.account_id'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('memberships_key', ['study_id', 'account_id'])
    .execute();
  for (const table of ['sessions', 'sign_in_links']) {
    await db.schema
      .createTable(table)
      .addColumn('token_hash', 'text', (column) => column.primaryKey())
      .addColumn('account_id', 'text', (column) => column.notNull().references('accounts.account_id'))
      .addColumn('expires_at', 'text', (column) => column.notNull())
      .execute();
  }
}
