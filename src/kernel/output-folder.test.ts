import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { MARKER, refusalToWrite, writeFolder } from './output-folder.ts';

const parents: string[] = [];
let parent: string;
let folder: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'firsthand-output-'));
  parents.push(parent);
  folder = join(parent, 'out');
});
afterAll(async () => {
  for (const each of parents) await rm(each, { recursive: true });
});

const refusal = async () => (await refusalToWrite(folder, 'analysis'))?.code ?? null;
const write = (files: Record<string, string>) =>
  writeFolder(folder, 'analysis', async (add) => {
    for (const [path, content] of Object.entries(files)) await add(path, content);
  });

describe('a folder that we write', () => {
  it('holds what was added, and a mark that lists it', async () => {
    await write({ 'report.html': 'report', 'tables/b.csv': 'b', 'tables/a.csv': 'a' });
    expect(await readFile(join(folder, 'tables', 'a.csv'), 'utf8')).toBe('a');
    expect(JSON.parse(await readFile(join(folder, MARKER), 'utf8'))).toEqual({
      firsthand: 'analysis',
      files: ['report.html', 'tables/a.csv', 'tables/b.csv'],
    });
    expect(await readdir(parent)).toEqual(['out']);
  });

  it('takes large content in pieces', async () => {
    await writeFolder(folder, 'analysis', (add) => add('big.csv', ['a,b\n', '1,2\n']));
    expect(await readFile(join(folder, 'big.csv'), 'utf8')).toBe('a,b\n1,2\n');
  });

  it('is replaced whole: what is written no more is gone', async () => {
    await write({ 'old.csv': 'old' });
    await write({ 'new.csv': 'new' });
    expect((await readdir(folder)).sort()).toEqual([MARKER, 'new.csv']);
    expect(await readdir(parent)).toEqual(['out']);
  });

  it('stays as it was where writing fails, with nothing left beside it', async () => {
    await write({ 'a.csv': 'first' });
    const failing = writeFolder(folder, 'analysis', async (add) => {
      await add('a.csv', 'second');
      throw new Error('no more paper');
    });
    await expect(failing).rejects.toThrow('no more paper');
    expect(await readFile(join(folder, 'a.csv'), 'utf8')).toBe('first');
    expect(await readdir(parent)).toEqual(['out']);
  });

  it('takes no file outside itself', async () => {
    await expect(write({ '../outside.csv': 'x' })).rejects.toThrow('within');
    expect(await readdir(parent)).toEqual([]);
  });
});

describe('a folder may be written', () => {
  it('where there is none, or an empty one, or one of the same kind', async () => {
    expect(await refusal()).toBeNull();
    await mkdir(folder);
    expect(await refusal()).toBeNull();
    await write({ 'a.csv': 'a' });
    expect(await refusal()).toBeNull();
  });

  it('where a file manager left its litter', async () => {
    await write({ 'a.csv': 'a' });
    await writeFile(join(folder, '.DS_Store'), '');
    expect(await refusal()).toBeNull();
  });

  it('not where there is a file of that name', async () => {
    await writeFile(folder, 'theirs');
    expect(await refusal()).toBe('output is not a folder');
  });

  it('not where somebody keeps files', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'thesis.txt'), 'years');
    expect(await refusal()).toBe('output folder not ours');
    await expect(write({ 'a.csv': 'a' })).rejects.toThrow('refused');
    expect(await readdir(folder)).toEqual(['thesis.txt']);
  });

  it('not where it is ours but of another kind, or its mark cannot be read', async () => {
    await writeFolder(folder, 'study', (add) => add('study.yaml', ''));
    expect(await refusal()).toBe('output folder not ours');
    await writeFile(join(folder, MARKER), '{');
    expect(await refusal()).toBe('output folder not ours');
  });

  it('not where somebody added a file to ours', async () => {
    await write({ 'a.csv': 'a' });
    await mkdir(join(folder, 'mine'));
    await writeFile(join(folder, 'mine', 'notes.txt'), 'mine');
    expect(await refusal()).toBe('output folder holds other files');
  });
});
