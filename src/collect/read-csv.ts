/** Rows of a delimited text file, one at a time. */
import type { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { defect, Unreadable } from '../kernel/defects.ts';
import { utf8Bytes } from './encoding.ts';
import type { TableRow } from './read-table.ts';

/** In characters; an hour's interview transcript has about 60,000. */
export const LARGEST_CELL = 1_000_000;
const LARGEST_RECORD = 4 * LARGEST_CELL;
const DELIMITERS = [',', ';', '\t'];

export async function* readCsv(path: string, name: string): AsyncGenerator<TableRow> {
  const delimiter = await delimiterOf(await utf8Bytes(path, name));
  const parser = parse({
    bom: true,
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LARGEST_RECORD,
  });
  const bytes = await utf8Bytes(path, name);
  bytes.on('error', (error) => parser.destroy(error));
  let row = 0;
  try {
    for await (const cells of bytes.pipe(parser)) yield { row: ++row, cells: cells as string[] }; // no `columns` option
  } catch (error) {
    if (!isCsvError(error)) throw error;
    // The parser is ahead of its reader: it says itself how many records were whole.
    throw new Unreadable(defect({ file: name, row: Number(error.records) + 1 }, 'quotes broken', {}));
  } finally {
    bytes.destroy();
  }
}

/** The candidate that stands most often outside quotes in the first line; a comma where none does. */
async function delimiterOf(bytes: Readable): Promise<string> {
  const counts = DELIMITERS.map(() => 0);
  let quoted = false;
  for await (const chunk of bytes) {
    for (const character of chunk.toString()) {
      if (character === '"') quoted = !quoted;
      if (quoted) continue;
      if (character === '\n' || character === '\r') return mostOften(counts);
      const at = DELIMITERS.indexOf(character);
      if (at >= 0) counts[at]!++;
    }
  }
  return mostOften(counts);
}

function mostOften(counts: readonly number[]): string {
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error && /^CSV_|_QUOTE$/.test(String(error.code));
}
