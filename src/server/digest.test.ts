import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noSettings } from '../access/settings.ts';
import { digestCommand } from '../cli/digest.ts';
import { say } from '../cli/testing.ts';
import { livingRecords } from '../scan/documents/store.ts';
import { imaginaryAppraisal } from '../scan/testing/appraisals.ts';
import { keepImaginary } from '../scan/testing/records.ts';
import { findStudy } from '../store/snapshots.ts';
import type { RunningServer } from './start.ts';
import { type Person, person, SAMPLE_STUDY, startTestServer } from './testing.ts';

const STUDY = 'genai-psychiatry';
const folder = mkdtempSync(join(tmpdir(), 'firsthand-digest-'));
const database = join(folder, 'study.sqlite');
let server: RunningServer;
let coder: Person;
let reader: Person;
let record: string;

beforeAll(async () => {
  server = await startTestServer([SAMPLE_STUDY], noSettings, { kind: 'sqlite', file: database });
  const studyId = (await findStudy(server.store, STUDY)) ?? '';
  await keepImaginary(server.store, studyId, [
    { title: 'Wards & <chatbots>', abstract: 'We asked. Half had met one.', doi: '10.5555/w' },
  ]);
  [record = ''] = await livingRecords(server.store, studyId);
  coder = await person(server, STUDY, 'digest-coder', 'coder');
  reader = await person(server, STUDY, 'digest-reader', 'reader');
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const today = new Date().toISOString().slice(0, 10);
const content = imaginaryAppraisal({ levels: { field: 2, change: 1, weight: 1 } });

describe('briefs and digests', () => {
  it('are of appraised records', async () => {
    expect(await reader.get(`/scan/briefs/${record}`)).toMatchObject({
      status: 404,
      body: { code: 'not appraised' },
    });
    expect((await reader.put(`/scan/appraisals/${record}`, { expected: 0, content })).status).toBe(403);
    expect((await coder.put(`/scan/appraisals/${record}`, { expected: 0, content })).status).toBe(200);
    expect(await reader.get(`/scan/briefs/${record}?language=en`)).toMatchObject({
      status: 200,
      body: { title: 'Wards & <chatbots>', score: 44.4 },
    });
  });

  it.each([
    ['html', 'Wards &amp; &lt;chatbots&gt;'],
    ['md', 'Wards \\& \\<chatbots\\>'],
    ['rss', '<title>Wards &amp; &lt;chatbots&gt;</title>'],
    ['json', '"title":"Wards & <chatbots>"'],
  ])('are given to readers as %s', async (format, words) => {
    const { status, text } = await reader.get(
      `/scan/digest?from=${today}&to=${today}&format=${format}&language=en`,
    );
    expect(status).toBe(200);
    expect(text).toContain(words);
  });

  it('are refused for a span that ends before it begins', async () => {
    expect((await reader.get('/scan/digest?from=2026-03-02&to=2026-03-01')).status).toBe(400);
  });

  it('are written by the command, over no file', async () => {
    const out = join(folder, 'digest.html');
    const given = ['digest', '--database', database, '--study', STUDY, '--from', today, '--to', today];
    const { code, err } = await say([digestCommand], [...given, '--format', 'html', '--out', out]);
    expect({ code, err }).toEqual({ code: 0, err: `1 briefs written to ${out}\n` });
    expect(readFileSync(out, 'utf8')).toContain('Wards &amp; &lt;chatbots&gt;');
    expect((await say([digestCommand], [...given, '--format', 'rss', '--out', out])).code).toBe(2);
    expect((await say([digestCommand], [...given, '--out', `${out}2`])).err).toContain('expected --study');
  });
});
