/** Signing in through OpenID Connect, against a small provider on this machine that checks what it is sent. */
import { createHash, createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noSettings } from '../access/settings.ts';
import type { RunningServer } from './start.ts';
import { startTestServer } from './testing.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let provider: Server;
let issuer: string;
let server: RunningServer;
/** What the provider will say, and what it was asked; a test changes it. */
let subject = 'kim';
let audience = 'firsthand';
const asked = new Map<string, { challenge: string; nonce: string; redirect: string }>();

beforeAll(async () => {
  provider = createServer((request, response) => {
    const url = new URL(request.url ?? '', issuer);
    const json = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration') return json(discovery());
    if (url.pathname === '/keys') {
      const key = { ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' };
      return json({ keys: [key] });
    }
    if (url.pathname === '/authorize') {
      const given = (name: string) => url.searchParams.get(name) ?? '';
      const code = `code-${asked.size}`;
      asked.set(code, {
        challenge: given('code_challenge'),
        nonce: given('nonce'),
        redirect: given('redirect_uri'),
      });
      const back = new URL(given('redirect_uri'));
      back.searchParams.set('code', code);
      back.searchParams.set('state', given('state'));
      return response.writeHead(302, { location: back.href }).end();
    }
    let sent = '';
    request.on('data', (chunk) => {
      sent += chunk;
    });
    request.on('end', () => {
      const form = new URLSearchParams(sent);
      const found = asked.get(form.get('code') ?? '');
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      const isRight = form.get('client_secret') === 'secret' && found?.challenge === proof;
      if (found === undefined || !isRight) return json({ error: 'invalid_grant' }, 400);
      json({ access_token: 'a', token_type: 'bearer', id_token: idToken(found.nonce) });
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const organisation = { issuer, clientId: 'firsthand', clientSecret: 'secret' };
  server = await startTestServer([], { ...noSettings, organisation });
});
afterAll(async () => {
  await server.stop();
  provider.close();
});

function discovery() {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

function idToken(nonce: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: audience, sub: subject, nonce, iat: now, exp: now + 60, name: '김지은' };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`;
}

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');

/** Goes where a browser would be sent; `meanwhile` may change the address at which it comes back. */
async function signIn(meanwhile: (back: URL) => void = () => {}) {
  const begun = await fetch(`${server.url}/api/sign-in/organisation`, { redirect: 'manual' });
  expect(begun.status).toBe(302);
  const atProvider = await fetch(begun.headers.get('location') ?? '', { redirect: 'manual' });
  const back = new URL(atProvider.headers.get('location') ?? '');
  meanwhile(back);
  const headers = { cookie: cookiesOf(begun) };
  const finished = await fetch(back, { redirect: 'manual', headers });
  return { finished, back, headers };
}

async function whoIs(response: Response): Promise<{ account: string; name: string }> {
  const me = await fetch(`${server.url}/api/me`, { headers: { cookie: cookiesOf(response) } });
  expect(me.status).toBe(200);
  return me.json();
}

describe('signing in through the organisation', () => {
  it('opens a session for an account that is the same every time', async () => {
    const first = await signIn();
    expect(first.finished.headers.get('location')).toBe('/');
    const me = await whoIs(first.finished);
    expect(me.name).toBe('김지은');
    expect(await whoIs((await signIn()).finished)).toEqual(me);
  });

  it('gives another subject another account, though it bears the same name', async () => {
    const kim = await whoIs((await signIn()).finished);
    subject = 'another kim';
    expect((await whoIs((await signIn()).finished)).account).not.toBe(kim.account);
  });

  const refused = '/#organisation-refused';
  it('is refused a second time with the same answer', async () => {
    const { back, headers } = await signIn();
    const again = await fetch(back, { redirect: 'manual', headers });
    expect(again.headers.get('location')).toBe(refused);
  });

  it('is refused in a browser that did not begin it', async () => {
    const { back } = await signIn();
    expect((await fetch(back, { redirect: 'manual' })).status).toBe(401);
  });

  it.each([
    ['another state', (back: URL) => back.searchParams.set('state', 'other')],
    ['another code', (back: URL) => back.searchParams.set('code', 'code-0')],
  ])('is refused with %s', async (_, change) => {
    expect((await signIn(change)).finished.headers.get('location')).toBe(refused);
  });

  it('is refused with a token for another client', async () => {
    audience = 'somebody else';
    expect((await signIn()).finished.headers.get('location')).toBe(refused);
    audience = 'firsthand';
  });
});
