/**
 * While an independent pass is open, nothing that one coder does changes anything that another can be told: every
 * address that gives something is asked before and after, and must answer the same bytes.
 */
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../kernel/hash.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import { routes } from './routes.ts';
import type { RunningServer } from './start.ts';
import { type Answered, type Person, person, startTestServer } from './testing.ts';

const TEXT = '환자가 GPT에게 약을 끊어도 되냐고 물었다';
const MEMO = '비밀스러운메모';
const CLAIM = '남의코딩을인용한주장';

let server: RunningServer;
let lead: Person;
let kim: Person;
let lee: Person;
const pass = newId();
const planted: string[] = [];

function coding(participant: string, code: string, supersedes: string | null = null) {
  const span = { start: 4, end: 7, quote: 'GPT' };
  const made = { participant, question: 'q1', wave: 'w1', code, polarity: 'mixed', span };
  const cited = { textHash: sha256(TEXT), codebookVersion: 1, origin: 'person', passId: pass };
  return { id: newId(), ...made, ...cited, supersedes };
}

/** What the other coder does: codes, changes, takes back, notes, reads to the end. */
async function leeWorks(): Promise<void> {
  const bodies = [coding('P001', 'LH06'), coding('P001', 'VU01'), coding('P002', 'VU01')];
  for (const body of bodies) expect((await lee.post('/codings', body)).status).toBe(200);
  const [first, second] = bodies;
  const changed = coding('P001', 'LH06', first?.id);
  expect((await lee.post('/codings', { ...changed, span: null })).status).toBe(200);
  expect((await lee.post(`/codings/${second?.id}/end`)).status).toBe(200);
  const memo = newId();
  const onCoding = { kind: 'coding', id: changed.id };
  const saved = await lee.put(`/memos/${memo}`, { expected: 0, subject: onCoding, text: MEMO });
  expect(saved.status).toBe(200);
  const onCode = { expected: 0, subject: { kind: 'code', id: 'LH06' }, text: MEMO };
  expect((await lee.put(`/memos/${newId()}`, onCode)).status).toBe(200);
  const finished = { participant: 'P003', question: 'q1', wave: 'w1', finished: true };
  expect((await lee.post(`/passes/${pass}/finished`, finished)).status).toBe(204);
  planted.push(...bodies.map(({ id }) => id), changed.id, memo);
}

