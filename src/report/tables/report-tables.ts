/** The numbers of a report as tables: one header for machines, names in both languages, withheld said in a word. */
import { csvTable } from '../../kernel/csv.ts';
import type { StudySnapshot } from '../../study/snapshot.ts';
import type { Analysis } from '../model.ts';
import { codesTable, flowTable, prevalenceTable, prioritiesTable } from './counts.ts';
import { agreementTable, alignmentTable, saturationTable } from './methods.ts';
import type { Table } from './table.ts';
import { codebookTable, quotesTable } from './words.ts';

const tables = {
  flow: flowTable,
  prevalence: prevalenceTable,
  codes: codesTable,
  agreement: agreementTable,
  saturation: saturationTable,
  alignment: alignmentTable,
  priorities: prioritiesTable,
  codebook: codebookTable,
  quotes: quotesTable,
} satisfies Record<string, (snapshot: StudySnapshot, analysis: Analysis) => Table>;

/** File name and content of each table. Each row says whether the study is synthetic, for rows travel alone. */
export function reportTables(
  snapshot: StudySnapshot,
  analysis: Analysis,
): Array<[name: string, csv: string]> {
  return Object.entries(tables).map(([name, make]) => {
    const { header, rows } = make(snapshot, analysis);
    const synthetic = analysis.synthetic ? 'yes' : 'no';
    return [
      `${name}.csv`,
      csvTable(
        [...header, 'synthetic'],
        rows.map((row) => [...row, synthetic]),
      ),
    ];
  });
}
