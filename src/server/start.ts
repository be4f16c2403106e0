/** Starts the workbench on this machine: database, studies, owner, HTTP. */
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import type { Logger } from 'pino';
import { createAccount, findAccount, setRole } from '../access/accounts.ts';
import { noSettings, type Settings } from '../access/settings.ts';
import { issueSignInLink } from '../access/sign-in.ts';
import { readStudyFolder } from '../collect/read-study-folder.ts';
import { atIntervals } from '../jobs/at-intervals.ts';
import { packageRoot } from '../kernel/package-root.ts';
import { stopAllRuns } from '../scan/runs/at-work.ts';
import { runDueQueries } from '../scan/runs/due.ts';
import type { StoreAddress } from '../store/address.ts';
import { closeStore, openStore, type Store } from '../store/database.ts';
import { findStudy, importSnapshot } from '../store/snapshots.ts';
import { createApp } from './app.ts';

const OWNER = 'Owner';
const DUE_QUERIES_EVERY_MS = 60_000;
/**
 * How long a silent connection is kept: longer than browsers' programs and the proxies before us keep theirs (nginx: 60 s),
 * so that none sends a request into a connection that is just being closed.
 */
const KEPT_MS = 75_000;

export interface ServerSettings {
  database: StoreAddress;
  /** Study folders that are brought in where the database has no study of their name yet. */
  studies: readonly string[];
  /** 0 takes any free port. */
  port: number;
  logger: Logger;
  clock: () => string;
  settings?: Settings;
}

export interface RunningServer {
  url: string;
  store: Store;
  /** Makes a link that signs the owner in, once. */
  signInLink(): Promise<string>;
  stop(): Promise<void>;
}

export async function startServer({
  database,
  studies,
  port,
  logger,
  clock,
  settings = noSettings,
}: ServerSettings): Promise<RunningServer> {
  const store = await openStore(database);
  const owner = (await findAccount(store, OWNER)) ?? (await createAccount(store, OWNER, clock()));
  for (const folder of studies) await bringIn(store, folder, owner, clock());
  const hosts: string[] = [];
  const app = createApp({ store, logger, clock, hosts, settings, web: join(packageRoot(), 'dist', 'web') });
  const { server, listening } = await listen(app.fetch, port);
  // The port is known only now; until it is, every request is refused as under a foreign name.
  hosts.push(`127.0.0.1:${listening}`, `localhost:${listening}`);
  if (settings.publicUrl !== null) hosts.push(new URL(settings.publicUrl).host);
  const url = `http://127.0.0.1:${listening}`;
  const stopAsking = atIntervals(
    DUE_QUERIES_EVERY_MS,
    async () => {
      for (const end of await runDueQueries(store, settings.scan, clock)) end.catch(tellFailure);
    },
    tellFailure,
  );
  function tellFailure(error: unknown): void {
    logger.error({ job: 'scan', error: error instanceof Error ? error.name : 'unknown' });
  }
  return {
    url,
    store,
    // After the #, so that the token is sent to nobody by opening the page and stands in no log.
    signInLink: async () =>
      `${settings.publicUrl ?? url}/#sign-in=${await issueSignInLink(store, owner, clock())}`,
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await stopAsking();
      await stopAllRuns(store);
      await closeStore(store);
    },
  };
}

async function bringIn(store: Store, folder: string, owner: string, now: string): Promise<void> {
  const snapshot = await readStudyFolder(folder);
  const known = await findStudy(store, snapshot.study.id);
  await setRole(store, known ?? (await importSnapshot(store, snapshot, now)), owner, 'lead');
}

function listen(
  fetch: Parameters<typeof serve>[0]['fetch'],
  port: number,
): Promise<{ server: ReturnType<typeof serve>; listening: number }> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch, port, hostname: '127.0.0.1', serverOptions: { keepAliveTimeout: KEPT_MS } },
      (info) => resolve({ server, listening: info.port }),
    );
    server.once('error', reject);
  });
}
