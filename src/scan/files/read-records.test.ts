import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { ExternalRecord } from '../records/model.ts';
import { linesOf } from './decode-text.ts';
import { readRecords } from './read-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-references-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Uint8Array, name = 'references.txt') {
  const path = join(folder, name);
  writeFileSync(path, content);
  const records: ExternalRecord[] = [];
  const problems: string[] = [];
  for await (const record of readRecords(path, 'en', ({ row, code }) =>
    problems.push(`${row ?? ''} ${code}`),
  ))
    records.push(ExternalRecord.parse(record));
  return { records, problems, first: records[0] };
}

const whole = {
  title: 'Trust on the ward',
  abstract: 'We asked nurses.',
  year: 2024,
  journal: 'Journal of Clinical Informatics',
  volume: '12',
  issue: '3',
  pages: '541-549',
  doi: '10.5555/jci.12.541',
};

describe('RIS', () => {
  it.each([
    [
      'as Embase writes it, with a byte order mark',
      '\uFEFFTY  - JOUR\nM3  - Article\nY1  - 2024\nVL  - 12\nIS  - 3\nSP  - 541\nEP  - 549\nJF  - Journal of Clinical Informatics\nL2  - http://dx.doi.org/10.5555/JCI.12.541\nA1  - Kim M.\nT1  - Trust on the ward\nN2  - We asked nurses.\nER  - \n',
    ],
    [
      'as Ovid writes it, numbered and with lines after the end',
      '1.\nTY  - JOUR\nDO  - http://dx.doi.org/10.5555/jci.12.541\nT1  - Trust on the ward\nA1  - Kim M.\nY1  - 2024//\nN2  - We asked nurses.\nJF  - Journal of Clinical Informatics\nVL  - 12\nIS  - 3\nSP  - 541\nEP  - 549\nER  - \nNL  - J Clin Inform\n\nLink to the Ovid Full Text\n',
    ],
    [
      'as EndNote and Zotero write it, with Windows line ends',
      'TY  - JOUR\r\nAB  - We asked nurses.\r\nAU  - Kim M.\r\nDA  - 2024/05/01\r\nDO  - 10.5555/jci.12.541\r\nIS  - 3\r\nPY  - 2024\r\nSP  - 541-549\r\nT2  - Journal of Clinical Informatics\r\nTI  - Trust on\r\n the ward\r\nVL  - 12\r\nER  - \r\n\r\n',
    ],
    [
      'with one blank before the hyphen',
      'TY - JOUR\nTI - Trust on the ward\nAU - Kim M.\nAB - We asked nurses.\nPY - 2024\nJO - Journal of Clinical Informatics\nVL - 12\nIS - 3\nSP - 541\nEP - 549\nUR - https://doi.org/10.5555/jci.12.541\nER -\n',
    ],
  ])('%s', async (_, text) => {
    const { records, problems } = await read(text);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ ...whole, authors: ['Kim M.'] });
    expect(problems).toEqual([]);
  });

  it('keeps every field as the source gave it, and the abbreviation after the end tag', async () => {
    const { first } = await read('TY  - JOUR\nTI  - A\nXX  - own\nER  - \nNL  - J Clin Inform\n');
    expect(first?.source).toMatchObject({
      index: 0,
      fields: [
        ['TY', 'JOUR'],
        ['TI', 'A'],
        ['XX', 'own'],
        ['NL', 'J Clin Inform'],
      ],
    });
    expect(first?.journalAbbreviation).toBe('J Clin Inform');
  });

  it('parts records whose end or start tag is missing, and says which', async () => {
    const { records, problems } = await read(
      'TY  - JOUR\nTI  - One\n\nTY  - JOUR\nTI  - Two\nER  - \n\nTI  - Three\nER  - \nTY  - JOUR\nTI  - Four\n',
    );
    expect(records.map(({ title }) => title)).toEqual(['One', 'Two', 'Three', 'Four']);
    expect(problems).toEqual(['1 end tag missing', '3 start tag missing', '4 end tag missing']);
  });

  it('keeps a record without a title or with a year that is none', async () => {
    const { records, problems } = await read('TY  - GEN\nTI  - \nN2  - Words.\nPY  - in press\nER  - \n');
    expect(records[0]).toMatchObject({ title: null, abstract: 'Words.', year: null });
    expect(problems).toEqual(['1 year unreadable', '1 title missing']);
  });

  it.each([
    [
      'UTF-16',
      iconv.encode('TY  - JOUR\nTI  - 챗봇과 의사\nER  - \n', 'utf-16le', { addBOM: true }),
      '챗봇과 의사',
    ],
    ['CP949', iconv.encode('TY  - JOUR\nTI  - 챗봇과 의사\nER  - \n', 'cp949'), '챗봇과 의사'],
    [
      'Windows-1252',
      iconv.encode('TY  - JOUR\nTI  - Müller’s naïve café\nER  - \n', 'win1252'),
      'Müller’s naïve café',
    ],
  ])('in %s', async (_, bytes, title) => {
    expect((await read(bytes)).first?.title).toBe(title);
  });

  it('reads on over a broken byte in UTF-8', async () => {
    const text = Buffer.from('TY  - JOUR\nTI  - Café ? olé\nER  - \n');
    text[text.indexOf('?')] = 0xff;
    expect(await read(text)).toMatchObject({
      problems: [' encoding damaged'],
      first: { title: 'Café \uFFFD olé' },
    });
  });

  it.each([65_535, 65_534])(
    'knows U+FFFD in UTF-8 also across two pieces of a file, at byte %i',
    async (at) => {
      const start = 'TY  - JOUR\nTI  - ';
      const { first, problems } = await read(`${start}${'a'.repeat(at - start.length)}\uFFFD\nER  - \n`);
      expect(first?.title?.at(-1)).toBe('\uFFFD');
      expect(problems).toEqual([]);
    },
  );

  it('in Windows-1252 also where the one letter that tells is the last of the file', async () => {
    const bytes = iconv.encode('TY  - JOUR\nER  - \nTY  - JOUR\nTI  - Café', 'win1252');
    expect((await read(bytes)).records[1]?.title).toBe('Café');
  });
});

