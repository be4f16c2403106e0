/**
 * One door to both databases. SQLite (through libsql) for one machine: one process, one file. PostgreSQL for a
 * hospital that runs one. Queries above this file stay in what the two share.
 */
import { chmodSync, closeSync, openSync } from 'node:fs';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import SqliteDatabase from 'libsql';
import pg from 'pg';
import type { StoreAddress } from './address.ts';
import { inProcessBus, liveBus, postgresBus, setLiveBus } from './live.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

export type Store = Kysely<Tables>;

/** Opens the database and brings it to the present shape. The caller closes it with `closeStore`. */
export async function openStore(address: StoreAddress): Promise<Store> {
  const store = address.kind === 'sqlite' ? openSqlite(address.file) : openPostgres(address.url);
  // The migrator works below the tables that it makes, so it takes a database of no known shape.
  await migrate(store as unknown as Kysely<never>);
  return store;
}

export async function closeStore(store: Store): Promise<void> {
  await liveBus(store).close();
  await store.destroy();
}

function openSqlite(file: string): Store {
  if (file !== ':memory:') makePrivate(file);
  const database = new SqliteDatabase(file);
  database.exec('pragma journal_mode = WAL');
  // FULL makes every commit durable before it is acknowledged, through a power cut too.
  database.exec('pragma synchronous = FULL');
  database.exec('pragma foreign_keys = ON');
  database.exec('pragma busy_timeout = 5000');
  // 32 MB of pages: what a search ranks is found again in memory.
  database.exec('pragma cache_size = -32000');
  const store = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  setLiveBus(store, inProcessBus());
  return store;
}

/** Answers are for their owner alone: the file is made unreadable to others before anything is in it. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

function openPostgres(url: string): Store {
  const pool = new pg.Pool({ connectionString: url });
  // An idle connection that the server ends is no fault; the next query takes another.
  pool.on('error', () => {});
  const store = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  setLiveBus(store, postgresBus(pool));
  return store;
}
