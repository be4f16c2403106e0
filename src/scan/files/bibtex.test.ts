import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ExternalRecord } from '../records/model.ts';
import { readRecords } from './read-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-bibtex-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string) {
  const path = join(folder, 'references.bib');
  writeFileSync(path, content);
  const records: ExternalRecord[] = [];
  const problems: string[] = [];
  for await (const record of readRecords(path, 'en', ({ row, code }) =>
    problems.push(`${row ?? ''} ${code}`),
  ))
    records.push(ExternalRecord.parse(record));
  return { records, problems, titles: records.map(({ title }) => title) };
}

describe('BibTeX', () => {
  it('as reference managers write it', async () => {
    const { records, problems } = await read(
      `% exported\n@comment{jabref-meta}\n@Article{kim2024,\n  author = {Kim, Minji and M{\\"u}ller, J{\\'e}r{\\^o}me and {World Health Organization} and others},\n  title = "{Trust} on the \\emph{ward}: 10\\% \\& more",\n  journal = {J. Clin. Inform.},\n  year = 2024, month = may,\n  volume = 12, number = {3},\n  pages = {541--549},\n  doi = {https://doi.org/10.5555/JCI.12.541},\n  keywords = {trust, wards},\n  abstract = {We asked\n    nurses.}\n}\n`,
    );
    expect(records).toMatchObject([
      {
        title: 'Trust on the ward: 10% & more',
        abstract: 'We asked nurses.',
        authors: ['Kim, Minji', 'Müller, Jérôme', 'World Health Organization'],
        year: 2024,
        journal: 'J. Clin. Inform.',
        volume: '12',
        issue: '3',
        pages: '541-549',
        doi: '10.5555/jci.12.541',
        keywords: ['trust', 'wards'],
        type: 'article',
      },
    ]);
    expect(problems).toEqual([]);
  });

  it('joins what # joins and opens abbreviations', async () => {
    const { records } = await read(
      '@string{jci = "Journal of " # {Clinical} # " Informatics"}\n@article(x, title={One}, journal = jci # { (Suppl)})\n',
    );
    expect(records[0]?.journal).toBe('Journal of Clinical Informatics (Suppl)');
  });

  it('loses no entry to the fault of the one before', async () => {
    const { titles, problems } = await read(
      '@article{a,\n  title = {One {open},\n  year = {2020},\n\n@article{b,\n  title = {Two},\n}\n@article{c, title = {Three}}@article{d, title = "Four"}\n@article{e,\n  title = {Five}\n  year = {2021}\n}\n',
    );
    expect(titles).toEqual(['One {open}'.replaceAll(/[{}]/g, ''), 'Two', 'Three', 'Four', 'Five']);
    expect(problems).toEqual(['1 end tag missing']);
  });

  it('lets no abbreviation multiply', async () => {
    const doubled = Array.from({ length: 60 }, (_, at) => `@string{a${at + 1} = a${at} # a${at}}`).join('\n');
    const { records } = await read(`@string{a0 = {lol}}\n${doubled}\n@misc{x, title = a60}\n`);
    expect(records[0]?.title?.length).toBeLessThanOrEqual(10_000);
  });

  it('comes to an end with braces that never close', async () => {
    const { records } = await read(`@article{x, ${'a={'.repeat(100_000)}\n@article{y, title={Last}}\n`);
    expect(records.at(-1)?.title).toBe('Last');
    expect(records).toHaveLength(2);
  });
});

describe("EndNote's tagged files", () => {
  it('are read with their lists and wrapped text', async () => {
    const { records, problems } = await read(
      '%0 Journal Article\n%T Trust on the ward\n%A Kim, Minji\n%A Okafor, I. M.\n%J Journal of Clinical Informatics\n%D 2024\n%V 12\n%N 3\n%P 541-549\n%K trust\nwards\n%X We asked nurses.\n%R 10.5555/jci.12.541\n%@ 1234-567X\n%U https://example.org/a\n\n%0 Book\n%T Two\n',
    );
    expect(records).toMatchObject([
      {
        title: 'Trust on the ward',
        authors: ['Kim, Minji', 'Okafor, I. M.'],
        journal: 'Journal of Clinical Informatics',
        year: 2024,
        pages: '541-549',
        keywords: ['trust', 'wards'],
        doi: '10.5555/jci.12.541',
        issns: ['1234-567X'],
        type: 'Journal Article',
      },
      { title: 'Two', type: 'Book' },
    ]);
    expect(problems).toEqual([]);
  });
});
