import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../kernel/package-root.ts';
import { closeStore, openStore } from '../../store/database.ts';
import { importSnapshot } from '../../store/snapshots.ts';
import { smallStudy } from '../../store/testing/small-study.ts';
import { europepmcPage } from '../testing/europepmc-pages.ts';
import { type SourceServer, startSourceServer } from '../testing/source-server.ts';

const PAGES = 12;
const PER_PAGE = 5;
const folder = mkdtempSync(join(tmpdir(), 'firsthand-cut-off-'));
const file = join(folder, 'studies.sqlite');
const address = { kind: 'sqlite', file } as const;
let server: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
  const store = await openStore(address);
  await importSnapshot(store, smallStudy('small'), '2026-03-01T00:00:00.000Z');
  await closeStore(store);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const cursorOf = (url: URL) => Number(url.searchParams.get('cursorMark')?.replace('*', '0'));
function page(url: URL): string {
  const at = cursorOf(url);
  const documents = Array.from({ length: PER_PAGE }, (_, place) => ({
    id: String(1000 + at * PER_PAGE + place),
  }));
  return europepmcPage(documents, at + 1 < PAGES ? String(at + 1) : undefined, PAGES * PER_PAGE);
}

/** The command as a person runs it; `onPage` is called before each page is given. */
function scan(
  onPage: (count: number, kill: (signal: 'SIGKILL' | 'SIGTERM') => void) => void,
): Promise<number | null> {
  const command = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', join(packageRoot(), 'src', 'cli', 'main.ts'), 'scan', '--study', 'small'],
      ...['--database', file, '--source', 'europepmc', '--query', 'chatbot'],
      ...['--address', `europepmc=${server.address}`],
    ],
    { stdio: 'ignore' },
  );
  server.answer((url, count) => {
    onPage(count, (signal) => command.kill(signal));
    return { body: page(url) };
  });
  return new Promise((resolve) => command.once('exit', resolve));
}

async function kept(): Promise<{ keys: string[]; received: number; runs: number; state: string }> {
  const store = await openStore(address);
  const rows = await store
    .selectFrom('scan_source_records')
    .select('source_key')
    .orderBy('source_key')
    .execute();
  const runs = await store.selectFrom('scan_runs').selectAll().execute();
  const living = await store.selectFrom('scan_members').selectAll().where('ended_at', 'is', null).execute();
  await closeStore(store);
  expect(living).toHaveLength(rows.length);
  return {
    keys: rows.map(({ source_key }) => source_key),
    received: runs[0]?.received ?? 0,
    runs: runs.length,
    state: runs[0]?.state ?? '',
  };
}

describe('a run whose process is killed without warning', () => {
  it('has kept each page before the next was asked for, and goes on from there', async () => {
    await scan((count, kill) => {
      if (count === 4) kill('SIGKILL');
    });
    const cut = await kept();
    expect(cut).toMatchObject({ state: 'running', received: 3 * PER_PAGE });
    expect(cut.keys).toHaveLength(3 * PER_PAGE);

    await scan((count, kill) => {
      if (count === 3) kill('SIGTERM');
    });
    expect(cursorOf(server.asked[0] ?? new URL('http://x'))).toBe(3);
    const stopped = await kept();
    expect(stopped.state).not.toBe('running');
    expect(stopped.keys.length).toBe(stopped.received);

    expect(await scan(() => {})).toBe(0);
    const whole = await kept();
    expect(whole).toMatchObject({ state: 'finished', runs: 1, received: PAGES * PER_PAGE });
    expect(new Set(whole.keys).size).toBe(PAGES * PER_PAGE);
    expect(whole.keys).toHaveLength(PAGES * PER_PAGE);
  });
});