describe('other tagged files', () => {
  it('Web of Science', async () => {
    const { records, problems } = await read(
      'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Kim, M\n   Okafor, IM\nTI Trust on\n   the ward\nSO Journal of Clinical Informatics\nAB We asked\n   nurses.\nDE trust; wards\nPY 2024\nVL 12\nIS 3\nBP 541\nEP 549\nDI 10.5555/jci.12.541\nER\n\nPT J\nTI Two\nER\n\nEF\n',
    );
    expect(records[0]).toMatchObject({
      ...whole,
      authors: ['Kim, M', 'Okafor, IM'],
      keywords: ['trust', 'wards'],
    });
    expect(records[1]?.title).toBe('Two');
    expect(problems).toEqual([]);
  });

  it('MEDLINE', async () => {
    const { records } = await read(
      'PMID- 12345678\nTI  - Trust on\n      the ward\nAB  - We asked nurses.\nFAU - Kim, Minji\nAU  - Kim M\nDP  - 2024 May\nJT  - Journal of Clinical Informatics\nVI  - 12\nIP  - 3\nPG  - 541-549\nLID - 10.5555/jci.12.541 [doi]\n\nPMID- 2345678\nTI  - Two\n',
      'pubmed.nbib',
    );
    expect(records[0]).toMatchObject({ ...whole, pmid: '12345678', authors: ['Kim, Minji'] });
    expect(records[1]).toMatchObject({ title: 'Two', pmid: '2345678' });
  });
});

const styled = (text: string) => `<style face="normal" font="default" size="100%">${text}</style>`;
const xmlRecord = (title: string) =>
  `<record><ref-type name="Journal Article">17</ref-type><contributors><authors><author>${styled('Kim, M.')}</author></authors><secondary-authors><author>${styled('Ed, I.')}</author></secondary-authors></contributors><titles><title>${title}</title><secondary-title>${styled('J Clin Inform')}</secondary-title></titles><dates><year>${styled('2024')}</year></dates></record>`;

describe('EndNote XML', () => {
  it('joins styled parts and tells authors from editors', async () => {
    const title = `${styled('In ')}<style face="italic">vivo</style>${styled(' &amp; in silico')}`;
    const { first, problems } = await read(
      `<?xml version="1.0"?><xml><records>${xmlRecord(title)}</records></xml>`,
    );
    expect(first).toMatchObject({
      title: 'In vivo & in silico',
      authors: ['Kim, M.'],
      journal: 'J Clin Inform',
      year: 2024,
    });
    expect(problems).toEqual([]);
  });

  it('opens no entity of the document type: none multiplies, none reads a file', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "lollollol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const { first } = await read(`${bomb}<xml><records>${xmlRecord('Laughs &b; &c;')}</records></xml>`);
    expect(first?.title).toBe('Laughs &b; &c;');
  });

  it('keeps what stands before the file breaks off, and a lone ampersand', async () => {
    const cut = `<xml><records>${xmlRecord('Nurses & doctors')}${xmlRecord('Two').slice(0, -60)}`;
    const { records, problems } = await read(cut);
    expect(records.map(({ title }) => title)).toEqual(['Nurses & doctors', 'Two']);
    expect(problems).toContain('2 end tag missing');
    expect(problems).toContain(' not well-formed');
  });

  it('ends at once where elements nest without end', async () => {
    expect((await read(`<xml><records>${xmlRecord('One')}${'<a>'.repeat(10_000)}`)).records).toHaveLength(1);
  });
});

describe('tables', () => {
  it('by their headings', async () => {
    const { records } = await read(
      'Title,Author Names,Publication Year,Abstract,DOI\n"Trust, on the ward","Kim M., Okafor I.M.",2024,We asked nurses.,10.5555/A\n',
      'table.csv',
    );
    expect(records).toMatchObject([
      { title: 'Trust, on the ward', authors: ['Kim M.', 'Okafor I.M.'], year: 2024, doi: '10.5555/a' },
    ]);
  });

  it.each([
    'Kim M., Okafor I.M.',
    'Kim M, Okafor IM',
    'Kim, M.; Okafor, I. M.',
    'Kim, M., Okafor, I.M.',
    'M. Kim, I.-M. Okafor',
  ])('part the authors %s', async (authors) => {
    expect((await read(`title,authors\nTrust,"${authors}"\n`, 'table.csv')).first?.authors).toHaveLength(2);
  });

  it('are refused where no heading is one of a reference', async () => {
    expect(await read('name,phone\na,b\n', 'table.csv')).toMatchObject({
      records: [],
      problems: [' no records'],
    });
  });
});

describe('lines', () => {
  it('do not depend on where the pieces of a file are cut', async () => {
    const text = fc.array(fc.constantFrom('a', 'é', '\n', '\r', '\r\n', ' '), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, fc.array(fc.nat(40)), async (parts, cuts) => {
        const given = parts.join('');
        const at = [0, ...cuts.sort((a, b) => a - b), given.length];
        const pieces = async function* () {
          for (let cut = 1; cut < at.length; cut++) yield given.slice(at[cut - 1], at[cut]);
        };
        const lines: string[] = [];
        for await (const batch of linesOf(pieces())) lines.push(...batch);
        expect(lines).toEqual(given.split(/\r\n|\n|\r/));
      }),
    );
  });
});
