/** Where a command finds the database: named on the command line, in the environment, or a file of its own. */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type StoreAddress, storeAddress } from '../store/address.ts';
import type { CommandOption } from './command.ts';

const DEFAULT_FILE = '.firsthand/firsthand.sqlite';

export const databaseOption: CommandOption = {
  flags: '--database <address>',
  words: {
    ko: `데이터베이스: SQLite 파일 또는 postgres:// 주소 (기본: FIRSTHAND_DATABASE 또는 ${DEFAULT_FILE})`,
    en: `the database: a SQLite file or a postgres:// address (default: FIRSTHAND_DATABASE, or ${DEFAULT_FILE})`,
  },
};

/** The address, with the folder of a SQLite file made where it is missing. */
export function databaseAddress(named: unknown, environment: NodeJS.ProcessEnv): StoreAddress {
  const address = storeAddress(
    typeof named === 'string' ? named : environment.FIRSTHAND_DATABASE || DEFAULT_FILE,
  );
  if (address.kind === 'sqlite') mkdirSync(dirname(resolve(address.file)), { recursive: true, mode: 0o700 });
  return address;
}
