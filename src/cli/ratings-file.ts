/** A table of ratings as the methods take it: numbers, with `null` where a coder did not rate. */
import { columnLetters, givenFile, readTable, type TableRow } from '../collect/index.ts';
import { defect, Unreadable } from '../kernel/defects.ts';
import type { Level } from './agreement.ts';

export interface RatingsTable {
  coders: number;
  rows: (number | null)[][];
}

/**
 * At the nominal level labels may be words; they are numbered in the order in which they come.
 * @throws Unreadable where the file is no such table
 */
export async function readRatings(path: string, level: Level): Promise<RatingsTable> {
  const file = await givenFile(path);
  const cells: TableRow[] = [];
  for await (const row of readTable(file.path, file.name)) cells.push(row);
  const header = cells.shift();
  if (header === undefined) throw new Unreadable(defect({ file: file.name }, 'file empty', {}));
  const coders = header.cells.findLastIndex((name) => name.trim() !== '') + 1;
  if (coders < 2) throw new Unreadable(defect({ file: file.name, row: 1 }, 'too few coders', {}));
  if (cells.length === 0) throw new Unreadable(defect({ file: file.name }, 'too few rows', { minimum: 1 }));
  const numberOf = level === 'nominal' ? labelNumbers(cells) : (label: string) => Number(label);
  const rows = cells.map((row) => {
    if (row.cells.slice(coders).some((cell) => cell.trim() !== ''))
      throw new Unreadable(defect({ file: file.name, row: row.row }, 'row too long', {}));
    return Array.from({ length: coders }, (_, at) => {
      const label = (row.cells[at] ?? '').trim();
      const rating = label === '' ? null : numberOf(label);
      const place = { file: file.name, row: row.row, column: columnLetters(at) };
      if (rating !== null && !Number.isFinite(rating))
        throw new Unreadable(defect(place, 'label not a number', {}));
      if (rating !== null && rating < 0 && level === 'ratio')
        throw new Unreadable(defect(place, 'label negative', {}));
      return rating;
    });
  });
  return { coders, rows };
}

/** `1` and `1.0` are one label where all labels are numbers. */
function labelNumbers(rows: readonly TableRow[]): (label: string) => number {
  const numeric = rows.every((row) => row.cells.every((cell) => Number.isFinite(Number(cell))));
  if (numeric) return Number;
  const numbers = new Map<string, number>();
  return (label) => {
    const text = label.normalize('NFC');
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
}
