import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { convertCommand } from './convert.ts';
import { say } from './testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-convert-'));
afterAll(() => rmSync(folder, { recursive: true }));
const ris = join(folder, 'given.ris');
writeFileSync(ris, 'TY  - JOUR\nTI  - Trust & the ward\nAU  - Kim, Minji\nPY  - 2024\nER  - \n');
const convert = (...given: string[]) => say([convertCommand], ['convert', ...given]);

describe('firsthand convert', () => {
  it('writes the records of all files in the format asked for', async () => {
    const out = join(folder, 'out.bib');
    const { code, err } = await convert(ris, ris, '--to', 'bibtex', '--out', out);
    expect({ code, err }).toEqual({ code: 0, err: `2 records written to ${out}\n` });
    expect(readFileSync(out, 'utf8')).toMatch(
      /@article\{Kim2024-1,\n {2}title = \{\{Trust \\& the ward\}\},/,
    );
  });

  it('writes over no file, and leaves none behind where it fails', async () => {
    expect((await convert(ris, '--to', 'csv', '--out', ris)).code).toBe(2);
    expect(readFileSync(ris, 'utf8')).toContain('Trust & the ward');
    expect(
      (await convert(join(folder, 'nowhere.ris'), '--to', 'csv', '--out', join(folder, 'x.csv'))).code,
    ).toBe(2);
    expect(readdirSync(folder).sort()).toEqual(['given.ris', 'out.bib']);
  });

  it('says what it needs', async () => {
    expect((await convert(ris)).err).toContain('expected --to and --out');
    expect((await convert(ris, '--to', 'word', '--out', 'x')).err).toContain('ris, nbib, endnote-xml');
  });
});
