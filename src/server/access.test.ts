import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount, type Role, roles, setRole } from '../access/accounts.ts';
import type { Route } from '../access/route.ts';
import { issueSignInLink, redeemSignInLink } from '../access/sign-in.ts';
import { findStudy } from '../store/snapshots.ts';
import { routes } from './routes.ts';
import type { RunningServer } from './start.ts';
import { startTestServer } from './testing.ts';

type Who = 'nobody' | 'stranger' | Role;
const everybody: readonly Who[] = ['nobody', 'stranger', ...roles];

let server: RunningServer;
const cookies = new Map<Who, string>();

beforeAll(async () => {
  server = await startTestServer();
  const studyId = (await findStudy(server.store, 'genai-psychiatry')) ?? '';
  for (const who of everybody) {
    if (who === 'nobody') continue;
    const now = new Date().toISOString();
    const account = await createAccount(server.store, who, now);
    if (who !== 'stranger') await setRole(server.store, studyId, account, who);
    const link = await issueSignInLink(server.store, account, now);
    cookies.set(who, `firsthand_session=${await redeemSignInLink(server.store, link, now)}`);
  }
});
afterAll(() => server.stop());

async function call(route: Route, who: Who, headers: Record<string, string> = {}): Promise<number> {
  const path = route.path.replace(':study', 'genai-psychiatry').replaceAll(/:\w+/g, 'none');
  const cookie = cookies.get(who);
  const response = await fetch(server.url + path, {
    method: route.method,
    headers: { ...(cookie ? { cookie } : {}), ...headers },
    ...(route.method === 'get' ? {} : { body: '{}' }),
  });
  await response.body?.cancel();
  return response.status;
}

/** Whether the route lets somebody in, as far as who they are goes; what they sent may still be refused. */
function isLetIn(status: number): boolean {
  return ![401, 403].includes(status);
}

/** Signing out ends the session that the other calls need, so it is walked by itself. */
const walked = routes.filter(({ path }) => !path.startsWith('/api/sign-out'));

describe.each(walked.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_, route) => {
  it.each(everybody)('as %s', async (who) => {
    const status = await call(route, who);
    if (route.mayCall === 'anyone') {
      // What lets somebody in is open to all; a wrong token or password is refused by the handler itself.
      expect([400, 401, 200, 204]).toContain(status);
    } else if (route.mayCall === 'signed in') {
      expect(isLetIn(status)).toBe(who !== 'nobody');
    } else if (who === 'nobody') {
      expect(status).toBe(401);
    } else if (who === 'stranger') {
      expect(status).toBe(404);
    } else {
      expect(isLetIn(status)).toBe(route.mayCall.includes(who));
    }
  });
});

describe('every route', () => {
  it('states who may call it, and only what lets somebody in is open to anyone', () => {
    expect(routes.filter(({ mayCall }) => mayCall === 'anyone').map(({ path }) => path)).toEqual([
      '/api/sign-in/ways',
      '/api/sign-in',
      '/api/sign-in/password',
      '/api/sign-in/organisation',
      '/api/sign-in/organisation/back',
      '/api/invitations/look',
      '/api/invitations/accept',
    ]);
  });

  it('that names a study asks for a role in it', () => {
    for (const route of routes) expect(Array.isArray(route.mayCall)).toBe(route.path.includes(':study'));
  });

  it('is refused under a foreign host name', async () => {
    const address = new URL(server.url);
    const { request } = await import('node:http');
    const status = await new Promise((resolve) =>
      request(
        { host: '127.0.0.1', port: address.port, path: '/api/me', headers: { host: 'evil.example' } },
        (response) => {
          response.resume();
          resolve(response.statusCode);
        },
      ).end(),
    );
    expect(status).toBe(403);
  });

  it('refuses a change that another site asks for', async () => {
    for (const route of walked.filter(({ method }) => method !== 'get')) {
      expect(await call(route, 'lead', { origin: 'https://evil.example' })).toBe(403);
    }
  });

  it('is in the OpenAPI document with who may call it', async () => {
    const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
    for (const { path, method, mayCall } of routes) {
      expect(document.paths[path.replaceAll(/:(\w+)/g, '{$1}')][method]['x-may-call']).toEqual(mayCall);
    }
  });
});

describe('signing out', () => {
  it('ends the session', async () => {
    const now = new Date().toISOString();
    const account = await createAccount(server.store, 'leaving', now);
    const session = await redeemSignInLink(
      server.store,
      await issueSignInLink(server.store, account, now),
      now,
    );
    const headers = { cookie: `firsthand_session=${session}` };
    expect((await fetch(`${server.url}/api/me`, { headers })).status).toBe(200);
    expect((await fetch(`${server.url}/api/sign-out`, { method: 'post', headers })).status).toBe(204);
    expect((await fetch(`${server.url}/api/me`, { headers })).status).toBe(401);
  });
});
