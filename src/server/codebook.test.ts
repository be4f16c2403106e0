/** The codebook over HTTP: versions that never change, examples, and codings to look at again when their code changed. */
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CodebookDiff } from '../code/codebook-diff.ts';
import { ReviewItem, WorkingCodebook, type WorkingCoding } from '../code/model.ts';
import { sha256 } from '../kernel/hash.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, startTestServer } from './testing.ts';

const TEXT = '환자가 GPT에게 약을 끊어도 되냐고 물었다';

atEveryAddress('the codebook', (address) => {
  const pass = newId();
  let server: RunningServer;
  let lead: Person;
  let kim: Person;
  let lee: Person;

  beforeAll(async () => {
    server = await startTestServer([], undefined, address());
    const snapshot = studyOf({
      questions: { q1: 'experience' },
      people: [
        { id: 'P1', language: 'ko', answers: { q1: TEXT } },
        { id: 'P2', language: 'ko', answers: { q1: TEXT }, agreed: { q1: 'A' } },
      ],
      unused: ['A', 'B', 'C'],
    });
    await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', '책임자', 'lead');
    kim = await person(server, 'small', '김지은', 'coder');
    lee = await person(server, 'small', '이준', 'coder');
    const assign = { coders: ['김지은', '이준'], participants: ['P1'], shared: 1, seed: 1 };
    await lead.post('/passes', { id: pass, kind: 'calibration', label: '연습', codebookVersion: 1, assign });
    await lead.post(`/passes/${pass}/open`);
  });
  afterAll(() => server.stop());

  const coding = (code: string, more: object = {}) => ({
    id: newId(),
    passId: pass,
    participant: 'P1',
    question: 'q1',
    wave: 'w1',
    code,
    polarity: null,
    span: null,
    textHash: sha256(TEXT),
    codebookVersion: 1,
    origin: 'person',
    supersedes: null,
    ...more,
  });
  const code = (id: string, more: object = {}) => ({
    id,
    label: { en: id },
    definition: { en: `About ${id}.` },
    origin: 'prior',
    ...more,
  });
  const publish = (basedOn: number, codes: object[], changes: object[] = [], note = '') =>
    lead.post('/codebook', { basedOn, codes, changes, note });
  const queueOf = async (who: Person) => ReviewItem.array().parse((await who.get('/review')).body);
  const codes = (items: readonly { coding: WorkingCoding }[]) =>
    items.map(({ coding: { coder, code: given } }) => `${coder} ${given}`).toSorted();

  it('is published in versions that say who made them and why, and stay as they were', async () => {
    const before = await kim.get('/codebook?version=1');
    const body = { basedOn: 1, codes: [], changes: [], note: '' };
    expect(await kim.post('/codebook', body)).toMatchObject({ status: 403 });
    const added = [code('A'), code('B'), code('C'), code('D', { origin: 'emergent' })];
    const { codebook, versions } = WorkingCodebook.parse((await publish(1, added, [], '새 코드 D')).body);
    expect(codebook.codes.map(({ id }) => id)).toEqual(['A', 'B', 'C', 'D']);
    expect(versions.map(({ version, by, note }) => [version, by, note])).toEqual([
      [1, null, ''],
      [2, '책임자', '새 코드 D'],
    ]);
    const { codebook: first } = WorkingCodebook.parse((await kim.get('/codebook?version=1')).body);
    expect(first).toEqual(WorkingCodebook.parse(before.body).codebook);
    expect(await kim.get('/codebook?version=9')).toMatchObject({
      status: 400,
      body: { code: 'codebook version unknown' },
    });
  });

  it('tells what changed from one version to another', async () => {
    const diff = CodebookDiff.parse((await kim.get('/codebook/diff?from=1&to=2')).body);
    expect(diff.added.map(({ id }) => id)).toEqual(['D']);
    expect(CodebookDiff.parse((await kim.get('/codebook/diff?from=2&to=1')).body).removed).toHaveLength(1);
  });

  it('is published once by two who edit the same version at once', async () => {
    const codesNow = ['A', 'B', 'C', 'D'].map((id) => code(id));
    const answers = await Promise.all([publish(2, codesNow, [], 'one'), publish(2, codesNow, [], 'other')]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'codebook changed', current: 3 });
  });

  it('is refused with the reason where it does not hold together', async () => {
    expect(await publish(3, [code('A')])).toMatchObject({ status: 400, body: { code: 'codebook wrong' } });
    const { versions } = WorkingCodebook.parse((await kim.get('/codebook')).body);
    expect(versions).toHaveLength(3);
  });

  it('holds a pass to its version until the lead moves the pass on', async () => {
    const stale = await kim.post('/codings', coding('A', { codebookVersion: 3 }));
    expect(stale).toMatchObject({ status: 409, body: { code: 'codebook version stale', current: 1 } });
    expect(await kim.post('/codings', coding('D'))).toMatchObject({ body: { code: 'code unknown' } });
    expect((await lead.post(`/passes/${pass}/codebook`, { version: 3 })).status).toBe(200);
    const old = await kim.post('/codings', coding('A'));
    expect(old).toMatchObject({ status: 409, body: { code: 'codebook version stale', current: 3 } });
    for (const [who, given] of [
      [kim, 'A'],
      [kim, 'B'],
      [kim, 'C'],
      [lee, 'A'],
      [lee, 'D'],
    ] as const) {
      expect((await who.post('/codings', coding(given, { codebookVersion: 3 }))).status).toBe(200);
    }
  });

  describe('when codes are split, merged and retired', () => {
    beforeAll(async () => {
      const next = [
        code('A', { retired: true }),
        code('A1'),
        code('A2'),
        code('B'),
        code('C', { retired: true }),
        code('D', { retired: true }),
      ];
      const changes = [
        { kind: 'split', from: ['A'], to: ['A1', 'A2'] },
        { kind: 'merge', from: ['B', 'C'], to: ['B'] },
      ];
      expect((await publish(3, next, changes)).status).toBe(200);
      await lead.post(`/passes/${pass}/codebook`, { version: 4 });
    });

    it('gives everybody their own codings to look at again, with the consensus, and the lead all', async () => {
      expect(codes(await queueOf(kim))).toEqual(['agreed A', '김지은 A', '김지은 B', '김지은 C']);
      expect(codes(await queueOf(lee))).toEqual(['agreed A', '이준 A', '이준 D']);
      expect(await queueOf(lead)).toHaveLength(6);
      const [split] = (await queueOf(kim)).filter((item) => item.coding.coder === '김지은');
      expect(split).toMatchObject({ version: 4, change: { kind: 'split', to: ['A1', 'A2'] } });
      const plain = (await queueOf(lee)).find((item) => item.coding.code === 'D');
      expect(plain?.change).toEqual({ kind: 'retire', from: ['D'], to: [] });
    });

    it('takes no new coding with what is retired', async () => {
      const refused = await kim.post('/codings', coding('D', { codebookVersion: 4 }));
      expect(refused).toMatchObject({ status: 409, body: { code: 'code retired' } });
    });

    it('lets one keep a coding, put another in its place, or take it back', async () => {
      const mine = async (given: string) => {
        const found = (await queueOf(kim)).find(({ coding: c }) => c.coder === '김지은' && c.code === given);
        if (found === undefined) throw new Error(`no ${given} in the queue`);
        return found;
      };
      const kept = await mine('B');
      expect((await kim.post(`/review/${kept.id}/keep`)).status).toBe(204);
      const again = { status: 404, body: { code: 'review unknown' } };
      expect(await kim.post(`/review/${kept.id}/keep`)).toMatchObject(again);
      const recoded = await mine('A');
      const inItsPlace = coding('A1', { codebookVersion: 4, supersedes: recoded.coding.id });
      expect((await kim.post('/codings', inItsPlace)).status).toBe(200);
      const gone = await mine('C');
      expect((await kim.post(`/codings/${gone.coding.id}/end`)).status).toBe(200);
      expect(codes(await queueOf(kim))).toEqual(['agreed A']);
      expect(codes(await queueOf(lee))).toEqual(['agreed A', '이준 A', '이준 D']);
    });

    it('lets nobody keep what is another’s, nor what was never there', async () => {
      const [theirs] = (await queueOf(lee)).filter((item) => item.coding.coder === '이준');
      for (const id of [theirs?.id, '4.0.none', '9.9.x', 'none']) {
        expect(await kim.post(`/review/${id}/keep`)).toMatchObject({ body: { code: 'review unknown' } });
      }
      expect((await lead.post(`/review/${theirs?.id}/keep`)).status).toBe(204);
    });
  });

  it('shows examples until they are taken back, or their coding is', async () => {
    const given = coding('B', { codebookVersion: 4, span: { start: 4, end: 7, quote: 'GPT' } });
    expect((await lee.post('/codings', given)).status).toBe(200);
    const shown = async () => {
      const { examples } = WorkingCodebook.parse((await kim.get('/codebook')).body);
      return examples.map((one) => `${one.code} ${one.coding.span?.quote}`);
    };
    const example = { code: 'B', coding: given.id };
    for (let times = 0; times < 2; times++) {
      expect((await kim.post('/codebook/examples', example)).status).toBe(204);
      expect(await shown()).toEqual(['B GPT']);
    }
    expect((await kim.post('/codebook/examples/end', example)).status).toBe(204);
    expect(await shown()).toEqual([]);
    await lee.post('/codebook/examples', example);
    await lee.post(`/codings/${given.id}/end`);
    expect(await shown()).toEqual([]);
    const wrongCode = await kim.post('/codebook/examples', { code: 'A1', coding: given.id });
    expect(wrongCode).toMatchObject({ status: 404, body: { code: 'coding unknown' } });
  });
});
