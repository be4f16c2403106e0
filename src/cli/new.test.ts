import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStudyFolder } from '../collect/index.ts';
import { newCommand } from './new.ts';
import { say } from './testing.ts';

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'firsthand-new-'));
  const texts = [
    '환자가 챗봇과 대화함',
    'AI가 맞다고 했다고 함',
    '요약에 써 봄, 편리함',
    '보호자가 답변을 보여 줌',
  ];
  const rows = texts.map((text, at) => `${at},"${text}",=role${at % 2}`);
  await writeFile(join(parent, 'export.csv'), `번호,경험을 적어 주십시오,직역\n${rows.join('\n')}\n`);
});
afterAll(() => rm(parent, { recursive: true }));

const make = (...given: string[]) => say([newCommand], ['new', ...given], 'en');

describe('firsthand new', () => {
  it('makes a study from an export, tells what it took and what is still missing', async () => {
    const folder = join(parent, 'from-export');
    const { code, out } = await make(folder, '--from', join(parent, 'export.csv'));
    expect(code).toBe(0);
    expect(out).toContain('4 participants, 4 answers');
    expect(out).toContain('q1: 경험을 적어 주십시오');
    expect(out).toContain('no participant consented to quotation');
    const snapshot = await readStudyFolder(folder);
    expect(snapshot.study).toMatchObject({ id: 'from-export', languages: ['ko'] });
    expect(snapshot.participants[0]?.attributes).toEqual({ role: '=role0' });
    expect(snapshot.codebook.codes).toHaveLength(89);
  });

  it('keeps a cell that a spreadsheet would run harmless in the study', async () => {
    expect(await readFile(join(parent, 'from-export', 'participants.csv'), 'utf8')).toContain(",'=role0");
  });

  it.each(['ko', 'en'] as const)('makes an empty study in %s that can be read at once', async (language) => {
    const folder = join(parent, `empty-${language}`);
    expect((await say([newCommand], ['new', folder], language)).code).toBe(0);
    const snapshot = await readStudyFolder(folder);
    expect(snapshot.study.questions.map((question) => question.concept)).toEqual([
      'experience',
      'interpretation',
      'priority',
    ]);
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toContain('firsthand check');
  });

  it('takes no frame where none is wanted', async () => {
    const folder = join(parent, 'bare');
    await make(folder, '--frame', 'none');
    expect((await readStudyFolder(folder)).codebook.codes).toEqual([]);
  });

  it('never touches a folder with something in it, its own included', async () => {
    const folder = join(parent, 'bare');
    const before = await readFile(join(folder, 'study.yaml'), 'utf8');
    const { code, err } = await make(folder);
    expect(code).toBe(2);
    expect(err).toContain('there is something in the folder');
    expect(await readFile(join(folder, 'study.yaml'), 'utf8')).toBe(before);
  });

  it('leaves nothing behind where the export cannot be used', async () => {
    const inner = join(parent, 'inner');
    await mkdir(inner);
    const missing = await make(join(inner, 'a'), '--from', join(parent, 'none.csv'));
    const unknown = await make(join(inner, 'b'), '--from', join(parent, 'export.csv'), '--questions', 'Q9');
    expect([missing.code, unknown.code]).toEqual([2, 2]);
    expect(unknown.err).toContain('the export has no column of this name');
    expect(await readdir(inner)).toEqual([]);
  });

  it('says that columns are of an export', async () => {
    expect((await make(join(parent, 'c'), '--questions', 'A')).err).toContain('only together with --from');
  });
});
