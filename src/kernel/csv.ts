/**
 * Tables as RFC 4180 text, made so that no spreadsheet runs a cell as a formula and every cell can be had back.
 *
 * A spreadsheet takes a cell that starts with `= + - @`, a tab or a line break for a formula (OWASP, CSV
 * injection). Such a cell is written with an apostrophe before it, and so is one that has apostrophes before such
 * a start; reading takes one apostrophe off again. Left alone are what no spreadsheet can run: a lone sign (the
 * polarity `-`, the answer "-") and a plain number (-0.34), so that tables of figures stay tables of figures.
 */

const RISKY_START = /^[=+\-@\t\r\n＝＋－＠]/u;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;

/** The cell as it may stand in an exported table. Undone by `withoutFormulaGuard`. */
export function withFormulaGuard(cell: string): string {
  return mayRun(withoutApostrophes(cell)) ? `'${cell}` : cell;
}

/** The cell that `withFormulaGuard` was given. Other cells come back as they are. */
export function withoutFormulaGuard(cell: string): string {
  return cell.startsWith("'") && mayRun(withoutApostrophes(cell)) ? cell.slice(1) : cell;
}

function mayRun(cell: string): boolean {
  return cell.length > 1 && RISKY_START.test(cell) && !PLAIN_NUMBER.test(cell);
}

function withoutApostrophes(cell: string): string {
  let at = 0;
  while (cell[at] === "'") at++;
  return cell.slice(at);
}

/** One record with its line feed; `null` is an empty cell. */
export function csvRecord(cells: ReadonlyArray<string | number | null>): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

/** A whole table, header first. */
export function csvTable(
  header: readonly string[],
  rows: Iterable<ReadonlyArray<string | number | null>>,
): string {
  const records = [csvRecord(header)];
  for (const row of rows) records.push(csvRecord(row));
  return records.join('');
}

function csvCell(value: string | number | null): string {
  const cell = value === null ? '' : typeof value === 'number' ? String(value) : withFormulaGuard(value);
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
