/** Cells of a study's table by the names of its columns, and what may stand in them. */
import { z } from 'zod';
import { withoutFormulaGuard } from '../kernel/csv.ts';
import type { DefectList, Place } from '../kernel/defects.ts';
import { columnLetters, type TableRow } from './read-table.ts';

export interface Cell {
  /** Without surrounding space, in NFC: ids, dates, values of a list. */
  text: string;
  /** As it was exported: answers. */
  verbatim: string;
  place: Place;
}

export interface Header {
  file: string;
  names: readonly string[];
  has(column: string): boolean;
  cell(row: TableRow, column: string): Cell;
}

/** The header row as names. Names that are there twice are reported. */
export function headerOf(row: TableRow, file: string, defects: DefectList): Header {
  const names = row.cells.map((cell) => withoutFormulaGuard(cell).trim().normalize('NFC'));
  while (names.at(-1) === '') names.pop(); // some tools end every line with a separator
  const at = new Map<string, number>();
  names.forEach((name, index) => {
    if (at.has(name) && name !== '')
      defects.add({ file, row: row.row, column: columnLetters(index) }, 'column twice', {});
    else at.set(name, index);
  });
  return {
    file,
    names,
    has: (column) => at.has(column),
    cell: ({ row, cells }, column) => {
      const verbatim = withoutFormulaGuard(cells[at.get(column) ?? -1] ?? '');
      return { verbatim, text: verbatim.trim().normalize('NFC'), place: { file, row, column } };
    },
  };
}

/** Reports columns that the table does not have, by their letter, since a missing header would show an answer. */
export function reportColumns(
  header: Header,
  expected: { required: readonly string[]; known: readonly string[] },
  defects: DefectList,
): void {
  for (const column of expected.required)
    if (!header.has(column)) defects.add({ file: header.file, row: 1, column }, 'column missing', { column });
  header.names.forEach((name, index) => {
    if (!expected.known.includes(name))
      defects.add({ file: header.file, row: 1, column: columnLetters(index) }, 'column unknown', {
        known: expected.known,
      });
  });
}

/** Reports a row with filled cells beyond the header. */
export function reportLongRow(row: TableRow, header: Header, defects: DefectList): void {
  if (row.cells.slice(header.names.length).some((cell) => cell !== ''))
    defects.add({ file: header.file, row: row.row }, 'row too long', {});
}

/** The cell as an id of any kind, or null after reporting what is wrong; brands are given by the caller's schema. */
export function idIn<S extends z.ZodType>(cell: Cell, schema: S, defects: DefectList): z.infer<S> | null {
  const id = schema.safeParse(cell.text);
  if (id.success) return id.data;
  defects.add(cell.place, cell.text === '' ? 'cell empty' : 'id malformed', {});
  return null;
}

/** One of `choices`; `otherwise` where the cell is empty; null after reporting. */
export function choiceIn<T extends string, E>(
  cell: Cell,
  choices: readonly T[],
  otherwise: E,
  defects: DefectList,
): T | E | null {
  if (cell.text === '') return otherwise;
  const choice = choices.find((one) => one === cell.text.toLowerCase());
  if (choice === undefined) defects.add(cell.place, 'cell not among', { choices });
  return choice ?? null;
}

const calendarDate = z.iso.date();

/** A calendar date or null for an empty cell; undefined after reporting. */
export function dateIn(cell: Cell, defects: DefectList): string | null | undefined {
  if (cell.text === '') return null;
  if (calendarDate.safeParse(cell.text).success) return cell.text;
  defects.add(cell.place, 'date malformed', {});
  return undefined;
}

/** A whole number from `minimum`, or null for an empty cell; undefined after reporting. */
export function wholeNumberIn(cell: Cell, minimum: number, defects: DefectList): number | null | undefined {
  if (cell.text === '') return null;
  const number = /^\d{1,9}$/.test(cell.text) ? Number(cell.text) : Number.NaN;
  if (number >= minimum) return number;
  defects.add(cell.place, 'whole number expected', { minimum });
  return undefined;
}
