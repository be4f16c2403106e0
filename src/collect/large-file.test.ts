import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../kernel/package-root.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-large-'));
});
afterAll(() => rm(folder, { recursive: true }));

const STUDY = `id: large
title: { en: Large }
synthetic: true
method: directed content analysis
languages: [ko, en]
frame: { id: f, label: { en: F }, domains: [] }
questions: [{ id: q1, concept: other, label: { en: Q }, text: { en: Q? } }]
waves: [{ id: w1, opens: 2026-01-01, closes: 2026-02-01 }]
consent: { en: I agree. }
`;
const PARTICIPANTS = 12_000;

function* table(): Generator<string> {
  const words = '환자가 챗봇에게 물었고 그 답을 진료실에 가져왔다. '.repeat(40);
  yield 'participant,text\n';
  for (let at = 0; at < PARTICIPANTS; at++) yield `P${at},"${at} ${words}"\n`;
}

describe('a large table', () => {
  it('passes through a heap that could not hold it three times', async () => {
    await writeFile(join(folder, 'study.yaml'), STUDY);
    await pipeline(Readable.from(table()), createWriteStream(join(folder, 'answers.csv'))); // 34 MB, 28 MB as strings
    const reader = join(folder, 'read.mts');
    const face = join(packageRoot(), 'src', 'collect', 'index.ts');
    await writeFile(
      reader,
      `import { readStudyFolder } from ${JSON.stringify(face)};
      console.log((await readStudyFolder(process.argv[2])).answers.length);`,
    );
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--max-old-space-size=90', '--import', 'tsx', reader, folder],
      { cwd: packageRoot() },
    );
    expect(stdout.trim()).toBe(String(PARTICIPANTS));
  });
});
