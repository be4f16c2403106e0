import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { europepmcPage } from '../scan/testing/europepmc-pages.ts';
import { type SourceServer, startSourceServer } from '../scan/testing/source-server.ts';
import { closeStore, openStore } from '../store/database.ts';
import { importSnapshot } from '../store/snapshots.ts';
import { smallStudy } from '../store/testing/small-study.ts';
import { scanCommand } from './scan.ts';
import { say } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-scan-'));
const database = join(folder, 'studies.sqlite');
const references = join(folder, 'library.ris');
let server: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
  const store = await openStore({ kind: 'sqlite', file: database });
  await importSnapshot(store, smallStudy('small'), '2026-03-01T00:00:00.000Z');
  await closeStore(store);
  const entry = (title: string, doi: string) =>
    `TY  - JOUR\nTI  - ${title}\nAU  - Kim, Minji\nPY  - 2026\nDO  - ${doi}\nER  - \n\n`;
  writeFileSync(
    references,
    entry('Night watches with a machine', '10.5555/1') + entry('Copper and infection', '10.5555/2'),
  );
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const scan = (...given: string[]) =>
  say([scanCommand], ['scan', ...given, '--address', `europepmc=${server.address}`, '--json']);
const inStudy = ['--study', 'small', '--database', database];
const asked = ['--source', 'europepmc', '--query', 'night watch'];
const page = {
  body: europepmcPage([{ id: '1001', title: 'Night watches with a machine', doi: '10.5555/1' }], undefined),
};

describe('firsthand scan', () => {
  it('looks at a source and at files without keeping anything, and finds what is one document', async () => {
    server.answer(() => page);
    const { code, out } = await scan(references, ...asked);
    expect(code).toBe(0);
    const { records, groups } = JSON.parse(out);
    expect(records).toHaveLength(3);
    expect(groups).toEqual([[0, 1]]);
  });

  it('saves a query and runs it; said again it is the same query', async () => {
    server.answer(() => page);
    const first = await scan(...inStudy, ...asked);
    expect(first.code).toBe(0);
    const [run] = JSON.parse(first.out).runs;
    expect(run).toMatchObject({ state: 'finished', received: 1, fresh: 1 });
    const [again] = JSON.parse((await scan(...inStudy, ...asked)).out).runs;
    expect(again).toMatchObject({ query: run.query, fresh: 0 });
    expect(JSON.parse((await scan(...inStudy)).out).runs).toMatchObject([{ query: run.query }]);
  });

  it('takes in files', async () => {
    const { code, out } = await scan(...inStudy, references);
    expect(code).toBe(0);
    expect(JSON.parse(out).runs).toMatchObject([{ source: 'file', fileName: 'library.ris', received: 2 }]);
  });

  it('says where a source breaks off, and goes on there', async () => {
    const other = [...inStudy, '--source', 'europepmc', '--query', 'another'];
    server.answer((url) =>
      url.searchParams.get('cursorMark') === '*'
        ? { body: europepmcPage([{ id: '1002' }], 'second') }
        : { body: '{"errCode":404,"errMsg":"no such field"}' },
    );
    const broken = await scan(...other);
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('europepmc another: 1/6 (+1)');
    expect(broken.err).toContain('the source reports an error; check the search [404 no such field]');
    server.answer(() => ({ body: europepmcPage([{ id: '1003' }], undefined) }));
    const whole = await scan(...other);
    expect(JSON.parse(whole.out).runs).toMatchObject([
      { id: JSON.parse(broken.out).runs[0].id, state: 'finished', received: 2 },
    ]);
  });

  it.each([
    [['--study', 'nowhere', '--database', database], 'no study called `nowhere`'],
    [['--source', 'nowhere', '--query', 'x'], 'no such source'],
    [['--source', 'openfda', '--query', 'x'], 'openfda expects `510k:search`'],
    [[], 'expected a study'],
  ])('refuses %j', async (given, words) => {
    const { code, err } = await scan(...given);
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});
