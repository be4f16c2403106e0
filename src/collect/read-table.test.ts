import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvTable, withoutFormulaGuard } from '../kernel/csv.ts';
import { Unreadable } from '../kernel/defects.ts';
import { encodingOf } from './encoding.ts';
import { columnLetters, readTable } from './read-table.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firsthand-table-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function given(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function read(name: string, content: string | Uint8Array) {
  const rows = [];
  for await (const row of readTable(await given(name, content), name)) rows.push(row);
  return rows;
}

async function defectOf(name: string, content: string | Uint8Array) {
  const error = await read(name, content).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Unreadable);
  return (error as Unreadable).defect; // checked in the line above
}

/** A workbook as Excel writes it, with the least that a reader needs. `null` leaves a cell out. */
function workbook(rows: (string | number | null)[][]): Uint8Array {
  const sheet = rows.map((cells, at) => {
    const inner = cells.map((cell, column) => {
      const ref = `${columnLetters(column)}${at + 1}`;
      if (cell === null) return '';
      if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
      const text = cell.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return `<c r="${ref}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
    });
    return `<row r="${at + 1}">${inner.join('')}</row>`;
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="${packaged}"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packaged}"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    ),
  });
}

describe('reading a table', () => {
  it('counts rows as a spreadsheet does, empty ones and those of several lines included', async () => {
    expect(await read('a.csv', 'a,b\n\n"1\r\n2",x\n,\n3,y')).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 3, cells: ['1\r\n2', 'x'] },
      { row: 5, cells: ['3', 'y'] },
    ]);
  });

  it('gives every cell back that our own tables hold', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('"', ',', ';', '\t', '\n', '\r', 'a', '가', '😀', ' ', "'"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell)), async (rows) => {
        const filled = rows.filter((cells) => cells.some((one) => one !== ''));
        const table = csvTable(['a', 'b', 'c'], rows);
        const back = (await read('own.csv', table)).slice(1).map((row) => row.cells);
        expect(back.map((cells) => cells.map(withoutFormulaGuard))).toEqual(filled);
      }),
    );
  });

  it('reads a workbook as text, digits as they are', async () => {
    expect(
      await read(
        'a.xlsx',
        workbook([
          ['id', '글'],
          ['P1', ' <망상> & "인용" '],
          [7, null],
          ['P3', '=1+1'],
        ]),
      ),
    ).toEqual([
      { row: 1, cells: ['id', '글'] },
      { row: 2, cells: ['P1', ' <망상> & "인용" '] },
      { row: 3, cells: ['7', ''] },
      { row: 4, cells: ['P3', '=1+1'] },
    ]);
  });

  it.each([
    ['a.pdf', 'x', 'file type unknown'],
    ['broken.xlsx', 'no workbook', 'spreadsheet unreadable'],
    ['a.csv', `a,b\n1,${'x'.repeat(1_000_001)}\n`, 'cell too large'],
    ['a.csv', 'a,b\n1,2\n3,"x" y\n', 'quotes broken'],
    ['a.csv', Uint8Array.of(0x61, 0x2c, 0xff, 0xff, 0x0a), 'encoding unknown'],
  ])('says what is wrong with %s (%#)', async (name, content, code) => {
    expect((await defectOf(name, content)).code).toBe(code);
  });

  it('says in which row quotes stop adding up', async () => {
    expect(await defectOf('a.csv', 'a,b\n1,2\n\n3,"x" y\n')).toMatchObject({ file: 'a.csv', row: 4 });
  });

  it('does not unpack a workbook that grows without end', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(501e6) }, { level: 1 });
    expect((await defectOf('bomb.xlsx', bomb)).code).toBe('file too large');
  });
});

describe('the encoding of a file', () => {
  const text = 'participant,text\np1,환자가 챗봇에게 물었다 — 뷁\n';
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\uFEFF${text}`)],
    ['utf-8', Buffer.from('a,\uFFFD\n')],
    ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ['cp949', iconv.encode(text.replace('—', '-'), 'cp949')],
    [null, Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x2c, 0x0a])],
  ] as const)('is %s', async (encoding, bytes) => {
    expect(await encodingOf(await given('e.csv', bytes))).toBe(encoding);
  });

  it('is told from the whole file, not from its beginning', async () => {
    const long = Buffer.concat([Buffer.from('a,b\n'.repeat(50_000)), iconv.encode('한글', 'cp949')]);
    expect(await encodingOf(await given('e.csv', long))).toBe('cp949');
  });

  it('is known also where characters lie across the pieces in which the file is read', async () => {
    const long = Buffer.from(`a${'가'.repeat(100_000)}`);
    expect(await encodingOf(await given('e.csv', long))).toBe('utf-8');
  });
});

describe('columns', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('%i is %s', (at, letters) => {
    expect(columnLetters(at)).toBe(letters);
  });
});
