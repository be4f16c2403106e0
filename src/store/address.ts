/** Apart from the databases themselves, so that a command can read an address without loading them. */

/** A file of SQLite (or memory, for tests) or a PostgreSQL address. */
export type StoreAddress = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };

/** Reads `postgres://…` as a server, anything else as the path of a SQLite file. */
export function storeAddress(text: string): StoreAddress {
  return /^postgres(ql)?:\/\//.test(text) ? { kind: 'postgres', url: text } : { kind: 'sqlite', file: text };
}
