/** Rows of the first sheet of an Excel workbook, every cell as text. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Unzip, UnzipInflate } from 'fflate';
import { defect, Unreadable } from '../kernel/defects.ts';
import type { TableRow } from './read-table.ts';

const LARGEST_FILE_MB = 50;
const LARGEST_CONTENT_MB = 500;

export async function* readXlsx(path: string, name: string): AsyncGenerator<TableRow> {
  const tooLarge = (megabytes: number) =>
    new Unreadable(defect({ file: name }, 'file too large', { megabytes }));
  if ((await stat(path)).size > LARGEST_FILE_MB * 1e6) throw tooLarge(LARGEST_FILE_MB);
  if ((await contentSize(path, name)) > LARGEST_CONTENT_MB * 1e6) throw tooLarge(LARGEST_CONTENT_MB);
  const { readSheet } = await import('read-excel-file/node');
  const rows = await readSheet(path, { trim: false, parseNumber: (digits) => digits }).catch(() => {
    throw new Unreadable(defect({ file: name }, 'spreadsheet unreadable', {}));
  });
  let row = 0;
  for (const cells of rows) yield { row: ++row, cells: cells.map(textOf) };
}

/** Bytes that the workbook unpacks to, counted only as far as the limit: a small file can unpack to terabytes. */
async function contentSize(path: string, name: string): Promise<number> {
  let size = 0;
  const unzip = new Unzip((file) => {
    file.ondata = (error, data) => {
      if (error) throw error;
      size += data.length;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for await (const bytes of createReadStream(path)) {
      unzip.push(bytes);
      if (size > LARGEST_CONTENT_MB * 1e6) break;
    }
    return size;
  } catch {
    throw new Unreadable(defect({ file: name }, 'spreadsheet unreadable', {}));
  }
}

/** A date without a time of day is written as a date; the reader gives times in UTC as the sheet shows them. */
function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  const iso = cell.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}