/** Everything that a coder can ask, by the route's pattern. */
const addresses: Record<string, string[]> = {
  '/api/me': ['/api/me'],
  '/api/sign-in/ways': ['/api/sign-in/ways'],
  '/api/sign-in/organisation': ['/api/sign-in/organisation'],
  '/api/sign-in/organisation/back': ['/api/sign-in/organisation/back'],
  '/api/studies/:study/members': ['/members'],
  '/api/studies/:study/settings': ['/settings'],
  '/api/studies/:study/assistant': ['/assistant?participant=P001&question=q1&wave=w1'],
  '/api/studies/:study/assistant/state': ['/assistant/state'],
  '/api/studies/:study/assistant/messages': ['/assistant/messages'],
  '/api/studies/:study/suggestions': ['/suggestions?participant=P001&question=q1&wave=w1'],
  '/api/studies/:study/audit': ['/audit'],
  '/api/studies/:study/audit/verify': ['/audit/verify'],
  '/api/studies/:study/export/study.zip': ['/export/study.zip'],
  '/api/studies': ['/api/studies'],
  '/api/studies/:study': [''],
  '/api/studies/:study/me': ['/me'],
  '/api/studies/:study/passes': ['/passes'],
  '/api/studies/:study/passes/:pass/work': [`/passes/${pass}/work`],
  '/api/studies/:study/passes/:pass/agreement': [`/passes/${pass}/agreement`],
  '/api/studies/:study/passes/:pass/disagreements': [`/passes/${pass}/disagreements`],
  // Never ends; live.test.ts listens to it.
  '/api/studies/:study/live': [],
  '/api/studies/:study/grid': [
    '/grid',
    '/grid?filter=[{"field":"code","code":"VU01"}]',
    '/grid?filter=[{"field":"no code"}]',
  ],
  '/api/studies/:study/answers/:participant': [
    '/answers/P001',
    '/answers/before',
    '/answers/P001?filter=[{"field":"code","code":"VU01"}]',
    '/answers/P003?filter=[{"field":"no code"}]',
  ],
  '/api/studies/:study/codings': ['/codings', '/codings?code=VU01', `/codings?passId=${pass}`],
  '/api/studies/:study/codings/:coding': ['/codings/none'],
  '/api/studies/:study/codebook': ['/codebook'],
  '/api/studies/:study/codebook/diff': ['/codebook/diff?from=1&to=1'],
  '/api/studies/:study/review': ['/review'],
  '/api/studies/:study/memos': ['/memos', '/memos?kind=code&id=LH06'],
  '/api/studies/:study/themes': ['/themes'],
  '/api/studies/:study/search': [`/search?q=${MEMO}`, '/search?q=LH06', '/search?q=GPT'],
  // Whatever is scanned says nothing of codings; it is tried all the same.
  '/api/studies/:study/scan/appraisals': ['/scan/appraisals'],
  '/api/studies/:study/scan/appraisals/:record': ['/scan/appraisals/none'],
  '/api/studies/:study/scan/screening/next': ['/scan/screening/next'],
  '/api/studies/:study/scan/screening/standing': ['/scan/screening/standing'],
  '/api/studies/:study/scan/screening/records': ['/scan/screening/records'],
  '/api/studies/:study/scan/screening/records/:record': ['/scan/screening/records/none'],
  '/api/studies/:study/scan/records/:record/members': ['/scan/records/none/members'],
  '/api/studies/:study/scan/screening/agreement': ['/scan/screening/agreement'],
  '/api/studies/:study/scan/included': ['/scan/included'],
  '/api/studies/:study/scan/included/place': ['/scan/included/place?record=none'],
  '/api/studies/:study/scan/signals/:signal/records': ['/scan/signals/none/records'],
  '/api/studies/:study/scan/screening/conflicts': ['/scan/screening/conflicts'],
  '/api/studies/:study/scan/screening/progress': ['/scan/screening/progress'],
  '/api/studies/:study/scan/reasons': ['/scan/reasons'],
  '/api/studies/:study/scan/criteria': ['/scan/criteria'],
  '/api/studies/:study/scan/records': ['/scan/records'],
  '/api/studies/:study/scan/pairs': ['/scan/pairs'],
  '/api/studies/:study/scan/briefs/:record': ['/scan/briefs/none'],
  '/api/studies/:study/scan/digest': ['/scan/digest?from=2026-01-01&to=2026-02-01&format=html&language=ko'],
  '/api/studies/:study/scan/signals': ['/scan/signals'],
  '/api/studies/:study/scan/signals/suggestions': ['/scan/signals/suggestions'],
  '/api/studies/:study/scan/sources': ['/scan/sources'],
  '/api/studies/:study/scan/queries': ['/scan/queries'],
  '/api/studies/:study/scan/runs': ['/scan/runs'],
  '/api/studies/:study/analysis': ['/analysis'],
  '/api/studies/:study/evidence': ['/evidence?ref=code/q1/VU01', '/evidence?ref=answers/q1'],
  '/api/studies/:study/report/:language': ['/report/ko'],
  '/api/studies/:study/export/analysis.json': ['/export/analysis.json'],
};

async function everythingTold(who: Person): Promise<Map<string, Answered>> {
  const told = new Map<string, Answered>();
  for (const address of Object.values(addresses).flat()) told.set(address, await who.get(address));
  return told;
}

