/** Tells what kind of reference file this is from how it begins: endings lie, as `.txt` stands for three kinds. */
import { type FileHandle, open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import type { TextEncoding } from './decode-text.ts';
import { tableNames } from './field-names.ts';

export type ReferenceFormat =
  | 'ris'
  | 'narrow ris'
  | 'web of science'
  | 'medline'
  | 'endnote xml'
  | 'endnote tagged'
  | 'bibtex'
  | 'table'
  | 'workbook';

const LOOKED_AT = 1 << 16;

/** The format, or null where the file looks like none of them. */
export async function formatOf(path: string, encoding: TextEncoding): Promise<ReferenceFormat | null> {
  const handle = await open(path);
  try {
    return formatOfStart(await firstBytes(handle), encoding);
  } finally {
    await handle.close();
  }
}

async function firstBytes(handle: FileHandle): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
  return buffer.subarray(0, bytesRead);
}

function formatOfStart(bytes: Buffer, { name }: TextEncoding): ReferenceFormat | null {
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'workbook';
  const text = iconv.decode(bytes, name).replaceAll('\r', '\n');
  if (/^\s*<(?:\?xml|!DOCTYPE|xml|records|record)\b/i.test(text)) return 'endnote xml';
  if (hasHeadings(text)) return 'table';
  if (/^\s{0,3}TY(?: {2}|\t)-/m.test(text)) return 'ris';
  if (/^PMID *- *(?:\d|$)/m.test(text)) return 'medline';
  if (/^%0 \S/m.test(text) || /^\s*%[AT] \S/.test(text)) return 'endnote tagged';
  if (/^\s*@\s*[A-Za-z]{3,20}\s*[{(]/m.test(text)) return 'bibtex';
  if (/^PT [A-Z]$/m.test(text) || /^FN (?:Clarivate|Thomson|ISI)/m.test(text)) return 'web of science';
  if (/^TY -/m.test(text)) return 'narrow ris';
  if (/^[A-Z][A-Z0-9] {2}-(?: |$)/m.test(text)) return 'ris';
  return /^[^\n]*[,;\t][^\n]*\n/.test(text.trimStart()) ? 'table' : null;
}

/** A cell of a table may hold lines that look like any other format; the first line of a table tells it. */
function hasHeadings(text: string): boolean {
  const [first = ''] = text.trimStart().split('\n', 1);
  const cells = first.split(/[,;\t]/).map((cell) => cell.trim().replaceAll('"', '').toLowerCase());
  return cells.length > 1 && cells.some((cell) => tableNames.title.includes(cell));
}
