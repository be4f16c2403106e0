import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeStudyFolder } from '../collect/index.ts';
import { inCanonicalOrder } from '../study/canonical-order.ts';
import { snapshotHash } from '../study/snapshot-hash.ts';
import { studyOf } from '../study/testing.ts';
import { checkCommand } from './check.ts';
import { say } from './testing.ts';

const snapshot = studyOf({
  people: [
    { times: 2, agreed: { q1: 'fear' }, coded: { a: { q1: 'fear' }, b: { q1: '' } } },
    { answers: { q1: { text: '위와 같음', standing: 'undecided' } }, withdrawn: '2026-01-20' },
    { answers: { q1: { text: '위와 같음', standing: 'undecided' } } },
  ],
  unused: ['hope'],
  themes: { dread: { questions: ['q1'], codes: ['fear'] } },
});

let folder: string;
beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'firsthand-check-')), 'study');
  await writeStudyFolder(snapshot, folder);
});
afterAll(() => rm(join(folder, '..'), { recursive: true }));

describe('firsthand check', () => {
  it('counts what is there and tells what is missing', async () => {
    const { code, out, err } = await say([checkCommand], ['check', folder]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('4 participants, 4 answers, 2 codes, 4 codings, 1 themes, 0 priorities');
    expect(out).toContain('1 code(s) were never used: hope');
    expect(out).toContain('1 answer(s) wait for a person');
  });

  it('gives the same as JSON, with the hash that a report will name', async () => {
    const { out } = await say([checkCommand], ['check', folder, '--json']);
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      study: 'small',
      snapshot: snapshotHash(inCanonicalOrder(snapshot)),
      problems: [],
      total: 0,
    });
    expect(result.findings.map((finding: { code: string }) => finding.code)).toContain(
      'participants withdrawn',
    );
  });

  it('speaks Korean', async () => {
    expect((await say([checkCommand], ['check', folder], 'ko')).out).toContain('잘못된 곳이 없습니다');
  });
});
