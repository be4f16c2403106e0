import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ScreeningAgreement } from '../scan/screening/agreement-model.ts';
import { NextRecord, RecordList, Screening, ScreeningProgress } from '../scan/screening/model.ts';
import { chatbotsAmongOthers, keepImaginary } from '../scan/testing/records.ts';
import { findStudy } from '../store/snapshots.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, startTestServer } from './testing.ts';

const STUDY = 'genai-psychiatry';
let server: RunningServer;
let lead: Person;
let coder: Person;
let reader: Person;

beforeAll(async () => {
  server = await startTestServer();
  const studyId = (await findStudy(server.store, STUDY)) ?? '';
  await keepImaginary(server.store, studyId, chatbotsAmongOthers(24, 4));
  lead = await person(server, STUDY, 'screening-lead', 'lead');
  coder = await person(server, STUDY, 'screening-coder', 'coder');
  reader = await person(server, STUDY, 'screening-reader', 'reader');
});
afterAll(() => server.stop());

const decisionOn = (record: string, given: object = {}) => ({
  id: newId(),
  record,
  decision: 'include',
  reason: null,
  note: '',
  drawn: 'random',
  supersedes: null,
  ...given,
});

describe('screening over HTTP', () => {
  it('gives records one after the other until all are read, each decision acknowledged', async () => {
    const given = new Set<string>();
    for (;;) {
      const { document, drawn } = NextRecord.parse((await coder.get('/scan/screening/next')).body);
      if (document === null) break;
      given.add(document.id);
      const decision = document.title?.includes('chatbot') ? 'include' : 'exclude';
      const { status, body } = await coder.post(
        '/scan/screening/decisions',
        decisionOn(document.id, { decision, drawn }),
      );
      expect(status).toBe(200);
      expect(Screening.parse(body)).toMatchObject({ record: document.id, decision });
    }
    expect(given.size).toBe(24);
    const { body } = await coder.get('/scan/screening/progress');
    expect(ScreeningProgress.parse(body)).toMatchObject({
      outcomes: { 'read by one': 24 },
      screeners: [{ read: 24 }],
    });
  });

  it('gives the next one but those on their way', async () => {
    const first = NextRecord.parse((await lead.get('/scan/screening/next')).body).document?.id ?? '';
    const other = NextRecord.parse((await lead.get(`/scan/screening/next?except=${first}`)).body).document
      ?.id;
    expect(other).not.toBe(first);
  });

  it('makes of a difference a conflict for both to see', async () => {
    const list = RecordList.parse((await lead.get('/scan/screening/records?count=500')).body);
    expect(list.total).toBe(24);
    const [{ id } = { id: '' }] = list.records;
    const before = (await lead.get(`/scan/screening/records/${id}`)).body;
    expect(before).toMatchObject({ screening: { others: null, outcome: 'read by one' } });
    await lead.post('/scan/screening/decisions', decisionOn(id, { decision: 'unsure' }));
    expect((await coder.get('/scan/screening/conflicts')).body).toMatchObject([
      { document: { id }, screening: { others: [{ decision: 'unsure' }] } },
    ]);
  });

  it('tells the lead alone how far two agree, and no estimate of one record', async () => {
    expect((await coder.get('/scan/screening/agreement')).status).toBe(403);
    const { body } = await lead.get('/scan/screening/agreement');
    expect(ScreeningAgreement.parse(body)).toMatchObject({
      overall: { records: 1, coefficients: null },
      pairs: [{ screeners: expect.arrayContaining(['screening-lead', 'screening-coder']), records: 1 }],
    });
  });

  it('keeps the list of reasons to the lead, and tells who was slower', async () => {
    const items = [{ id: 'animals', label: { ko: '동물 연구', en: 'Animals' } }];
    expect((await coder.put('/scan/reasons', { expected: 0, items })).status).toBe(403);
    expect((await lead.put('/scan/reasons', { expected: 0, items })).body).toEqual({ version: 1 });
    const { status, body } = await lead.put('/scan/reasons', {
      expected: 0,
      items: [...items, ...items.map((one) => ({ ...one, id: 'plants' }))],
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'list changed', current: { version: 1, items } });
  });

  it('does not let a reason go that stands in a decision', async () => {
    const [first] = RecordList.parse(
      (await lead.get('/scan/screening/records?count=500')).body,
    ).records.filter(({ mine }) => mine === null);
    const animals = decisionOn(first?.id ?? '', { decision: 'exclude', reason: 'animals' });
    expect((await lead.post('/scan/screening/decisions', animals)).status).toBe(200);
    const items = [{ id: 'plants', label: { ko: '식물 연구' } }];
    const refused = await lead.put('/scan/reasons', { expected: 1, items });
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({
      code: 'reason in use',
      message: { ko: expect.stringContaining('동물 연구') },
    });
    const otherwise = { decision: 'exclude', supersedes: animals.id };
    await lead.post('/scan/screening/decisions', decisionOn(animals.record, otherwise));
    expect((await lead.put('/scan/reasons', { expected: 1, items })).body).toEqual({ version: 2 });
  });

  it('is no matter of readers', async () => {
    expect((await reader.get('/scan/screening/next')).status).toBe(403);
  });
});
