/** Runs the same tests on every database that the store supports. */
import pg from 'pg';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { StoreAddress } from '../address.ts';
import { closeStore, openStore, type Store } from '../database.ts';

/**
 * Declares `tests` once for SQLite and once for PostgreSQL. Each run has an empty database of its own;
 * `store()` may be called inside tests and hooks.
 */
export function onEveryDatabase(name: string, tests: (store: () => Store) => void): void {
  atEveryAddress(name, (address) => {
    let store: Store;
    beforeAll(async () => {
      store = await openStore(address());
    });
    afterAll(() => closeStore(store));
    tests(() => store);
  });
}

/** The same for what opens its database itself, and closes it in `afterAll`: `address()` is an empty one. */
export function atEveryAddress(name: string, tests: (address: () => StoreAddress) => void): void {
  describe(`${name} on SQLite`, () => tests(() => ({ kind: 'sqlite', file: ':memory:' })));

  const server = inject('postgresUrl');
  describe.skipIf(server === null)(`${name} on PostgreSQL`, () => {
    const database = `test_${newId().replaceAll('-', '')}`;
    const url = new URL(server ?? 'postgres://none');
    url.pathname = database;
    beforeAll(() => administer(server ?? '', `create database ${database}`));
    // Hooks after the tests run last to first, so that this one finds the database closed.
    afterAll(() => administer(server ?? '', `drop database ${database}`));
    tests(() => ({ kind: 'postgres', url: url.href }));
  });
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
