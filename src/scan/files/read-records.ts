/** External records out of a reference file of any kind, one after the other, whatever its size. */
import { givenFile } from '../../collect/index.ts';
import type { Problem } from '../../kernel/problems.ts';
import type { Language } from '../../study/localised.ts';
import { type FieldNames, recordFromFields } from '../records/from-fields.ts';
import type { ExternalRecord, SourceField } from '../records/model.ts';
import { bibTexEntries } from './bibtex.ts';
import { encodingOfFile, linesOf, textOf } from './decode-text.ts';
import { formatOf } from './detect-format.ts';
import { endNoteXmlRecords } from './endnote-xml.ts';
import {
  bibTexNames,
  endNoteTaggedNames,
  endNoteXmlNames,
  medlineNames,
  risNames,
  tableNames,
  webOfScienceNames,
} from './field-names.ts';
import { type ReferenceFault, referenceProblem } from './problem-words.ts';
import { tableRecords } from './table-records.ts';
import { endNoteTagged, medline, narrowRis, ris, taggedRecords, webOfScience } from './tagged-records.ts';

interface ReadFields {
  fields: SourceField[];
  startMissing?: boolean;
  endMissing?: boolean;
}

const tagged = {
  ris: { dialect: ris, names: risNames },
  'narrow ris': { dialect: narrowRis, names: risNames },
  'web of science': { dialect: webOfScience, names: webOfScienceNames },
  medline: { dialect: medline, names: medlineNames },
  'endnote tagged': { dialect: endNoteTagged, names: endNoteTaggedNames },
};

/**
 * Every record of the file, found by its content and not by its name. What is wrong is told through `tell` and stops
 * nothing.
 * @throws Unreadable where there is no such file, or a table that cannot be read
 */
export async function* readRecords(
  path: string,
  language: Language,
  tell: (problem: Problem) => void,
): AsyncGenerator<ExternalRecord> {
  const file = await givenFile(path);
  const tellOf = (fault: ReferenceFault, record?: number) =>
    tell(referenceProblem(fault, file.name, language, record));
  const { names, records } = await fieldsIn(file.path, file.name, tellOf);
  let index = 0;
  for await (const { fields, startMissing, endMissing } of records) {
    const { record, yearUnreadable } = recordFromFields(fields, names, path, index);
    index++;
    if (startMissing) tellOf('start tag missing', index);
    if (endMissing) tellOf('end tag missing', index);
    if (yearUnreadable) tellOf('year unreadable', index);
    if (record.title === null) tellOf('title missing', index);
    yield record;
  }
  if (index === 0) tellOf('no records');
}

async function fieldsIn(
  path: string,
  name: string,
  tell: (fault: ReferenceFault) => void,
): Promise<{ names: FieldNames; records: AsyncIterable<ReadFields> }> {
  const encoding = await encodingOfFile(path);
  const format = await formatOf(path, encoding);
  if (format === null) return { names: risNames, records: noFields() };
  if (format === 'table' || format === 'workbook')
    return { names: tableNames, records: rows(tableRecords(path, name)) };
  if (encoding.damaged) tell('encoding damaged');
  const text = textOf(path, encoding);
  if (format === 'endnote xml')
    return { names: endNoteXmlNames, records: endNoteXmlRecords(text, () => tell('not well-formed')) };
  if (format === 'bibtex') return { names: bibTexNames, records: bibTexEntries(linesOf(text)) };
  const { dialect, names } = tagged[format];
  return { names, records: taggedRecords(linesOf(text), dialect) };
}

async function* rows(table: AsyncIterable<SourceField[]>): AsyncGenerator<ReadFields> {
  for await (const fields of table) yield { fields };
}

async function* noFields(): AsyncGenerator<ReadFields> {}
