/**
 * Records in files of tagged lines: RIS, MEDLINE (nbib), Web of Science and EndNote's own (enw). Nothing that a record says is lost: lines
 * without a tag continue the field before them, tags after the end tag (Ovid) still belong to the record, and a
 * missing start or end tag is told but parts the records all the same.
 */
import type { SourceField } from '../records/model.ts';

export interface TaggedDialect {
  /** Groups 1 and 2: tag and value. */
  line: RegExp;
  start: string;
  /** Null where records end at a blank line or at the next start. */
  end: string | null;
  /** What joins a continued line to the field: wrapped text flows on, RIS text and lists keep their lines. */
  continued(tag: string): string;
  /** Tags that begin a record of their own after an end tag, where the start tag is missing. */
  opening: ReadonlySet<string>;
}

export interface TaggedRecord {
  fields: SourceField[];
  startMissing: boolean;
  endMissing: boolean;
}

const NONE: ReadonlySet<string> = new Set();

export const ris: TaggedDialect = {
  line: /^\s{0,3}([A-Z][A-Z0-9])(?: {2}|\t)-(?:\s(.*))?$/,
  start: 'TY',
  end: 'ER',
  continued: () => '\n',
  opening: new Set(['TI', 'T1', 'AU', 'A1', 'AB', 'N2', 'PY', 'Y1', 'JF', 'JO', 'T2', 'DO', 'SP', 'ID']),
};

/** RIS as some programs write it, with one blank before the hyphen. */
export const narrowRis: TaggedDialect = { ...ris, line: /^([A-Z][A-Z0-9]) -(?:\s(.*))?$/ };

export const webOfScience: TaggedDialect = {
  line: /^([A-Z][A-Z0-9])(?: (.*))?$/,
  start: 'PT',
  end: 'ER',
  continued: (tag) => (['AU', 'AF', 'CR', 'C1', 'C3'].includes(tag) ? '\n' : ' '),
  opening: new Set(['AU', 'TI', 'AB', 'SO']),
};

export const medline: TaggedDialect = {
  line: /^([A-Z]{2,4}) *- ?(.*)$/,
  start: 'PMID',
  end: null,
  continued: () => ' ',
  opening: NONE,
};

/** EndNote's import format, out of refer (Lesk, Some Applications of Inverted Indexes on the UNIX System, 1978). */
export const endNoteTagged: TaggedDialect = {
  line: /^\s{0,3}(%[!-~])(?: (.*))?$/,
  start: '%0',
  end: null,
  continued: (tag) => (tag === '%K' || tag === '%X' ? '\n' : ' '),
  opening: NONE,
};

export async function* taggedRecords(
  batches: AsyncIterable<readonly string[]>,
  dialect: TaggedDialect,
): AsyncGenerator<TaggedRecord> {
  let open: TaggedRecord | null = null;
  let ended = false;
  for await (const lines of batches) {
    for (const line of lines) {
      const found = dialect.line.exec(line);
      const tag = found?.[1];
      if (tag === undefined) {
        if (open !== null && !ended) continueField(open.fields, line, dialect);
        continue;
      }
      if (isHeader(tag, open === null)) continue;
      const starts = tag === dialect.start;
      if (starts || open === null || (ended && dialect.opening.has(tag))) {
        if (tag === dialect.end) continue;
        if (open !== null) yield finished(open, ended || dialect.end === null);
        open = { fields: [], startMissing: !starts, endMissing: false };
        ended = false;
      }
      if (tag === dialect.end) ended = true;
      else open.fields.push([tag, (found?.[2] ?? '').trim()]);
    }
  }
  if (open !== null) yield finished(open, ended || dialect.end === null);
}

/** Web of Science opens a file with `FN` and `VR` and closes it with `EF`. */
function isHeader(tag: string, outside: boolean): boolean {
  return tag === 'EF' || (outside && (tag === 'FN' || tag === 'VR'));
}

function finished(record: TaggedRecord, ended: boolean): TaggedRecord {
  for (const field of record.fields) field[1] = field[1].trim();
  return { ...record, endMissing: !ended };
}

function continueField(fields: SourceField[], line: string, dialect: TaggedDialect): void {
  const last = fields.at(-1);
  if (last === undefined) return;
  const text = line.trim();
  if (text !== '' || dialect.continued(last[0]) === '\n') last[1] += dialect.continued(last[0]) + text;
}
