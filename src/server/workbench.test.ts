/** A team's work from the first pass to the export, over HTTP, as the browser does it. */
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Decision, DisagreementQueue, PassAgreement } from '../agree/decision-model.ts';
import { MeInStudy, PassWithProgress, Work, WorkingCoding } from '../code/model.ts';
import { sha256 } from '../kernel/hash.ts';
import { importSnapshot, loadSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, startTestServer } from './testing.ts';

const TEXTS = {
  P001: '환자가 GPT에게 약을 끊어도 되냐고 물었다',
  P002: '망상이 강화된 사례를 보았다',
  P003: '위기 때 109를 안내해야 한다',
} as const;
type Who = keyof typeof TEXTS;

atEveryAddress('the workbench', (address) => {
  let server: RunningServer;
  let studyId: string;
  let lead: Person;
  let kim: Person;
  let lee: Person;

  beforeAll(async () => {
    server = await startTestServer([], undefined, address());
    const snapshot = studyOf({
      questions: { q1: 'experience' },
      people: Object.values(TEXTS).map((text) => ({ language: 'ko', answers: { q1: text } })),
      unused: ['LH06', 'VU01', 'CR06'],
    });
    studyId = await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', '책임자', 'lead');
    kim = await person(server, 'small', '김지은', 'coder');
    lee = await person(server, 'small', '이준', 'coder');
  });
  afterAll(() => server.stop());

  function coding(passId: string, participant: Who, code: string, words: string | null) {
    const text = TEXTS[participant];
    const at = words === null ? 0 : text.indexOf(words);
    return {
      id: newId(),
      passId,
      participant,
      question: 'q1',
      wave: 'w1',
      code,
      polarity: 'negative',
      span: words === null ? null : { start: at, end: at + words.length, quote: words },
      textHash: sha256(text),
      codebookVersion: 1,
      origin: 'person',
      supersedes: null,
    };
  }

  async function give(who: Person, body: object): Promise<WorkingCoding> {
    const answer = await who.post('/codings', body);
    expect(answer).toMatchObject({ status: 200 });
    return WorkingCoding.parse(answer.body);
  }

  describe('a team codes', () => {
    const independent = newId();
    const consensus = newId();

    it('in a pass that the lead plans and opens', async () => {
      const planned = await lead.post('/passes', {
        id: independent,
        kind: 'independent',
        label: '1차 독립 코딩',
        codebookVersion: 1,
        assign: { coders: ['김지은', '이준'], participants: 'all', shared: 1, seed: 7 },
      });
      expect(PassWithProgress.parse(planned.body).progress).toEqual([
        { coder: '김지은', participants: 3, answers: 3, done: 0 },
        { coder: '이준', participants: 3, answers: 3, done: 0 },
      ]);
      expect((await kim.post('/codings', coding(independent, 'P001', 'LH06', null))).body).toMatchObject({
        code: 'pass not open',
      });
      expect((await lead.post(`/passes/${independent}/open`)).status).toBe(200);
      const me = MeInStudy.parse((await kim.get('/me')).body);
      expect(me).toEqual({ role: 'coder', coder: '김지은', sight: 'own codings', passes: [independent] });
      const work = Work.parse((await kim.get(`/passes/${independent}/work`)).body);
      expect(work.answers.map(([participant]) => participant).toSorted()).toEqual(['P001', 'P002', 'P003']);
    });

    it('blind to each other, each coding kept once however often it is sent', async () => {
      const first = coding(independent, 'P001', 'LH06', '약을 끊어도');
      await give(kim, first);
      expect(await give(kim, first)).toMatchObject({ id: first.id, coder: '김지은' });
      await give(lee, coding(independent, 'P001', 'LH06', '약을 끊어도 되냐고'));
      await give(lee, coding(independent, 'P001', 'VU01', null));
      await give(kim, coding(independent, 'P002', 'LH06', '망상이 강화'));
      await give(lee, coding(independent, 'P002', 'LH06', '망상이 강화'));
      await kim.post(`/passes/${independent}/finished`, {
        participant: 'P003',
        question: 'q1',
        wave: 'w1',
        finished: true,
      });
      await give(lee, coding(independent, 'P003', 'CR06', '위기'));
      expect((await kim.get('/codings')).body).toMatchObject({ total: 2 });
      const progress = PassWithProgress.array().parse((await lead.get('/passes')).body);
      expect(progress[0]?.progress.map(({ done }) => done)).toEqual([3, 3]);
    });

    it('while the lead alone sees how far they agree', async () => {
      expect((await kim.get(`/passes/${independent}/agreement`)).status).toBe(403);
      const { agreement } = PassAgreement.parse((await lead.get(`/passes/${independent}/agreement`)).body);
      if (agreement.state !== 'measured') throw new Error('expected agreement to be measured');
      expect(agreement.coders).toEqual(['김지은', '이준']);
      const percent = Object.fromEntries(
        agreement.codes
          .filter(({ question }) => question === null)
          .map(({ code, percent }) => [code, percent.state === 'shown' ? percent.estimate : null]),
      );
      expect(percent).toEqual({ LH06: 1, VU01: 2 / 3, CR06: 2 / 3 });
    });

    it('and settles what they disagree on when the pass is closed', async () => {
      expect((await lead.post(`/passes/${independent}/close`)).status).toBe(200);
      expect((await kim.post('/codings', coding(independent, 'P003', 'CR06', '위기'))).body).toMatchObject({
        code: 'pass closed',
      });
      await lead.post('/passes', {
        id: consensus,
        kind: 'consensus',
        label: '합의',
        codebookVersion: 1,
        source: independent,
      });
      await lead.post(`/passes/${consensus}/open`);
      const queue = DisagreementQueue.parse((await lead.get(`/passes/${consensus}/disagreements`)).body);
      expect(queue).toMatchObject({ total: 2, open: 2, decided: 0, agreed: 2 });
      expect(queue.items[0]).toMatchObject({
        participant: 'P001',
        code: 'VU01',
        gave: [{ coder: '이준' }],
        gaveNot: ['김지은'],
        decision: null,
      });
      const decide = (participant: Who, code: string, outcome: string) =>
        lead.post(`/passes/${consensus}/decisions`, {
          id: newId(),
          participant,
          question: 'q1',
          wave: 'w1',
          code,
          outcome,
          reason: '본문에 근거가 있음',
          expected: null,
        });
      Decision.parse((await decide('P001', 'VU01', 'drop')).body);
      const kept = Decision.parse((await decide('P003', 'CR06', 'keep')).body);
      expect(kept.codings).toHaveLength(1);
      expect((await decide('P003', 'CR06', 'drop')).body).toMatchObject({
        code: 'decision changed',
        current: { id: kept.id },
      });
      expect((await lead.post(`/passes/${consensus}/decisions/agreed`)).body).toEqual({ settled: 1 });
    });

    it('into a layer of its own that an export holds beside the independent codings', async () => {
      const { codings } = await loadSnapshot(server.store, studyId);
      const layer = (pass: string) =>
        codings
          .filter((one) => one.pass === pass)
          .map((one) => `${one.participant} ${one.code} ${one.span?.quote ?? ''}`)
          .toSorted();
      expect(layer('consensus')).toEqual([
        'P001 LH06 약을 끊어도 되냐고',
        'P002 LH06 망상이 강화',
        'P003 CR06 위기',
      ]);
      expect(layer('independent')).toHaveLength(6);
    });
  });
});
