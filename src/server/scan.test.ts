import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { noScanSettings } from '../access/scan-settings.ts';
import { noSettings } from '../access/settings.ts';
import { MemberInFull, PairPage, Parted, QueryState, RecordPage, Run, SourceOffered } from '../scan/model.ts';
import { europepmcPage } from '../scan/testing/europepmc-pages.ts';
import { type SourceServer, startSourceServer } from '../scan/testing/source-server.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { smallStudy } from '../store/testing/small-study.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, startTestServer } from './testing.ts';

const KEY = 'a-key-that-nobody-may-see';
let source: SourceServer;
let server: RunningServer;
let lead: Person;
let reader: Person;
let study: string;

beforeAll(async () => {
  source = await startSourceServer();
  const scan = { ...noScanSettings, keys: { openalex: KEY }, addresses: { europepmc: source.address } };
  server = await startTestServer([], { ...noSettings, scan });
});
afterAll(async () => {
  await server.stop();
  await source.close();
});
beforeEach(async () => {
  study = `study-${newId()}`;
  await importSnapshot(server.store, smallStudy(study), '2026-03-01T00:00:00.000Z');
  lead = await person(server, study, `lead ${study}`, 'lead');
  reader = await person(server, study, `reader ${study}`, 'reader');
});

const saved = (switchedOn: boolean) => ({
  label: 'Chatbots',
  ask: { source: 'europepmc', settings: { search: 'chatbot' } },
  switchedOn,
  every: 'by hand',
});
const paper = (title: string, doi: string) =>
  `TY  - JOUR\nTI  - ${title}\nAU  - Kim, Minji\nPY  - 2026\nJO  - Journal of Invented Results\nDO  - ${doi}\nER  - \n\n`;
const LETTERS = 'Discharge letters drafted by a language model';

async function upload(name: string, text: string): Promise<Run> {
  const response = await fetch(
    `${server.url}/api/studies/${study}/scan/files?name=${encodeURIComponent(name)}`,
    {
      method: 'POST',
      headers: { cookie: lead.cookie },
      body: text,
    },
  );
  return Run.parse(await response.json());
}

/** The runs, when all have ended. */
async function ended(): Promise<Run[]> {
  for (;;) {
    const runs = z.array(Run).parse((await lead.get('/scan/runs')).body);
    if (runs.every(({ state }) => state !== 'running')) return runs;
  }
}
const records = async (query = '') => RecordPage.parse((await lead.get(`/scan/records?${query}`)).body);
const pairs = async (state = 'open') => PairPage.parse((await lead.get(`/scan/pairs?state=${state}`)).body);

describe('sources and saved queries', () => {
  it('say whether a key is configured, and never the key', async () => {
    const { body, text } = await lead.get('/scan/sources');
    const offered = z.array(SourceOffered).parse(body);
    expect(offered.find(({ source }) => source === 'europepmc')).toMatchObject({ key: 'none' });
    expect(text).not.toContain(KEY);
  });

  it('ask nothing of anybody while they are switched off', async () => {
    const id = newId();
    source.answer(() => ({ body: europepmcPage([{ id: '1001' }], undefined) }));
    expect((await lead.put(`/scan/queries/${id}`, saved(false))).status).toBe(200);
    const refused = await lead.post(`/scan/queries/${id}/run`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'query switched off' } });
    expect(source.asked).toEqual([]);
  });

  it('run when they are on, and say how far they have come', async () => {
    const id = newId();
    source.answer(() => ({ body: europepmcPage([{ id: '1001' }, { id: '1002' }], undefined) }));
    await lead.put(`/scan/queries/${id}`, saved(true));
    expect(Run.parse((await lead.post(`/scan/queries/${id}/run`)).body).state).toBe('running');
    expect(await ended()).toMatchObject([{ query: id, state: 'finished', received: 2, fresh: 2 }]);
    const [query] = z.array(QueryState).parse((await lead.get('/scan/queries')).body);
    expect(query).toMatchObject({ id, lastRun: { state: 'finished' } });
    expect(query?.completeUntil).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('are stopped and gone on with', async () => {
    const id = newId();
    await lead.put(`/scan/queries/${id}`, saved(true));
    source.answer(() => ({ status: 503, headers: { 'retry-after': '100' }, body: '' }));
    const run = Run.parse((await lead.post(`/scan/queries/${id}/run`)).body);
    const again = await lead.post(`/scan/queries/${id}/run`);
    expect(again).toMatchObject({ status: 409, body: { code: 'already running' } });
    const stopped = Run.parse((await lead.post(`/scan/runs/${run.id}/stop`)).body);
    expect(stopped).toMatchObject({ state: 'stopped', resumable: true });
    source.answer(() => ({ body: europepmcPage([{ id: '1001' }], undefined) }));
    await lead.post(`/scan/runs/${run.id}/resume`);
    expect(await ended()).toMatchObject([{ id: run.id, state: 'finished', received: 1 }]);
  });

  it('ask nothing more once they are switched off', async () => {
    const id = newId();
    await lead.put(`/scan/queries/${id}`, saved(true));
    source.answer(() => ({ status: 503, headers: { 'retry-after': '100' }, body: '' }));
    await lead.post(`/scan/queries/${id}/run`);
    const { body } = await lead.put(`/scan/queries/${id}`, saved(false));
    expect(QueryState.parse(body)).toMatchObject({
      query: { switchedOn: false },
      lastRun: { state: 'stopped' },
    });
  });

  it('are not for readers', async () => {
    expect((await reader.get('/scan/queries')).status).toBe(403);
    expect((await reader.get('/scan/records')).status).toBe(200);
  });
});

