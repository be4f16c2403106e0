/** Brings a database to the present shape. Migrations are listed here by hand: bundles have no folder to read. */
import { type Kysely, type Migration, Migrator } from 'kysely';
import { up as studies } from './migrations/0001-studies.ts';
import { up as access } from './migrations/0002-access.ts';
import { up as workbench } from './migrations/0003-workbench.ts';
import { up as people } from './migrations/0004-people.ts';
import { up as search } from './migrations/0005-search.ts';
import { up as help } from './migrations/0006-help.ts';
import { up as scan } from './migrations/0007-scan.ts';
import { up as screening } from './migrations/0008-screening.ts';
import { up as largeStudies } from './migrations/0009-large-studies.ts';

const migrations: Record<string, Migration> = {
  '0001-studies': { up: studies },
  '0002-access': { up: access },
  '0003-workbench': { up: workbench },
  '0004-people': { up: people },
  '0005-search': { up: search },
  '0006-help': { up: help },
  '0007-scan': { up: scan },
  '0008-screening': { up: screening },
  '0009-large-studies': { up: largeStudies },
};

/** @throws the first migration's error; what it had begun is rolled back. */
export async function migrate(db: Kysely<never>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
