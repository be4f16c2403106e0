/** Starts one PostgreSQL for the whole run and tells every test where it is, or says loudly that there is none. */
import type { TestProject } from 'vitest/node';
import { startTestServer } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string | null;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  project.provide('postgresUrl', server?.url ?? null);
  if (server === null) {
    console.warn(
      '\n*** PostgreSQL: NOT TESTED. Name a server in TEST_DATABASE_URL or install one ' +
        '(Debian: apt-get install postgresql); its half of the store tests is skipped. ***\n',
    );
  }
  return async () => server?.stop();
}
