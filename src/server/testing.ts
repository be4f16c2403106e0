/** The real server for tests: the sample study in a database of its own, on a free port. */
import { join } from 'node:path';
import { pino } from 'pino';
import { createAccount, type Role, setRole } from '../access/accounts.ts';
import { noSettings, type Settings } from '../access/settings.ts';
import { issueSignInLink, redeemSignInLink } from '../access/sign-in.ts';
import { packageRoot } from '../kernel/package-root.ts';
import type { StoreAddress } from '../store/address.ts';
import { findStudy } from '../store/snapshots.ts';
import { type RunningServer, startServer } from './start.ts';

export const SAMPLE_STUDY = join(packageRoot(), 'examples', 'genai-psychiatry');

export function startTestServer(
  studies: readonly string[] = [SAMPLE_STUDY],
  settings: Settings = noSettings,
  database: StoreAddress = { kind: 'sqlite', file: ':memory:' },
): Promise<RunningServer> {
  return startServer({
    database,
    studies,
    port: 0,
    logger: pino({ level: 'silent' }),
    clock: () => new Date().toISOString(),
    settings,
  });
}

export interface Answered {
  status: number;
  /** Parsed where it is JSON. */
  body: unknown;
  text: string;
}

/** Somebody signed in, with a role in the study, who calls the server as a browser would. */
export interface Person {
  account: string;
  cookie: string;
  get(path: string): Promise<Answered>;
  post(path: string, body?: unknown): Promise<Answered>;
  put(path: string, body: unknown): Promise<Answered>;
}

/** @param study its name; paths that do not begin with `/api` are below it */
export async function person(
  server: RunningServer,
  study: string,
  name: string,
  role: Role | null,
): Promise<Person> {
  const now = new Date().toISOString();
  const account = await createAccount(server.store, name, now);
  const studyId = await findStudy(server.store, study);
  if (role !== null && studyId !== null) await setRole(server.store, studyId, account, role);
  const link = await issueSignInLink(server.store, account, now);
  const cookie = `firsthand_session=${await redeemSignInLink(server.store, link, now)}`;
  const call = (method: string) => (path: string, body?: unknown) =>
    callServer(server, path.startsWith('/api') ? path : `/api/studies/${study}${path}`, {
      method,
      headers: { cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  return { account, cookie, get: call('GET'), post: call('POST'), put: call('PUT') };
}

export async function callServer(server: RunningServer, path: string, init: RequestInit): Promise<Answered> {
  const response = await fetch(server.url + path, init);
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return { status: response.status, body: isJson ? JSON.parse(text) : null, text };
}
