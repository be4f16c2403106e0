/** External records written to a reference file, in the formats that reference managers and screening tools read. */
import type { Problem } from '../../kernel/problems.ts';
import type { Language } from '../../study/localised.ts';
import type { ExternalRecord } from '../records/model.ts';
import { referenceProblem } from './problem-words.ts';
import { bibTexOf } from './write-bibtex.ts';
import { endNoteXmlEnd, endNoteXmlOf, endNoteXmlStart } from './write-endnote-xml.ts';
import { csvOf, csvStart, MOST_WORKBOOK_RECORDS, workbookOf } from './write-table.ts';
import { medlineOf, risOf } from './write-tagged.ts';

export const writtenFormats = ['ris', 'nbib', 'endnote-xml', 'bibtex', 'csv', 'xlsx'] as const;
export type WrittenFormat = (typeof writtenFormats)[number];

interface TextFormat {
  start: string;
  record(record: ExternalRecord, at: number): string;
  end: string;
}

const textFormats: Record<Exclude<WrittenFormat, 'xlsx'>, TextFormat> = {
  ris: { start: '', record: risOf, end: '' },
  nbib: { start: '', record: medlineOf, end: '' },
  'endnote-xml': { start: endNoteXmlStart, record: endNoteXmlOf, end: endNoteXmlEnd },
  bibtex: { start: '', record: bibTexOf, end: '' },
  csv: { start: csvStart, record: csvOf, end: '' },
};

/**
 * The file piece by piece; a workbook comes in one, since its parts are packed together. What a format cannot hold is told
 * through `tell`, with `file` as the name that messages call it.
 */
export async function* writeRecords(
  records: AsyncIterable<ExternalRecord>,
  format: WrittenFormat,
  { file, language, tell }: { file: string; language: Language; tell: (problem: Problem) => void },
): AsyncGenerator<string | Uint8Array> {
  if (format === 'xlsx') {
    const held: ExternalRecord[] = [];
    for await (const record of records) {
      if (held.length < MOST_WORKBOOK_RECORDS) held.push(record);
      else return tell(referenceProblem('too many records', file, language));
    }
    yield await workbookOf(held, (at, column) =>
      tell({ ...referenceProblem('text cut', file, language, at + 1), column }),
    );
    return;
  }
  const { start, record: written, end } = textFormats[format];
  yield start;
  let at = 0;
  for await (const record of records) yield written(record, at++);
  yield end;
}
