/** Records in a table: a row a record, the headings of the first row say what each column holds. */
import { readTable } from '../../collect/index.ts';
import { withoutFormulaGuard } from '../../kernel/csv.ts';
import type { SourceField } from '../records/model.ts';
import { tableNames } from './field-names.ts';

const KNOWN: ReadonlySet<string> = new Set([...tableNames.title, ...tableNames.abstract]);

/** Nothing where no heading names a title or an abstract. @throws Unreadable where the file is no table */
export async function* tableRecords(path: string, name: string): AsyncGenerator<SourceField[]> {
  let headings: string[] | null = null;
  for await (const { cells } of readTable(path, name)) {
    if (headings === null) {
      headings = cells.map((cell) => withoutFormulaGuard(cell).trim().toLowerCase());
      if (!headings.some((heading) => KNOWN.has(heading))) return;
      continue;
    }
    const named = headings;
    yield cells.map(
      (cell, at): SourceField => [named[at] ?? `column ${at + 1}`, withoutFormulaGuard(cell).trim()],
    );
  }
}