describe('a file that is uploaded', () => {
  it('becomes records; the same once more brings nothing new, whatever it is called', async () => {
    const file = paper(LETTERS, '10.5555/1') + paper('Copper surfaces and infection', '10.5555/2');
    expect(await upload('내 논문.ris', file)).toMatchObject({ state: 'running', fileName: '내 논문.ris' });
    await ended();
    await upload('again.ris', file);
    expect(await ended()).toMatchObject([
      { received: 2, fresh: 0 },
      { received: 2, fresh: 2 },
    ]);
    expect((await records()).total).toBe(2);
    expect((await records('q=COPPER infection')).records).toMatchObject([
      { document: { title: 'Copper surfaces and infection' }, members: [{ source: 'file', by: 'rules' }] },
    ]);
    expect((await records('q=copper letters')).total).toBe(0);
  });

  it('says what is wrong with it', async () => {
    await upload('letter.txt', 'Dear colleague');
    const [run] = await ended();
    expect(run).toMatchObject({ state: 'finished', received: 0, problems: [{ code: 'no records' }] });
  });

  it('needs a name and something in it', async () => {
    expect((await lead.post('/scan/files')).status).toBe(400);
    expect((await lead.post('/scan/files?name=empty.ris')).body).toMatchObject({ code: 'file missing' });
  });
});

describe('one document from several sources', () => {
  beforeEach(async () => {
    await upload('first.ris', paper(LETTERS, '10.5555/1'));
    await ended();
    await upload('second.ris', paper(LETTERS.toUpperCase(), 'https://doi.org/10.5555/1'));
    await ended();
  });

  it('is one record', async () => {
    const { total, records: found } = await records();
    expect(total).toBe(1);
    expect(found[0]?.members).toHaveLength(2);
  });

  it('tells what each source says by itself', async () => {
    const [found] = (await records()).records;
    const path = `/scan/records/${found?.document.id}/members`;
    const members = z.array(MemberInFull).parse((await lead.get(path)).body);
    expect(members.map(({ id }) => id)).toEqual(found?.members.map(({ id }) => id));
    expect(members.map(({ document }) => document.title)).toEqual([LETTERS, LETTERS.toUpperCase()]);
    expect((await reader.get(path)).status).toBe(403);
    expect((await lead.get(`/scan/records/${newId()}/members`)).body).toMatchObject({
      code: 'record unknown',
    });
  });

  it('is parted again by a person, and joined again by taking that back', async () => {
    const [found] = (await records()).records;
    const { id: record } = found?.document ?? { id: '' };
    const member = found?.members[1]?.id;
    const all = found?.members.map(({ id }) => id);
    expect((await lead.post(`/scan/records/${record}/separate`, { members: all })).status).toBe(400);
    const { status, body } = await lead.post(`/scan/records/${record}/separate`, { members: [member] });
    expect(status).toBe(200);
    const parted = Parted.parse(body);
    expect((await records()).records.map(({ document }) => document.id).sort()).toEqual([
      record,
      parted.record,
    ]);
    const [pair] = (await pairs('decided')).pairs;
    expect(pair).toMatchObject({ id: parted.pair, state: 'different', decidedBy: lead.account });
    await lead.post(`/scan/pairs/${pair?.id}/undo`);
    expect((await pairs()).total).toBe(1);
    await lead.put(`/scan/pairs/${pair?.id}`, { state: 'same' });
    expect(await records()).toMatchObject({ total: 1, records: [{ document: { id: record } }] });
  });
});

describe('a doubtful pair', () => {
  beforeEach(async () => {
    await upload('first.ris', paper(LETTERS, '10.5555/1') + paper(LETTERS, '10.5555/9'));
    await ended();
  });

  it('waits for a person, side by side', async () => {
    const { total, pairs: open } = await pairs();
    expect(total).toBe(1);
    expect([open[0]?.left.document.doi, open[0]?.right.document.doi].sort()).toEqual([
      '10.5555/1',
      '10.5555/9',
    ]);
  });

  it('is joined into the older record, and goes back where that is undone', async () => {
    const before = (await records()).records.map(({ document }) => document.id).sort();
    const [pair] = (await pairs()).pairs;
    const decide = (state: string) => lead.put(`/scan/pairs/${pair?.id}`, { state });
    expect((await decide('same')).status).toBe(204);
    expect((await decide('same')).status).toBe(204);
    expect((await decide('different')).body).toMatchObject({ code: 'pair decided' });
    const after = await records();
    expect(after.records.map(({ document }) => document.id)).toEqual([before[0]]);
    expect((await pairs()).total).toBe(0);
    await lead.post(`/scan/pairs/${pair?.id}/undo`);
    expect((await records()).records.map(({ document }) => document.id).sort()).toEqual(before);
    expect((await pairs()).total).toBe(1);
  });

  it('that is two documents is asked no more', async () => {
    const [pair] = (await pairs()).pairs;
    await lead.put(`/scan/pairs/${pair?.id}`, { state: 'different' });
    expect((await pairs()).total).toBe(0);
    expect((await records()).total).toBe(2);
  });
});

describe('what a person does to records', () => {
  it('stands in the audit trail without their words', async () => {
    await upload('private name.ris', paper(LETTERS, '10.5555/1'));
    await ended();
    const { text } = await lead.get('/audit?format=json');
    expect(text).toContain('scan file begun');
    expect(text).toContain('scan run finished');
    expect(text).not.toContain('private name');
    expect((await lead.get('/audit/verify')).body).toMatchObject({ whole: true });
  });
});
