/** Many at once: a coding sent often is kept once, the same judgement counts once, and a closed pass stays as it is. */
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { CodingList, WorkingPass } from '../code/model.ts';
import { sha256 } from '../kernel/hash.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import type { RunningServer } from './start.ts';
import { type Answered, type Person, person, startTestServer } from './testing.ts';

const TEXT = '환자가 GPT에게 약을 끊어도 되냐고 물었다';

atEveryAddress('many at once', (address) => {
  let server: RunningServer;
  let lead: Person;
  let kim: Person;
  let pass: string;
  let participants = 0;

  beforeAll(async () => {
    server = await startTestServer([], undefined, address());
    const people = [{ times: 3, language: 'ko' as const, answers: { q1: TEXT } }];
    const snapshot = studyOf({ questions: { q1: 'experience' }, people, unused: ['A', 'B'] });
    await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', '책임자', 'lead');
    kim = await person(server, 'small', '김지은', 'coder');
  });
  afterAll(() => server.stop());

  beforeEach(async () => {
    pass = newId();
    participants++;
    const assign = { coders: ['김지은'], participants: [`P00${participants}`], shared: 1, seed: 1 };
    await lead.post('/passes', { id: pass, kind: 'calibration', label: 'x', codebookVersion: 1, assign });
    expect((await lead.post(`/passes/${pass}/open`)).status).toBe(200);
  });

  const coding = (start: number) => ({
    id: newId(),
    passId: pass,
    participant: `P00${participants}`,
    question: 'q1',
    wave: 'w1',
    code: 'A',
    polarity: null,
    span: { start, end: start + 1, quote: TEXT.charAt(start) },
    textHash: sha256(TEXT),
    codebookVersion: 1,
    origin: 'person',
    supersedes: null,
  });
  const give = (body: object) => kim.post('/codings', body);
  const times = <Item>(count: number, make: (nth: number) => Item): Item[] =>
    Array.from({ length: count }, (_, nth) => make(nth));
  const statuses = (answers: readonly Answered[]) => answers.map(({ status }) => status).toSorted();
  const kept = async () => CodingList.parse((await kim.get(`/codings?passId=${pass}`)).body).codings;

  it('the same coding is kept once, and everybody who sent it is told so alike', async () => {
    const body = coding(4);
    const answers = await Promise.all(times(8, () => give(body)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect((await kept()).map(({ id }) => id)).toEqual([body.id]);
    const ended = await Promise.all(times(4, () => kim.post(`/codings/${body.id}/end`)));
    expect(new Set(ended.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await lead.get('/audit/verify')).body).toMatchObject({ whole: true, codings: { differing: [] } });
  });

  it('the same code on the same words counts once, whoever was first', async () => {
    const answers = await Promise.all(times(6, () => give(coding(4))));
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409, 409]);
    const first = await kept();
    expect(first).toHaveLength(1);
    for (const { status, body } of answers) {
      if (status === 409)
        expect(body).toMatchObject({ code: 'already coded', current: { id: first[0]?.id } });
    }
    const replacing = times(4, () => ({ ...coding(4), code: 'B', supersedes: first[0]?.id }));
    const replaced = await Promise.all(replacing.map(give));
    expect(statuses(replaced)).toEqual([200, 409, 409, 409]);
    expect((await kept()).map(({ code }) => code)).toEqual(['B']);
  });

  it('what was acknowledged before the pass closed is there, and nothing was made after', async () => {
    const sending = times(20, (nth) => give(coding(nth)));
    const closing = lead.post(`/passes/${pass}/close`);
    const answers = await Promise.all(sending);
    const { closedAt } = WorkingPass.parse((await closing).body);
    const refused = answers.filter(({ status }) => status !== 200);
    for (const answer of refused)
      expect(answer).toMatchObject({ status: 409, body: { code: 'pass closed' } });
    expect(await kept()).toHaveLength(answers.length - refused.length);
    expect(closedAt).not.toBeNull();
    expect(await give(coding(21))).toMatchObject({ status: 409, body: { code: 'pass closed' } });
  });
});
