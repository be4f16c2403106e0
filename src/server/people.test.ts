/** How people come in, over HTTP: by invitation, with a password, and out again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Invitation, Me, Member } from '../access/model.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import type { RunningServer } from './start.ts';
import { callServer, type Person, person, startTestServer } from './testing.ts';

const PASSWORD = '긴 비밀번호 하나 둘';

atEveryAddress('people', (address) => {
  let server: RunningServer;
  let lead: Person;

  beforeAll(async () => {
    server = await startTestServer([], undefined, address());
    const people = [{ coded: { A: { q1: 'LH06' } } }];
    await importSnapshot(server.store, studyOf({ people }), '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', '책임자', 'lead');
  });
  afterAll(() => server.stop());

  async function post(path: string, body: unknown, cookie?: string) {
    const response = await fetch(server.url + path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: cookie === undefined ? {} : { cookie },
    });
    const text = await response.text();
    const set = response.headers.get('set-cookie') ?? '';
    return { status: response.status, text, cookie: set.split(';')[0] ?? '', set };
  }

  async function inviteAs(role: string, coder?: string): Promise<string> {
    const { body } = await lead.post('/invitations', { role, ...(coder ? { coder } : {}) });
    return Invitation.parse(body).link.replace('/#invitation=', '');
  }

  describe('an invitation', () => {
    it('lets somebody in once, with the role and the name that it was made for', async () => {
      const token = await inviteAs('coder', 'A');
      expect((await post('/api/invitations/look', { token })).text).toContain('"role":"coder"');
      const mine = { token, name: '김지은', password: PASSWORD };
      const accepted = await post('/api/invitations/accept', mine);
      expect(accepted).toMatchObject({ status: 204 });
      expect(accepted.set).toMatch(/HttpOnly; SameSite=Strict/);
      const { text } = await callServer(server, '/api/studies/small/me', {
        headers: { cookie: accepted.cookie },
      });
      expect(JSON.parse(text)).toMatchObject({ role: 'coder', coder: 'A' });
      const again = await post('/api/invitations/accept', { ...mine, name: '다른이' });
      expect(again).toMatchObject({ status: 400, text: expect.stringContaining('invitation unknown') });
    });

    it('is not spent by a short password or a name that is taken', async () => {
      const token = await inviteAs('reader');
      const mine = { token, name: '이준', password: PASSWORD };
      expect((await post('/api/invitations/accept', { ...mine, password: '짧다' })).status).toBe(400);
      const taken = await post('/api/invitations/accept', { ...mine, name: ' 김지은 ' });
      expect(taken).toMatchObject({ status: 409, text: expect.stringContaining('name taken') });
      expect((await post('/api/invitations/accept', mine)).status).toBe(204);
    });

    it('to a coder whom somebody is already is refused', async () => {
      expect((await lead.post('/invitations', { role: 'coder', coder: 'A' })).status).toBe(409);
    });

    it('of two who come at once lets one in', async () => {
      const token = await inviteAs('reader');
      const both = await Promise.all(
        ['하나', '둘'].map((name) => post('/api/invitations/accept', { token, name, password: PASSWORD })),
      );
      expect(both.map(({ status }) => status).toSorted()).toEqual([204, 400]);
    });

    it('can be taken by somebody who has an account, and takes nothing from them', async () => {
      const stranger = await person(server, 'small', '손님', null);
      expect((await stranger.get('/me')).status).toBe(404);
      expect((await stranger.post('/api/invitations/join', { token: await inviteAs('coder') })).status).toBe(
        204,
      );
      expect((await stranger.get('/me')).body).toMatchObject({ role: 'coder', coder: '손님' });
      await stranger.post('/api/invitations/join', { token: await inviteAs('reader') });
      expect((await stranger.get('/me')).body).toMatchObject({ role: 'coder' });
    });
  });

  describe('a password', () => {
    it('signs in, however the name is written', async () => {
      const signedIn = await post('/api/sign-in/password', {
        name: ' 김지은',
        password: PASSWORD.normalize('NFD'),
      });
      expect(signedIn.status).toBe(204);
      const me = await callServer(server, '/api/me', { headers: { cookie: signedIn.cookie } });
      expect(Me.parse(me.body)).toMatchObject({ name: '김지은', hasPassword: true });
    });

    it('that is wrong is told like a name that nobody bears, and both are slowed down', async () => {
      const wrong = (name: string) => post('/api/sign-in/password', { name, password: 'wrong' });
      const first = await wrong('이준');
      expect(first).toMatchObject({ status: 401 });
      expect((await wrong('아무도')).text).toBe(first.text);
      const many = await Promise.all(Array.from({ length: 12 }, () => wrong('이준')));
      expect(many.filter(({ status }) => status === 401)).toHaveLength(4);
      expect(many.filter(({ status }) => status === 429)).toHaveLength(8);
      // Even the right one has to wait now, so that nobody learns it by trying.
      expect((await post('/api/sign-in/password', { name: '이준', password: PASSWORD })).status).toBe(429);
      for (let times = 0; times < 4; times++) await wrong('아무도');
      expect((await wrong('아무도')).status).toBe(429);
    });

    it('is changed by who knows it, and ends the other sessions', async () => {
      const signIn = (password: string) => post('/api/sign-in/password', { name: '김지은', password });
      const here = await signIn(PASSWORD);
      const elsewhere = await signIn(PASSWORD);
      const change = (old: string) =>
        callServer(server, '/api/me/password', {
          method: 'PUT',
          headers: { cookie: here.cookie },
          body: JSON.stringify({ old, new: '아주 새로운 비밀번호' }),
        });
      expect((await change('틀린 비밀번호')).status).toBe(403);
      expect((await change(PASSWORD)).status).toBe(204);
      const me = (cookie: string) => callServer(server, '/api/me', { headers: { cookie } });
      expect((await me(here.cookie)).status).toBe(200);
      expect((await me(elsewhere.cookie)).status).toBe(401);
      expect((await signIn(PASSWORD)).status).toBe(401);
      const again = await signIn('아주 새로운 비밀번호');
      expect((await post('/api/sign-out/everywhere', {}, again.cookie)).status).toBe(204);
      expect((await me(here.cookie)).status).toBe(401);
    });

    it('is kept as argon2id', async () => {
      const rows = await server.store.selectFrom('passwords').select('hash').execute();
      expect(rows.every(({ hash }) => hash.startsWith('$argon2id$'))).toBe(true);
    });
  });

  describe('members', () => {
    it('are changed by the lead, who cannot leave the study without one', async () => {
      const members = Member.array().parse((await lead.get('/members')).body);
      const kim = members.find(({ name }) => name === '김지은');
      expect(kim).toMatchObject({ role: 'coder', coder: 'A' });
      expect((await lead.put(`/members/${kim?.account}`, { role: 'reader' })).status).toBe(204);
      const own = members.find(({ name }) => name === '책임자');
      expect((await lead.put(`/members/${own?.account}`, { role: 'coder' })).body).toMatchObject({
        code: 'last lead',
      });
      expect((await lead.post(`/members/${own?.account}/end`)).status).toBe(409);
      expect((await lead.post(`/members/${kim?.account}/end`)).status).toBe(204);
      expect(
        Member.array()
          .parse((await lead.get('/members')).body)
          .map(({ name }) => name),
      ).not.toContain('김지은');
    });
  });

  describe('what a browser kept for one account', () => {
    it('is not taken from the session of another', async () => {
      const other = await person(server, 'small', '다른 사람', 'coder');
      const as = (account: string) =>
        callServer(server, '/api/me', { headers: { cookie: other.cookie, 'x-firsthand-account': account } });
      expect((await as(other.account)).status).toBe(200);
      expect(await as(lead.account)).toMatchObject({ status: 401, body: { code: 'session over' } });
    });
  });
});
