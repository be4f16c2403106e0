/** Who withdraws disappears: what they wrote, what was coded on it and what was noted about them, from every address. */
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Memo, ThemeVersion } from '../code/model.ts';
import { sha256 } from '../kernel/hash.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, startTestServer } from './testing.ts';

const TEXT = 'a patient told it everything in Zanzibar';
const NOTE = 'noted about the one from Timbuktu';

atEveryAddress('withdrawal', (address) => {
  const pass = newId();
  const coded = newId();
  let server: RunningServer;
  let studyId: string;
  let lead: Person;
  let kim: Person;

  const coding = {
    id: coded,
    passId: pass,
    participant: 'LEAVER',
    question: 'q1',
    wave: 'w1',
    code: 'A',
    polarity: null,
    span: { start: 32, end: 40, quote: 'Zanzibar' },
    textHash: sha256(TEXT),
    codebookVersion: 1,
    origin: 'person',
    supersedes: null,
  };
  const theme = {
    id: 'T1',
    label: { en: 'Theme' },
    questions: ['q1'],
    codes: ['A'],
    narrative: [{ text: { en: 'A claim' }, codings: [coded] }],
    negativeCases: [],
  };
  const addresses = [
    '/answers/LEAVER',
    '/grid',
    '/grid?filter=[{"field":"code","code":"A"}]',
    '/search?q=Zanzibar',
    '/search?q=Timbuktu',
    '/codings',
    '/codings?participant=LEAVER',
    `/codings/${coded}`,
    '/codebook',
    '/review',
    '/memos',
    '/memos?kind=participant&id=LEAVER',
    `/passes/${pass}/work`,
    `/passes/${pass}/disagreements`,
    '/suggestions?participant=LEAVER&question=q1&wave=w1',
    '/analysis',
    '/evidence?ref=code/q1/A',
    '/report/en',
  ];

  beforeAll(async () => {
    server = await startTestServer([], undefined, address());
    const people = [
      { id: 'LEAVER', answers: { q1: TEXT } },
      { times: 3, answers: { q1: 'something else' } },
    ];
    const snapshot = studyOf({ questions: { q1: 'experience' }, people, unused: ['A'] });
    studyId = await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', '책임자', 'lead');
    kim = await person(server, 'small', '김지은', 'coder');
    const assign = { coders: ['김지은'], participants: 'all', shared: 1, seed: 1 };
    await lead.post('/passes', { id: pass, kind: 'calibration', label: '연습', codebookVersion: 1, assign });
    await lead.post(`/passes/${pass}/open`);
    expect((await kim.post('/codings', coding)).status).toBe(200);
    expect((await kim.post('/codebook/examples', { code: 'A', coding: coded })).status).toBe(204);
    for (const subject of [
      { kind: 'answer', id: 'LEAVER/q1/w1' },
      { kind: 'participant', id: 'LEAVER' },
      { kind: 'coding', id: coded },
    ]) {
      const saved = await kim.put(`/memos/${newId()}`, { expected: 0, subject, text: NOTE });
      expect(saved.status).toBe(200);
    }
    expect((await kim.put('/themes/T1', { expected: 0, position: 0, theme })).status).toBe(200);
    const retired = { label: { en: 'A' }, definition: { en: 'A' }, origin: 'prior', retired: true };
    const codes = [{ id: 'A', ...retired }];
    expect((await lead.post('/codebook', { basedOn: 1, codes, changes: [], note: '' })).status).toBe(200);
  });
  afterAll(() => server.stop());

  async function told(): Promise<string> {
    const answers = await Promise.all([lead, kim].flatMap((who) => addresses.map((path) => who.get(path))));
    for (const { status } of answers) expect(status).toBeLessThan(500);
    return answers.map(({ text }) => text).join('\n');
  }

  it('takes out what was everywhere before', async () => {
    const before = await told();
    for (const word of ['LEAVER', 'Zanzibar', NOTE, coded]) expect(before).toContain(word);
    await server.store
      .updateTable('participants')
      .set({ withdrawn: '2026-03-01' })
      .where('study_id', '=', studyId)
      .where('participant', '=', 'LEAVER')
      .execute();
    const after = await told();
    for (const word of ['LEAVER', 'Zanzibar', NOTE]) expect(after).not.toContain(word);
  });

  it('ends the work on it: nothing is coded, noted, kept or cited any more', async () => {
    const unknown = { status: 404 };
    expect(await kim.get('/suggestions?participant=LEAVER&question=q1&wave=w1')).toMatchObject(unknown);
    expect(await kim.post('/codings', coding)).toMatchObject(unknown);
    expect(await kim.post('/codings', { ...coding, id: newId() })).toMatchObject(unknown);
    expect(await kim.post(`/codings/${coded}/end`)).toMatchObject(unknown);
    expect(await kim.post('/codebook/examples', { code: 'A', coding: coded })).toMatchObject(unknown);
    expect(await kim.post(`/review/2.0.${coded}/keep`)).toMatchObject(unknown);
    for (const subject of [
      { kind: 'answer', id: 'LEAVER/q1/w1' },
      { kind: 'participant', id: 'LEAVER' },
      { kind: 'coding', id: coded },
    ]) {
      const memo = { expected: 0, subject, text: 'more' };
      expect(await kim.put(`/memos/${newId()}`, memo)).toMatchObject(unknown);
    }
    const cites = await kim.put('/themes/T1', { expected: 1, position: 0, theme });
    expect(cites).toMatchObject({ status: 400, body: { code: 'theme wrong' } });
  });

  it('tells the author of a theme that a claim has lost what it stood on', async () => {
    const [kept] = ThemeVersion.array().parse((await kim.get('/themes')).body);
    expect(kept?.missing).toEqual([coded]);
  });

  it('leaves memos on what remains', async () => {
    const memo = { expected: 0, subject: { kind: 'participant', id: 'P002' }, text: 'stays' };
    expect((await kim.put(`/memos/${newId()}`, memo)).status).toBe(200);
    const memos = Memo.array().parse((await kim.get('/memos')).body);
    expect(memos.map(({ text }) => text)).toEqual(['stays']);
  });
});
