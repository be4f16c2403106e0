/** Reads a labelled set as pandas reads it, so that both sides of the comparison see the same texts. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

/** A set that people have screened. */
export interface LabelledRecords {
  texts: string[];
  relevant: boolean[];
}

/** What pandas takes for a missing value among plain words. */
const MISSING = new Set(['#N/A', '<NA>', 'N/A', 'NA', 'NULL', 'NaN', 'None', 'n/a', 'nan', 'null']);

/** @param label the column that holds 1 where people included the record. */
export function readLabelledRecords(file: string, label: string): LabelledRecords {
  // Columns are turned into texts by the parser itself.
  const rows: Record<string, string>[] = parse(readFileSync(file), {
    columns: true,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  for (const column of ['title', 'abstract', label]) {
    if (rows[0]?.[column] === undefined) throw new Error(`${file}: no column \`${column}\``);
  }
  return {
    texts: rows.map(({ title, abstract }) => `${known(title)} ${known(abstract)}`),
    relevant: rows.map((row) => Number(row[label]) === 1),
  };
}

function known(value: string): string {
  return MISSING.has(value) ? '' : value;
}
