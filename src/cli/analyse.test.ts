import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../kernel/package-root.ts';
import { Analysis } from '../report/model.ts';
import { analyseCommand } from './analyse.ts';
import { type Said, say } from './testing.ts';

const sample = join(packageRoot(), 'examples', 'genai-psychiatry');
const folder = mkdtempSync(join(tmpdir(), 'firsthand-analyse-'));
const first = join(folder, 'first');
afterAll(() => rmSync(folder, { recursive: true }));

function analyse(...given: string[]): Promise<Said> {
  return say([analyseCommand], ['analyse', ...given]);
}

function bytes(out: string): Buffer {
  return readFileSync(join(out, 'analysis.json'));
}

describe('firsthand analyse', () => {
  let said: Said;
  beforeAll(async () => {
    said = await analyse(sample, '--out', first, '--seed', '7', '--language', 'en');
  });

  it('writes the report in every language of the study, its tables, its figures and the analysis', () => {
    expect(said.code).toBe(0);
    expect(readdirSync(first).sort()).toEqual([
      '.firsthand',
      'analysis.json',
      'figures',
      'report.html',
      'report.ko.html',
      'tables',
    ]);
    expect(readFileSync(join(first, 'report.html'), 'utf8')).toContain('<html lang="en"');
    expect(Analysis.parse(JSON.parse(bytes(first).toString()))).toMatchObject({ seed: 7, synthetic: true });
  });

  it('says on standard error what a reader must know before using the numbers', () => {
    expect(said.err).toContain('withdrew');
  });

  it('gives the same bytes twice under one seed, over the folder that it wrote before', async () => {
    const before = bytes(first);
    const again = await analyse(sample, '--out', first, '--seed', '7');
    expect(again.code).toBe(0);
    expect(bytes(first).equals(before)).toBe(true);
  });

  it('gives other draws under another seed', async () => {
    const other = join(folder, 'other');
    await analyse(sample, '--out', other, '--seed', '8');
    expect(bytes(other).equals(bytes(first))).toBe(false);
  });

  it('never writes over a folder that is not ours', async () => {
    const theirs = join(folder, 'theirs');
    mkdirSync(theirs);
    writeFileSync(join(theirs, 'thesis.txt'), 'years of work');
    const { code, err } = await analyse(sample, '--out', theirs);
    expect(code).toBe(2);
    expect(err).toContain('theirs');
    expect(readdirSync(theirs)).toEqual(['thesis.txt']);
  });

  it('tells what is wrong with the study and writes nothing', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'answers.csv'), 'participant,question\nP1,q1\n');
    const out = join(folder, 'nothing');
    const { code, err } = await analyse(broken, '--out', out);
    expect(code).toBe(2);
    expect(err).toMatch(/^[\w.]+:/);
    expect(readdirSync(folder)).not.toContain('nothing');
  });

  it('needs to be told where to write', async () => {
    expect(await analyse(sample)).toMatchObject({ code: 2 });
  });
});
