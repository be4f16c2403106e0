/** assignments.csv: `participant, coder, pass`; who was given whose answers. */
import { csvTable } from '../kernel/csv.ts';
import type { DefectList } from '../kernel/defects.ts';
import { CoderId, ParticipantId } from '../study/ids.ts';
import { type Assignment, Pass } from '../study/model.ts';
import type { TableRow } from './read-table.ts';
import { choiceIn, type Header, headerOf, idIn, reportColumns, reportLongRow } from './table-cells.ts';

const COLUMNS = ['participant', 'coder', 'pass'];

export interface AssignmentsTable {
  assignments: Assignment[];
  rows: number[];
}

/** An empty `pass` is the independent one. */
export async function readAssignments(
  rows: AsyncIterable<TableRow>,
  file: string,
  defects: DefectList,
): Promise<AssignmentsTable> {
  const table: AssignmentsTable = { assignments: [], rows: [] };
  let header: Header | null = null;
  for await (const row of rows) {
    if (header === null) {
      header = headerOf(row, file, defects);
      reportColumns(header, { required: ['participant', 'coder'], known: COLUMNS }, defects);
      continue;
    }
    reportLongRow(row, header, defects);
    const participant = idIn(header.cell(row, 'participant'), ParticipantId, defects);
    const coder = idIn(header.cell(row, 'coder'), CoderId, defects);
    const pass = choiceIn(header.cell(row, 'pass'), Pass.options, 'independent', defects);
    if (participant === null || coder === null || pass === null) continue;
    table.assignments.push({ participant, coder, pass });
    table.rows.push(row.row);
  }
  if (header === null) defects.add({ file }, 'file empty', {});
  return table;
}

/** The table in its normal form; assignments in the order given. */
export function assignmentsCsv(assignments: readonly Assignment[]): string {
  return csvTable(
    COLUMNS,
    assignments.map(({ participant, coder, pass }) => [participant, coder, pass]),
  );
}
