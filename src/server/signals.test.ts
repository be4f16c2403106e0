import { v7 as newId } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RecordPage } from '../scan/model.ts';
import { keepImaginary } from '../scan/testing/records.ts';
import { findStudy } from '../store/snapshots.ts';
import type { RunningServer } from './start.ts';
import { person, startTestServer } from './testing.ts';

const STUDY = 'genai-psychiatry';
let server: RunningServer;
beforeAll(async () => {
  server = await startTestServer();
  const studyId = (await findStudy(server.store, STUDY)) ?? '';
  await keepImaginary(server.store, studyId, [{ title: 'A chatbot at intake', doi: '10.5555/1' }]);
});
afterAll(() => server.stop());

it('shows readers on which documents a signal rests, though nobody appraised them', async () => {
  const coder = await person(server, STUDY, 'signals-coder', 'coder');
  const reader = await person(server, STUDY, 'signals-reader', 'reader');
  const [found] = RecordPage.parse((await coder.get('/scan/records')).body).records;
  const signal = newId();
  await coder.put(`/scan/signals/${signal}`, {
    expected: 0,
    signal: {
      kind: 'weak signal',
      label: { en: 'Intake' },
      statement: { en: 'Chatbots will ask first.' },
      records: [found?.document.id],
    },
  });
  expect((await reader.get(`/scan/signals/${signal}/records`)).body).toEqual([
    {
      id: found?.document.id,
      title: 'A chatbot at intake',
      sources: [{ source: 'file', database: null }],
      address: 'https://doi.org/10.5555/1',
    },
  ]);
  expect((await reader.get(`/scan/signals/${newId()}/records`)).body).toMatchObject({
    code: 'signal unknown',
  });
});
