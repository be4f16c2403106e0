/** The language model as an extra coder: beside people, in no export and no agreement, and silent where they judge alone. */

import { unzipSync } from 'fflate';
import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { noSettings } from '../access/settings.ts';
import { PassAgreement } from '../agree/decision-model.ts';
import { AssistantReply } from '../code/suggestion-model.ts';
import { sha256 } from '../kernel/hash.ts';
import { importSnapshot, loadSnapshot } from '../store/snapshots.ts';
import { atEveryAddress } from '../store/testing/stores.ts';
import { studyOf } from '../study/testing.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, startTestServer } from './testing.ts';
import { type PlayedModel, playModel, proposes } from './testing-model.ts';

const TEXT = '환자가 GPT에게 약을 끊어도 되냐고 물었다. 약을 계속 먹자고 했다 👩‍⚕️';

let model: PlayedModel;
beforeAll(async () => {
  model = await playModel();
});
afterAll(() => model.stop());

atEveryAddress('the language model as an extra coder', (address) => {
  const pass = newId();
  let server: RunningServer;
  let studyId: string;
  let lead: Person;
  let kim: Person;
  let lee: Person;

  beforeAll(async () => {
    const assistant = { url: model.url, model: 'local-model', key: null, seconds: 60 };
    server = await startTestServer([], { ...noSettings, assistant }, address());
    const snapshot = studyOf({
      questions: { q1: 'experience' },
      people: [{ times: 2, language: 'ko', answers: { q1: TEXT } }],
      unused: ['LH06', 'VU01'],
    });
    studyId = await importSnapshot(server.store, snapshot, '2026-01-01T00:00:00.000Z');
    lead = await person(server, 'small', '책임자', 'lead');
    kim = await person(server, 'small', '김지은', 'coder');
    lee = await person(server, 'small', '이준', 'coder');
    await lead.put('/settings', { suggestions: true, assistant: true });
    model.plays(proposes(['LH06', '약을 끊어도']));
    await reply();
  });
  afterAll(() => server.stop());
  beforeEach(() => model.plays(proposes()));

  const place = (participant: string) => ({ participant, question: 'q1', wave: 'w1' });
  const ask = (participant = 'P001', who = kim) => who.post('/assistant', place(participant));
  const kept = (participant = 'P001', who = kim) =>
    who.get(`/assistant?participant=${participant}&question=q1&wave=w1`);

  async function reply(): Promise<AssistantReply> {
    const { status, body } = await ask();
    expect({ status, body }).toMatchObject({ status: 200 });
    return AssistantReply.parse(body);
  }

  const TAKEN = { start: 10, end: 16, quote: '약을 끊어도' };
  const coding = (passId: string, more: object = {}) => ({
    ...place('P001'),
    id: newId(),
    passId,
    code: 'LH06',
    polarity: null,
    span: TAKEN,
    textHash: sha256(TEXT),
    codebookVersion: 1,
    origin: 'assisted',
    supersedes: null,
    ...more,
  });
  const assign = { coders: ['김지은', '이준'], participants: ['P001'], shared: 1, seed: 1 };

  it('has codings that are no part of the study until a person takes them', async () => {
    expect((await loadSnapshot(server.store, studyId)).codings).toEqual([]);
    const zip = await fetch(`${server.url}/api/studies/small/export/study.zip`, {
      headers: { cookie: lead.cookie },
    });
    const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    const text = Object.values(files)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join('\n');
    expect(text).toContain('작은 연구');
    for (const absent of ['local-model', 'assisted', ...(await suggestedIds())])
      expect(text).not.toContain(absent);
  });

  it('is taken at its word only for what it suggested', async () => {
    const calibration = { id: pass, kind: 'calibration', label: '연습', codebookVersion: 1, assign };
    expect((await lead.post('/passes', calibration)).status).toBe(200);
    expect((await lead.post(`/passes/${pass}/open`)).status).toBe(200);
    const refused = { status: 400, body: { code: 'not suggested' } };
    expect(await kim.post('/codings', coding(pass, { code: 'VU01' }))).toMatchObject(refused);
    const elsewhere = { span: { start: 0, end: 3, quote: '환자가' } };
    expect(await kim.post('/codings', coding(pass, elsewhere))).toMatchObject(refused);
    expect(await kim.post('/codings', coding(pass))).toMatchObject({
      status: 200,
      body: { origin: 'assisted', coder: '김지은', pass: 'calibration' },
    });
  });

  it('is no coder: who took its suggestion is, and agreement is among persons', async () => {
    const { codings, study } = await loadSnapshot(server.store, studyId);
    expect(codings.map(({ coder, origin }) => [coder, origin])).toEqual([['김지은', 'assisted']]);
    expect(study.coders.map(({ id }) => id).toSorted()).toEqual(['김지은', '이준', '책임자'].toSorted());
    const finished = { ...place('P001'), finished: true };
    expect((await lee.post(`/passes/${pass}/finished`, finished)).status).toBe(204);
    const before = await lead.get(`/passes/${pass}/agreement`);
    model.plays(proposes(['VU01', 'GPT'], ['LH06', '약을', 2]));
    await reply();
    const after = await lead.get(`/passes/${pass}/agreement`);
    expect(after.text).toBe(before.text);
    expect(PassAgreement.safeParse(after.body).success).toBe(true);
    expect(after.text).not.toContain('local-model');
    await lead.post(`/passes/${pass}/close`);
  });

  it('rests in an independent pass, and so do codings that come of suggestions', async () => {
    const independent = newId();
    const planned = { id: independent, kind: 'independent', label: '1차', codebookVersion: 1 };
    expect((await lead.post('/passes', { ...planned, assign })).status).toBe(200);
    expect((await lead.post(`/passes/${independent}/open`)).status).toBe(200);
    const rests = { status: 409, body: { code: 'independent pass' } };
    for (const who of [kim, lead]) {
      expect(await ask('P001', who)).toMatchObject(rests);
      expect(await kept('P001', who)).toMatchObject(rests);
    }
    expect(model.asked).toEqual([]);
    for (const origin of ['assisted', 'suggested']) {
      const refused = { status: 409, body: { code: 'help is off' } };
      expect(await kim.post('/codings', coding(independent, { origin }))).toMatchObject(refused);
    }
    expect((await kim.post('/codings', coding(independent, { origin: 'person' }))).status).toBe(200);
    await lead.post(`/passes/${independent}/close`);
    expect((await kept()).status).toBe(200);
  });

  it('tells nothing that came while an independent pass was being opened', async () => {
    const independent = newId();
    const planned = { id: independent, kind: 'independent', label: '2차', codebookVersion: 1 };
    const others = { ...assign, coders: ['김지은', '책임자'], participants: ['P002'] };
    expect((await lead.post('/passes', { ...planned, assign: others })).status).toBe(200);
    model.plays(async (response) => {
      await lead.post(`/passes/${independent}/open`);
      proposes(['LH06', 'GPT'])(response);
    });
    expect(await ask()).toMatchObject({ status: 409, body: { code: 'independent pass' } });
    // The lead codes in it too.
    expect(await lead.get('/assistant/messages')).toMatchObject({ status: 403, body: { code: 'blind now' } });
    await lead.post(`/passes/${independent}/close`);
  });

  it('leaves out codes that were retired since', async () => {
    model.plays(proposes(['LH06', 'GPT'], ['VU01', '약을']));
    await reply();
    const codes = ['LH06', 'VU01'].map((id) => ({
      id,
      label: { en: id },
      definition: { en: id },
      origin: 'prior',
      ...(id === 'LH06' ? { retired: true } : {}),
    }));
    expect((await lead.post('/codebook', { basedOn: 1, codes, changes: [], note: '' })).status).toBe(200);
    expect(AssistantReply.parse((await kept()).body).codings.map(({ code }) => code)).toEqual(['VU01']);
    model.plays(proposes(['LH06', 'GPT']));
    expect(await reply()).toMatchObject({ codings: [], discarded: 1 });
  });

  async function suggestedIds(): Promise<string[]> {
    const rows = await server.store.selectFrom('assisted_codings').select('coding').execute();
    expect(rows.length).toBeGreaterThan(0);
    return rows.map(({ coding: id }) => id);
  }
});
