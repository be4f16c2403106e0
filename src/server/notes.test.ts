/** Memos and themes over HTTP: versions, of two who edit at once one is shown the other’s, and nothing lost. */
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Memo, ThemeVersion } from '../code/model.ts';
import { importSnapshot, loadSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { codingIdOf, studyOf } from '../study/testing.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, startTestServer } from './testing.ts';

atEveryAddress('notes', (address) => {
  let server: RunningServer;
  let studyId: string;
  let lead: Person;
  let kim: Person;
  let reader: Person;
  const agreed = codingIdOf('P1', 'q1', 'A');

  beforeAll(async () => {
    server = await startTestServer([], undefined, address());
    const people = [{ id: 'P1', answers: { q1: 'words' }, agreed: { q1: 'A' } }];
    const snapshot = studyOf({ questions: { q1: 'experience' }, people, unused: ['B'] });
    studyId = await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', '책임자', 'lead');
    kim = await person(server, 'small', '김지은', 'coder');
    reader = await person(server, 'small', '독자', 'reader');
  });
  afterAll(() => server.stop());

  describe('a memo', () => {
    const id = newId();
    const onCode = { kind: 'code', id: 'A' };
    const write = (who: Person, expected: number, text: string, subject: object = onCode, memo = id) =>
      who.put(`/memos/${memo}`, { expected, subject, text });
    const memosOn = async (kind: string, of: string) =>
      Memo.array().parse((await kim.get(`/memos?kind=${kind}&id=${of}`)).body);

    it('is kept with who wrote it, and once however often it is sent', async () => {
      const first = await write(kim, 0, '첫 메모');
      expect(Memo.parse(first.body)).toMatchObject({ id, version: 1, text: '첫 메모', by: '김지은' });
      expect((await write(kim, 0, '첫 메모')).body).toEqual(first.body);
      expect(await memosOn('code', 'A')).toEqual([first.body]);
      expect(await memosOn('code', 'B')).toEqual([]);
    });

    it('of two who edit it at once is kept from one, and the other is shown it', async () => {
      const answers = await Promise.all([write(kim, 1, '김의 글'), write(lead, 1, '책임자의 글')]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const [kept] = answers.filter(({ status }) => status === 200);
      const [refused] = answers.filter(({ status }) => status === 409);
      expect(refused?.body).toMatchObject({ code: 'memo changed', current: kept?.body });
    });

    it('stays on what it was begun on', async () => {
      const moved = await write(kim, 2, '세 번째', { kind: 'code', id: 'B' });
      expect(Memo.parse(moved.body)).toMatchObject({ version: 3, subject: onCode });
    });

    it('is taken back by emptying it, and can be written again', async () => {
      expect((await write(kim, 3, '')).status).toBe(200);
      expect(await memosOn('code', 'A')).toEqual([]);
      expect(Memo.parse((await write(kim, 4, '다시')).body).version).toBe(5);
    });

    it.each([
      ['answer', 'P1/q1/w1', 200],
      ['participant', 'P1', 200],
      ['coding', agreed, 200],
      ['theme', 'T1', 200],
      ['study', 'small', 200],
      ['answer', 'P1/q1/none', 404],
      ['answer', 'P1', 404],
      ['participant', 'P9', 404],
      ['coding', 'none', 404],
    ])('can be on %s %s: %d', async (kind, of, status) => {
      expect((await write(kim, 0, 'on it', { kind, id: of }, newId())).status).toBe(status);
      expect(await memosOn(kind, encodeURIComponent(of))).toHaveLength(status === 200 ? 1 : 0);
    });

    it('is not for readers, has an id that a browser made, and an end', async () => {
      expect((await reader.get('/memos')).status).toBe(403);
      expect((await write(reader, 0, 'x')).status).toBe(403);
      expect((await write(kim, 0, 'x', onCode, 'chosen')).status).toBe(400);
      expect((await write(kim, 0, 'x'.repeat(100_001), onCode, newId())).status).toBe(400);
    });
  });

  describe('a theme', () => {
    const theme = (more: object = {}) => ({
      id: 'T1',
      label: { ko: '위기' },
      questions: ['q1'],
      codes: ['A'],
      narrative: [{ text: { ko: '주장' }, codings: [agreed] }],
      negativeCases: [],
      ...more,
    });
    const save = (who: Person, expected: number, edited: object | null, position = 0) =>
      who.put('/themes/T1', { expected, position, theme: edited });
    const themes = async () => ThemeVersion.array().parse((await kim.get('/themes')).body);

    it('may begin as a name alone, and is no part of the study until it has a code and a question', async () => {
      const bare = theme({ questions: [], codes: [], narrative: [] });
      expect((await save(kim, 0, bare)).status).toBe(200);
      expect((await themes()).map(({ theme: { label } }) => label)).toEqual([{ ko: '위기' }]);
      expect((await loadSnapshot(server.store, studyId)).themes).toEqual([]);
    });

    it('is kept in versions, and once however often it is sent', async () => {
      const saved = await save(kim, 1, theme());
      expect(ThemeVersion.parse(saved.body)).toMatchObject({ version: 2, by: '김지은', missing: [] });
      expect((await save(kim, 1, theme())).body).toEqual(saved.body);
      expect((await loadSnapshot(server.store, studyId)).themes).toHaveLength(1);
    });

    it('of two who edit it at once is kept from one, and the other is shown it', async () => {
      const answers = await Promise.all([
        save(kim, 2, theme({ label: { ko: '김' } })),
        save(lead, 2, theme({ label: { ko: '책임자' } })),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const [kept] = answers.filter(({ status }) => status === 200);
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
        code: 'theme changed',
        current: kept?.body,
      });
    });

    it.each([
      ['question', { questions: ['q9'] }, 'q9'],
      ['code', { codes: ['Z'] }, 'Z'],
      ['coding', { narrative: [{ text: { ko: 'x' }, codings: ['none'] }] }, 'none'],
    ])('names no %s that is not there', async (_, more, unknown) => {
      expect(await save(kim, 3, theme(more))).toMatchObject({
        status: 400,
        body: { code: 'theme wrong', error: expect.stringContaining(unknown) },
      });
    });

    it('claims nothing without a coding to stand on', async () => {
      const unfounded = theme({ narrative: [{ text: { ko: 'x' }, codings: [] }] });
      expect((await save(kim, 3, unfounded)).status).toBe(400);
    });

    it('is read by readers, and written by those who code', async () => {
      expect(ThemeVersion.array().parse((await reader.get('/themes')).body)).toHaveLength(1);
      expect((await save(reader, 3, theme())).status).toBe(403);
    });

    it('is taken away and can be brought back', async () => {
      expect((await save(kim, 3, null)).status).toBe(204);
      expect((await save(kim, 3, null)).status).toBe(204);
      expect(await themes()).toEqual([]);
      expect((await loadSnapshot(server.store, studyId)).themes).toEqual([]);
      expect(ThemeVersion.parse((await save(kim, 4, theme())).body).version).toBe(5);
    });
  });
});
