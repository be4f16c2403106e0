import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redactCommand } from './redact.ts';
import { say } from './testing.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-redact-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function redact(content: string | Uint8Array, ...options: string[]) {
  const file = join(folder, 'note.txt');
  await writeFile(file, content);
  return say([redactCommand], ['redact', file, ...options]);
}

const NOTE = '😀 김민수 님이 010-0000-1234로 전화함.\r\n';

describe('firsthand redact', () => {
  it('prints the covered text', async () => {
    expect(await redact(NOTE)).toEqual({ code: 0, out: '😀 ○○○ 님이 ○○○○○○○○○○○○○로 전화함.\r\n', err: '' });
  });

  it('gives kinds and places in code points of the file as JSON', async () => {
    const { out } = await redact(NOTE, '--json');
    expect(JSON.parse(out)).toEqual({
      text: '😀 ○○○ 님이 ○○○○○○○○○○○○○로 전화함.\r\n',
      found: [
        { kind: 'person-name', start: 2, end: 5 },
        { kind: 'phone-number', start: 9, end: 22 },
      ],
    });
  });

  it('counts a byte order mark as the code point that it is', async () => {
    const { out } = await redact(`\uFEFF${NOTE}`, '--json');
    expect(JSON.parse(out).found[0]).toEqual({ kind: 'person-name', start: 3, end: 6 });
  });

  it('reads CP949', async () => {
    const { out } = await redact(iconv.encode('김민수 님', 'cp949'), '--json');
    expect(JSON.parse(out).text).toBe('○○○ 님');
  });

  it('says so where there is no such file', async () => {
    const { code, err } = await say([redactCommand], ['redact', join(folder, 'none.txt')]);
    expect(code).toBe(2);
    expect(err).toContain('the file is missing');
  });
});
