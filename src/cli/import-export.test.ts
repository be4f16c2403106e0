import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../kernel/package-root.ts';
import { exportCommand } from './export-study.ts';
import { importCommand } from './import-study.ts';
import { say } from './testing.ts';

const sample = join(packageRoot(), 'examples', 'genai-psychiatry');
const folder = mkdtempSync(join(tmpdir(), 'firsthand-import-'));
const database = join(folder, 'new', 'studies.sqlite');
afterAll(() => rmSync(folder, { recursive: true }));

const commands = [importCommand, exportCommand];

describe('a study that was brought in and written out again', () => {
  it('is the same folder, byte for byte', async () => {
    const out = join(folder, 'out');
    expect((await say(commands, ['import', sample, '--database', database])).code).toBe(0);
    expect((await say(commands, ['export', 'genai-psychiatry', out, '--database', database])).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(readdirSync(sample).sort());
    for (const file of readdirSync(sample).filter((name) => !name.startsWith('.'))) {
      expect(readFileSync(join(out, file)).equals(readFileSync(join(sample, file))), file).toBe(true);
    }
  });

  it('is not brought in a second time', async () => {
    const { code, err } = await say(commands, ['import', sample, '--database', database], 'ko');
    expect(code).toBe(2);
    expect(err).toContain('이미');
  });

  it('must be there to be written', async () => {
    const { code, err } = await say(commands, ['export', 'none', join(folder, 'x'), '--database', database]);
    expect(code).toBe(2);
    expect(err).toContain('no study called `none`');
  });
});
