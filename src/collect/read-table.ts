/** A table of text cells, whatever file it came in. */
import { extname } from 'node:path';
import { defect, Unreadable } from '../kernel/defects.ts';
import { LARGEST_CELL, readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** `row` as a spreadsheet counts: the first is 1, empty rows count. */
export interface TableRow {
  row: number;
  cells: string[];
}

export const TABLE_ENDINGS = ['.csv', '.tsv', '.xlsx'] as const;
const MOST_ROWS = 5_000_000;

/**
 * The rows that are not empty, header included, one after the other; cells as they stand in the file.
 * @param name what messages call the file
 * @throws Unreadable where the file is no table
 */
export async function* readTable(path: string, name: string): AsyncGenerator<TableRow> {
  for await (const row of rowsOf(path, name)) {
    if (row.row > MOST_ROWS)
      throw new Unreadable(defect({ file: name }, 'too many rows', { rows: MOST_ROWS }));
    const large = row.cells.findIndex((cell) => cell.length > LARGEST_CELL);
    if (large >= 0)
      throw new Unreadable(
        defect({ file: name, row: row.row, column: columnLetters(large) }, 'cell too large', {
          characters: LARGEST_CELL,
        }),
      );
    if (row.cells.some((cell) => cell !== '')) yield row;
  }
}

function rowsOf(path: string, name: string): AsyncGenerator<TableRow> {
  const ending = extname(path).toLowerCase();
  if (ending === '.xlsx') return readXlsx(path, name);
  if (ending === '.csv' || ending === '.tsv' || ending === '.txt') return readCsv(path, name);
  throw new Unreadable(defect({ file: name }, 'file type unknown', {}));
}

/** A column's name in a spreadsheet: A, B, … Z, AA. `at` counts from 0. */
export function columnLetters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : columnLetters(Math.floor(at / 26) - 1) + last;
}
