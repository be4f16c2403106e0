import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveAppraisal } from '../scan/appraisal/appraisals.ts';
import { livingRecords } from '../scan/documents/store.ts';
import { readRecords } from '../scan/files/read-records.ts';
import type { ExternalRecord } from '../scan/records/model.ts';
import { imaginaryAppraisal } from '../scan/testing/appraisals.ts';
import { europepmcPage } from '../scan/testing/europepmc-pages.ts';
import { type SourceServer, startSourceServer } from '../scan/testing/source-server.ts';
import { closeStore, openStore } from '../store/database.ts';
import { findStudy, importSnapshot } from '../store/snapshots.ts';
import { smallStudy } from '../store/testing/small-study.ts';
import { scanCommand } from './scan.ts';
import { say } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-scan-folder-'));
const database = join(folder, 'studies.sqlite');
const references = join(folder, 'library.ris');
const found = join(folder, 'found');
let server: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
  server.answer(() => ({
    body: europepmcPage([{ id: '1001', title: 'Night watches with a machine', doi: '10.5555/1' }], undefined),
  }));
  const store = await openStore({ kind: 'sqlite', file: database });
  await importSnapshot(store, smallStudy('small'), '2026-03-01T00:00:00.000Z');
  await closeStore(store);
  const entry = (title: string, doi: string) =>
    `TY  - JOUR\nTI  - ${title}\nAU  - Kim, Minji\nPY  - 2026\nDO  - ${doi}\nSN  - 2049-3630\nER  - \n\n`;
  writeFileSync(
    references,
    entry('Night watches with a machine', '10.5555/1') + entry('=Copper and infection', '10.5555/2'),
  );
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const content = imaginaryAppraisal({ levels: { field: 2 } });
const search = ['--source', 'europepmc', '--query', 'night watch'];
const scan = (...given: string[]) =>
  say([scanCommand], ['scan', ...given, '--address', `europepmc=${server.address}`]);
const scanStudy = (...given: string[]) => scan('--study', 'small', '--database', database, ...given);
const read = (name: string) => readFileSync(join(found, name), 'utf8');

async function recordsIn(path: string): Promise<ExternalRecord[]> {
  const records: ExternalRecord[] = [];
  for await (const record of readRecords(path, 'en', () => {})) records.push(record);
  return records;
}

describe('firsthand scan --out', () => {
  it('writes each document once with what all its sources say, and how it was searched for', async () => {
    expect((await scanStudy(references, ...search, '--out', found)).code).toBe(0);
    expect(readdirSync(found).sort()).toEqual(['.firsthand', 'records.csv', 'records.ris', 'runs.json']);
    const joined = expect.objectContaining({
      title: 'Night watches with a machine',
      doi: '10.5555/1',
      pmid: '1001',
      issns: ['2049-3630', '1234-5679'],
    });
    for (const name of ['records.ris', 'records.csv']) {
      const records = await recordsIn(join(found, name));
      expect(records).toHaveLength(2);
      expect(records).toContainEqual(joined);
    }
    expect(read('records.csv')).toContain("'=Copper");
    const { queries, runs } = JSON.parse(read('runs.json'));
    expect(queries).toMatchObject([{ query: { ask: { settings: { search: 'night watch' } } } }]);
    expect(runs).toHaveLength(2);
  });

  it('writes it anew, with the digest once a document is appraised, in the language of the study or another', async () => {
    const store = await openStore({ kind: 'sqlite', file: database });
    const studyId = (await findStudy(store, 'small')) ?? '';
    const [record = ''] = await livingRecords(store, studyId);
    const by = { studyId, accountId: 'lead', now: '2026-03-02T08:00:00.000Z' };
    await saveAppraisal(store, by, record, { expected: 0, content });
    await closeStore(store);
    expect((await scanStudy('--out', found, '--language', 'en')).code).toBe(0);
    expect(readdirSync(found)).toHaveLength(7);
    for (const name of ['digest.html', 'digest.md', 'digest.rss'])
      expect(read(name)).toContain('Near to us.');
    expect(read('digest.html')).toContain('lang="en"');
    expect(JSON.parse(read('runs.json')).runs).toHaveLength(3);
  });

  it('writes the documents alone where nothing is kept', async () => {
    const looked = join(folder, 'looked');
    expect((await scan(references, ...search, '--out', looked)).code).toBe(0);
    expect(readdirSync(looked).sort()).toEqual(['.firsthand', 'records.csv', 'records.ris']);
    expect(await recordsIn(join(looked, 'records.ris'))).toHaveLength(2);
  });

  it('leaves a folder alone that is not its own, and asks nothing before it has looked', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'letter.txt'), 'mine');
    const asked = server.asked.length;
    const { code, err } = await scanStudy(...search, '--out', other);
    expect(code).toBe(2);
    expect(err).toContain('other: the folder was not made by firsthand for this purpose');
    expect(server.asked).toHaveLength(asked);
    expect(existsSync(join(other, 'records.csv'))).toBe(false);
  });
});
