/**
 * Records as a table, a row a record, for spreadsheets and screening tools: as CSV and as a workbook. In both no cell
 * is run as a formula, since a workbook is often saved as CSV later.
 */
import writeWorkbook from 'write-excel-file/node';
import { csvRecord, withFormulaGuard } from '../../kernel/csv.ts';
import type { ExternalRecord } from '../records/model.ts';
import { inOneCell, isPages } from './written-text.ts';

type Cell = string | number | null;

const columns: readonly (readonly [heading: string, cell: (record: ExternalRecord) => Cell])[] = [
  ['Title', ({ title }) => title],
  ['Abstract', ({ abstract }) => abstract],
  ['Authors', ({ authors }) => inOneCell(authors)],
  ['Publication Year', ({ year }) => year],
  ['Journal', ({ journal }) => journal],
  ['Journal Abbreviation', ({ journalAbbreviation }) => journalAbbreviation],
  ['Volume', ({ volume }) => volume],
  ['Issue', ({ issue }) => issue],
  ['Pages', ({ pages }) => (pages !== null && isPages(pages) ? pages : null)],
  ['Article Number', ({ pages }) => (pages !== null && isPages(pages) ? null : pages)],
  ['DOI', ({ doi }) => doi],
  ['PMID', ({ pmid }) => pmid],
  ['ISSN', ({ issns }) => issns.join('; ')],
  ['ISBN', ({ isbns }) => isbns.join('; ')],
  ['Type', ({ type }) => type],
  ['Keywords', ({ keywords }) => inOneCell(keywords)],
  ['URL', ({ url }) => url],
  ['Language', ({ language }) => language],
  ['Database', ({ source }) => source.database],
];

/** With a byte order mark, without which Excel takes UTF-8 for the system's own encoding. */
export const csvStart = `\uFEFF${csvRecord(columns.map(([heading]) => heading))}`;

export const csvOf = (record: ExternalRecord): string => csvRecord(columns.map(([, cell]) => cell(record)));

/** Excel's own limits (Microsoft, Excel specifications and limits): a file beyond them does not open. */
export const MOST_WORKBOOK_RECORDS = 1_048_575;
export const LONGEST_WORKBOOK_CELL = 32_767;

/**
 * The workbook's bytes. `tellCut` is called with the record's place, from 0, and the column where a text was longer than a
 * cell of a workbook can be and was cut.
 */
export async function workbookOf(
  records: readonly ExternalRecord[],
  tellCut: (record: number, column: string) => void,
): Promise<Buffer> {
  const rows = records.map((record, index) =>
    columns.map(([heading, cellOf]) => {
      const cell = cellOf(record);
      if (typeof cell !== 'string') return cell;
      const text = writable(withFormulaGuard(cell));
      if (text.length > LONGEST_WORKBOOK_CELL) tellCut(index, heading);
      return text.slice(0, LONGEST_WORKBOOK_CELL).replace(/[\ud800-\udbff]$/, '') || null;
    }),
  );
  const workbook = await writeWorkbook([columns.map(([heading]) => heading), ...rows], {
    stickyRowsCount: 1,
  });
  return workbook.toBuffer();
}

/**
 * The text as the writer of workbooks keeps it. It leaves out what XML cannot hold or advises against (XML 1.0, 2.2) and
 * U+FFFD too, so that a damaged title would end as none; and it looks texts up in a plain object, where `constructor` and
 * its like stand already and spoil the whole file: a blank after them, which reading takes off, makes them others.
 */
function writable(text: string): string {
  const speakable = text.replaceAll(UNSPEAKABLE, ' ').replaceAll('\uFFFD', '?');
  return speakable in Object.prototype ? `${speakable} ` : speakable;
}

const UNSPEAKABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]|\p{Noncharacter_Code_Point}|\p{Surrogate}/gu;
