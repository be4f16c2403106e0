/** Runs the same tests on every database that the store supports. */
import pg from 'pg';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { closeStore, openStore, type Store } from '../database.ts';

/**
 * Declares `tests` once for SQLite and once for PostgreSQL. Each run has an empty database of its own;
 * `store()` may be called inside tests and hooks.
 */
export function onEveryDatabase(name: string, tests: (store: () => Store) => void): void {
  describe(`${name} on SQLite`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await openStore({ kind: 'sqlite', file: ':memory:' });
    });
    afterAll(() => closeStore(store));
    tests(() => store);
  });

  const server = inject('postgresUrl');
  describe.skipIf(server === null)(`${name} on PostgreSQL`, () => {
    const database = `test_${newId().replaceAll('-', '')}`;
    let store: Store;
    beforeAll(async () => {
      await administer(server ?? '', `create database ${database}`);
      const url = new URL(server ?? '');
      url.pathname = database;
      store = await openStore({ kind: 'postgres', url: url.href });
    });
    afterAll(async () => {
      await closeStore(store);
      await administer(server ?? '', `drop database ${database}`);
    });
    tests(() => store);
  });
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
