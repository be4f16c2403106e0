import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { ExternalRecord } from '../records/model.ts';
import { imaginaryRecord } from '../testing/records.ts';
import { bibTexType, endNoteType, risType } from './document-types.ts';
import { readRecords } from './read-records.ts';
import { type WrittenFormat, writeRecords } from './write-records.ts';
import { onOneLine } from './written-text.ts';

const folder = mkdtempSync(join(tmpdir(), 'firsthand-written-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function written(records: readonly ExternalRecord[], format: WrittenFormat) {
  const told: string[] = [];
  const parts: Uint8Array[] = [];
  const given = async function* () {
    yield* records;
  };
  for await (const part of writeRecords(given(), format, {
    file: 'out',
    language: 'en',
    tell: ({ row, column, code }) => told.push(`${row} ${column} ${code}`),
  }))
    parts.push(typeof part === 'string' ? new TextEncoder().encode(part) : part);
  return { bytes: Buffer.concat(parts), told };
}

async function readBack(bytes: Uint8Array, format: WrittenFormat): Promise<ExternalRecord[]> {
  const path = join(folder, `records.${format === 'csv' || format === 'xlsx' ? format : 'txt'}`);
  writeFileSync(path, bytes);
  const records: ExternalRecord[] = [];
  for await (const record of readRecords(path, 'en', () => {})) records.push(record);
  return records;
}

const blank = imaginaryRecord('given', { year: null });

/** What would be a field, a record, a command or a formula if it were written as it stands. */
const hostile = [
  'ER  - ',
  '\nTY  - JOUR',
  '\n\nPMID- 1\nTI  - x',
  '</title></record>',
  ']]>&lt;&#0;',
  '\n}\n@article{x,\n title={y}',
  '"; {\\bf \\input{/etc/passwd}} % $x^2$ _~',
  '=HYPERLINK("http://evil.example")',
  "'=1+1",
  '+1-1',
  "a -- b --- c `` d '' e",
  '환자의 동의 (同意)',
  'Ångström, naïve ﬁ',
  'e\u0301',
  '\uD83D\uDE00\u0000\u0007',
  'Kim, Minji, Jr.',
  'Smith and Sons',
  'others',
  'A; B, C',
  '\uFFFD',
  'constructor',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 12 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => onOneLine(parts.join(' ')).normalize('NFC'))
  .filter((words) => words !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const listed = fc.array(
  text.map((words) => onOneLine(words.replaceAll(';', ','))),
  { maxLength: 3 },
);

/** Something at least: an empty row of a table is no record. */
const saysSomething = ({ title, abstract }: ExternalRecord) => title !== null || abstract !== null;

const records = fc.array(
  fc
    .record<ExternalRecord>({
      title: maybe(text),
      abstract: maybe(text),
      authors: listed,
      year: maybe(fc.integer({ min: 1400, max: 2199 })),
      journal: maybe(text),
      journalAbbreviation: fc.constantFrom(null, 'J. Clin. Inform.'),
      volume: maybe(fc.constantFrom('12', 'Suppl 1', '{2}')),
      issue: maybe(fc.constantFrom('3', '4-5')),
      pages: maybe(fc.constantFrom('541-549', 'e12345', 'S12', '12', 'e1-e9')),
      doi: maybe(fc.constantFrom('10.5555/jci.12.541', '10.1016/s0140-6736(05)71146-6')),
      pmid: maybe(fc.constantFrom('12345678', '2345')),
      issns: fc.constantFrom([], ['1234-567X'], ['1234-567X', '2222-3333']),
      isbns: fc.constantFrom([], ['9781234567897']),
      type: fc.constantFrom(null, 'JOUR', 'Journal Article', 'Book chapter', 'letter', 'Conference Paper'),
      keywords: listed,
      url: maybe(fc.constantFrom('https://example.org/a_b?c=%20&d=~e#f')),
      language: fc.constantFrom(null, 'en', 'Korean'),
      source: fc.constant(blank.source),
    })
    .filter(saysSomething),
  { minLength: 1, maxLength: 4 },
);

/** What a format carries of a record: all but what it has no place or no word for. */
const carries: Record<WrittenFormat, (record: ExternalRecord) => Partial<ExternalRecord>> = {
  ris: (record) => ({ ...record, type: risType(record.type) }),
  nbib: (record) => ({ ...record, url: null }),
  'endnote-xml': (record) => ({ ...record, type: endNoteType(record.type)[0] }),
  bibtex: (record) => ({ ...record, type: bibTexType(record.type) }),
  csv: (record) => record,
  xlsx: (record) => inEveryText(record, (words) => words.replaceAll('\uFFFD', '?')),
};

function inEveryText(record: ExternalRecord, change: (words: string) => string): ExternalRecord {
  const maybe = (words: string | null) => words && change(words);
  return {
    ...record,
    title: maybe(record.title),
    abstract: maybe(record.abstract),
    journal: maybe(record.journal),
    authors: record.authors.map(change),
    keywords: record.keywords.map(change),
  };
}

const formats: readonly WrittenFormat[] = ['ris', 'nbib', 'endnote-xml', 'bibtex', 'csv', 'xlsx'];

describe.each(formats)('what is written as %s', (format) => {
  const comesBack = async (given: readonly ExternalRecord[]) => {
    const back = await readBack((await written(given, format)).bytes, format);
    const without = ({ source: _, ...record }: Partial<ExternalRecord>) => record;
    expect(back.map(without)).toEqual(given.map((record) => without(carries[format](record))));
  };

  it('is read back the same, whatever the texts hold', async () => {
    await fc.assert(fc.asyncProperty(records, comesBack), { numRuns: 30 });
  });

  it.each([
    ['a character that another program had lost', [{ title: '\uFFFD' }, { abstract: '!' }]],
    ['many of them among plain words', [{ title: 'A \uFFFD', abstract: '\uFFFD\uFFFD \uFFFD' }]],
    ['words that every object of the language knows', [{ title: 'toString', abstract: '__proto__' }]],
  ])('is read back with %s', async (_, given) => {
    await comesBack(given.map((texts) => ({ ...blank, ...texts })));
  });

  it('keeps the paragraphs of an abstract where the format can, and its words where it cannot', async () => {
    const given = { ...blank, title: 'A', abstract: 'Aims: one.\nMethods: two.' };
    const [back] = await readBack((await written([given], format)).bytes, format);
    const keeps = ['endnote-xml', 'csv', 'xlsx'].includes(format);
    expect(back?.abstract).toBe(keeps ? given.abstract : 'Aims: one. Methods: two.');
  });
});

describe('tables', () => {
  const risky = { ...blank, title: '=cmd|calc', authors: ['@evil'], keywords: ['-2+3'] };

  it('hold no cell that a spreadsheet would run', async () => {
    const csv = (await written([risky], 'csv')).bytes.toString();
    expect(csv).toContain("'=cmd|calc");
    expect(csv).not.toMatch(/(?:^|[,"\n])[=@]/);
  });

  it('cut in a workbook what no cell of it can hold, and say where', async () => {
    const { bytes, told } = await written([{ ...blank, title: 'A', abstract: '가'.repeat(40_000) }], 'xlsx');
    expect(told).toEqual(['1 Abstract text cut']);
    expect((await readBack(bytes, 'xlsx'))[0]?.abstract).toHaveLength(32_767);
  });
});