atEveryAddress('blindness', (address) => {
  beforeAll(async () => {
    planted.length = 0;
    server = await startTestServer([], undefined, address());
    const snapshot = studyOf({
      questions: { q1: 'experience' },
      people: [
        { times: 3, language: 'ko', answers: { q1: TEXT } },
        { id: 'before', language: 'ko', answers: { q1: TEXT }, coded: { 이준: { q1: 'LH06@4-7' } } },
      ],
      unused: ['VU01'],
      themes: { T1: { questions: ['q1'], codes: ['LH06'] } },
    });
    await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', '책임자', 'lead');
    kim = await person(server, 'small', '김지은', 'coder');
    lee = await person(server, 'small', '이서연', 'coder');
    await lead.post('/passes', {
      id: pass,
      kind: 'independent',
      label: '1차',
      codebookVersion: 1,
      assign: { coders: ['김지은', '이서연'], participants: 'all', shared: 1, seed: 1 },
    });
    await lead.post(`/passes/${pass}/open`);
    expect((await kim.post('/codings', coding('P001', 'LH06'))).status).toBe(200);
    // The screening of records is made ready when it is first asked for, which is no news of anybody's coding.
    await vi.waitFor(async () => {
      const { text } = await kim.get('/scan/screening/next');
      expect(text).not.toContain('preparing');
    }, 60_000);
  });
  afterAll(() => server.stop());

  describe('in an open independent pass', () => {
    it('every address that gives something is tried here', () => {
      const patterns = routes.filter(({ method }) => method === 'get').map(({ path }) => path);
      expect(patterns.filter((path) => addresses[path] === undefined)).toEqual([]);
    });

    it('what a coder does changes nothing that another coder is told', async () => {
      const before = await everythingTold(kim);
      const failed = [...before].filter(([, { status }]) => status >= 500).map(([address]) => address);
      expect(failed).toEqual([]);
      await leeWorks();
      const after = await everythingTold(kim);
      for (const [address, { status, text }] of before) {
        expect(after.get(address), address).toMatchObject({ status, text });
      }
    });

    it('nor does what the lead makes of it', async () => {
      const [, , third = '', changed = '', memo = ''] = planted;
      const example = { code: 'LH06', coding: changed };
      expect((await lead.post('/codebook/examples', example)).status).toBe(204);
      const theme = {
        id: 'T1',
        label: { ko: '주제' },
        questions: ['q1'],
        codes: ['LH06'],
        narrative: [{ text: { ko: CLAIM }, codings: [third] }],
        negativeCases: [],
      };
      const edit = { expected: 1, position: 0, theme };
      expect((await lead.put('/themes/T1', edit)).status).toBe(200);
      const told = [...(await everythingTold(kim)).values()].map(({ text }) => text).join('\n');
      for (const secret of [...planted, memo, MEMO, CLAIM]) expect(told).not.toContain(secret);
      // A coder before the pass coded one answer of the same study: that would tell as much.
      expect(told).not.toContain('before.q1.LH06.이준');
    });

    it('a guessed id tells no more than one that was never made', async () => {
      const never = newId();
      for (const id of planted) {
        const attempts = (coding_: string) => [
          kim.get(`/codings/${coding_}`),
          kim.post(`/codings/${coding_}/end`),
          kim.post('/codings', coding('P002', 'LH06', coding_)),
          kim.post('/codebook/examples', { code: 'VU01', coding: coding_ }),
          kim.put(`/memos/${newId()}`, { expected: 0, subject: { kind: 'coding', id: coding_ }, text: 'x' }),
        ];
        const told = async (id_: string) =>
          (await Promise.all(attempts(id_))).map(({ status, text }) => `${status} ${text}`);
        expect(await told(id)).toEqual(await told(never));
      }
    });

    it('the lead who does not code sees all of it', async () => {
      const told = [...(await everythingTold(lead)).values()].map(({ text }) => text).join('\n');
      for (const known of [planted[2] ?? '', planted[3] ?? '', MEMO, CLAIM]) expect(told).toContain(known);
    });

    it('everybody does once it is closed', async () => {
      await lead.post(`/passes/${pass}/close`);
      expect((await kim.get('/codings')).text).toContain(planted[2]);
    });
  });
});
