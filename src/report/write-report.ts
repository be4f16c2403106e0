/** A report as files: pages, tables and figures by their path in the report's folder. Writing them is the caller's. */
import type { StudySnapshot } from '../study/snapshot.ts';
import { reportFigures } from './figures/report-figures.ts';
import { reportHtml } from './html/report-html.ts';
import type { Analysis } from './model.ts';
import { reportTables } from './tables/report-tables.ts';

/**
 * `report.html` in the study's first language, `report.LANGUAGE.html` in each other, `tables/*.csv` and
 * `figures/*.LANGUAGE.svg`. `software` names the program that makes it; the same input gives the same bytes.
 */
export function writeReport(
  snapshot: StudySnapshot,
  analysis: Analysis,
  software: string,
): Map<string, string> {
  const { languages } = snapshot.study;
  const files = new Map<string, string>();
  languages.forEach((language, at) => {
    const path = at === 0 ? 'report.html' : `report.${language}.html`;
    files.set(path, reportHtml(snapshot, analysis, language, software));
  });
  for (const [name, csv] of reportTables(snapshot, analysis)) files.set(`tables/${name}`, csv);
  for (const language of languages)
    for (const [name, svg] of reportFigures(snapshot, analysis, language)) files.set(`figures/${name}`, svg);
  return files;
}
