import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, describe, expect, it } from 'vitest';
import { inCanonicalOrder } from '../study/canonical-order.ts';
import { closeStore, openStore } from './database.ts';
import { listStudies, loadSnapshot } from './snapshots.ts';
import { smallStudy } from './testing/small-study.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-durability-'));
const file = join(folder, 'studies.sqlite');
afterAll(() => rmSync(folder, { recursive: true }));

/** Lets a writer work until it has acknowledged some studies, then kills it without warning. */
function writeUntilKilled(from: number, acknowledgements: number): Promise<number[]> {
  const program = join(import.meta.dirname, 'testing', 'keep-importing.ts');
  const writer = spawn(process.execPath, ['--import', 'tsx', program, file, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kept: number[] = [];
  return new Promise((resolve) => {
    const lines = createInterface({ input: writer.stdout });
    lines.on('line', (line) => {
      kept.push(Number(line));
      if (kept.length === acknowledgements) writer.kill('SIGKILL');
    });
    lines.on('close', () => resolve(kept));
  });
}

describe('what was acknowledged', () => {
  it('is there after the process is killed, and what was not is there whole or not at all', async () => {
    const acknowledged: number[] = [];
    for (const [round, writes] of [7, 23, 1].entries()) {
      acknowledged.push(...(await writeUntilKilled(round * 1000, writes)));
    }
    const store = await openStore({ kind: 'sqlite', file });
    const studies = await listStudies(store);
    const names = new Set<string>(studies.map(({ study }) => study.id));
    expect(acknowledged.filter((number) => !names.has(`study-${number}`))).toEqual([]);
    for (const { studyId, study } of studies) {
      expect(await loadSnapshot(store, studyId)).toEqual(inCanonicalOrder(smallStudy(study.id)));
    }
    await closeStore(store);
  });

  it('lies in a file that nobody else on the machine may read', () => {
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});
