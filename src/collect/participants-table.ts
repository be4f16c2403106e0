/** participants.csv: `id, language, consent, withdrawn`, then a column for each attribute of the study. */
import { csvTable } from '../kernel/csv.ts';
import type { DefectList } from '../kernel/defects.ts';
import { ParticipantId } from '../study/ids.ts';
import { type Language, languages } from '../study/localised.ts';
import { AttributeDefinition, ConsentScope, type Participant, type Study } from '../study/model.ts';
import { columnLetters, type TableRow } from './read-table.ts';
import { choiceIn, dateIn, type Header, headerOf, idIn, reportLongRow } from './table-cells.ts';

const OWN_COLUMNS = ['id', 'language', 'consent', 'withdrawn'];

/** A participant whose language of answering may still have to be told from the answers. */
export type ListedParticipant = Omit<Participant, 'language'> & { language: Language | null };

export interface ParticipantsTable {
  participants: ListedParticipant[];
  rows: number[];
  /** The study's attributes, or those that the table implies. */
  attributes: AttributeDefinition[];
}

/**
 * Without a column `consent`, or with an empty cell, consent is to `analysis` alone: nobody is quoted by oversight.
 * @param attributes null where the study does not describe any: then each further column is one
 */
export async function readParticipants(
  rows: AsyncIterable<TableRow>,
  file: string,
  attributes: AttributeDefinition[] | null,
  defects: DefectList,
): Promise<ParticipantsTable> {
  const table: ParticipantsTable = { participants: [], rows: [], attributes: attributes ?? [] };
  let header: Header | null = null;
  for await (const row of rows) {
    if (header === null) {
      header = headerOf(row, file, defects);
      if (attributes === null) table.attributes = impliedAttributes(header, defects);
      reportParticipantColumns(header, table.attributes, attributes !== null, defects);
      continue;
    }
    reportLongRow(row, header, defects);
    const participant = participantOf(row, header, table.attributes, defects);
    if (participant === null) continue;
    table.participants.push(participant);
    table.rows.push(row.row);
  }
  if (header === null) defects.add({ file }, 'file empty', {});
  return attributes === null ? { ...table, attributes: withKinds(table) } : table;
}

function reportParticipantColumns(
  header: Header,
  attributes: readonly AttributeDefinition[],
  described: boolean,
  defects: DefectList,
): void {
  const { file } = header;
  if (!header.has('id')) defects.add({ file, row: 1, column: 'id' }, 'column missing', { column: 'id' });
  if (!described) return;
  const known = new Set([...OWN_COLUMNS, ...attributes.map((attribute) => attribute.id)]);
  header.names.forEach((name, at) => {
    if (!known.has(name))
      defects.add({ file, row: 1, column: columnLetters(at) }, 'attribute column unknown', {});
  });
}

function impliedAttributes(header: Header, defects: DefectList): AttributeDefinition[] {
  return header.names.flatMap((name, at) => {
    if (OWN_COLUMNS.includes(name)) return [];
    const attribute = AttributeDefinition.safeParse({ id: name, label: { en: name }, kind: 'category' });
    if (attribute.success) return [attribute.data];
    defects.add({ file: header.file, row: 1, column: columnLetters(at) }, 'attribute id malformed', {});
    return [];
  });
}

/** An implied attribute is a number where every value that is given is one. */
function withKinds({ attributes, participants }: ParticipantsTable): AttributeDefinition[] {
  return attributes.map((attribute) => {
    const values = participants.flatMap((participant) => participant.attributes[attribute.id] ?? []);
    const numeric = values.length > 0 && values.every((value) => Number.isFinite(Number(value)));
    return { ...attribute, kind: numeric ? 'number' : 'category' };
  });
}

function participantOf(
  row: TableRow,
  header: Header,
  attributes: readonly AttributeDefinition[],
  defects: DefectList,
): ListedParticipant | null {
  const cell = (column: string) => header.cell(row, column);
  const id = idIn(cell('id'), ParticipantId, defects);
  const language = choiceIn(cell('language'), languages, null, defects);
  const consent = choiceIn(cell('consent'), ConsentScope.options, 'analysis', defects);
  const withdrawn = dateIn(cell('withdrawn'), defects);
  if (id === null || consent === null || withdrawn === undefined) return null;
  const values = attributes.flatMap(({ id: attribute }) => {
    const value = cell(attribute).text;
    return value === '' ? [] : [[attribute, value] as const];
  });
  return { id, language, consent, withdrawn, attributes: Object.fromEntries(values) };
}

/** The table in its normal form; participants in the order given. */
export function participantsCsv(participants: readonly Participant[], study: Study): string {
  const attributes = study.attributes.map((attribute) => attribute.id);
  return csvTable(
    [...OWN_COLUMNS, ...attributes],
    participants.map((participant) => [
      participant.id,
      participant.language,
      participant.consent,
      participant.withdrawn,
      ...attributes.map((attribute) => participant.attributes[attribute] ?? null),
    ]),
  );
}
