/** A report as files: pages, tables and figures by their path in the report's folder. Writing them is the caller's. */
import type { Language } from '../study/localised.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { reportFigures } from './figures/report-figures.ts';
import { reportHtml } from './html/report-html.ts';
import type { Analysis } from './model.ts';
import { reportTables } from './tables/report-tables.ts';

/**
 * `report.html` in the language asked for, `report.LANGUAGE.html` in each other one of the study, `tables/*.csv` and
 * `figures/*.LANGUAGE.svg`. `software` names the program that makes it; the same input gives the same bytes.
 */
export function writeReport(
  snapshot: StudySnapshot,
  analysis: Analysis,
  language: Language,
  software: string,
): Map<string, string> {
  const others = snapshot.study.languages.filter((other) => other !== language);
  const files = new Map([['report.html', reportHtml(snapshot, analysis, language, software)]]);
  for (const other of others)
    files.set(`report.${other}.html`, reportHtml(snapshot, analysis, other, software));
  for (const [name, csv] of reportTables(snapshot, analysis)) files.set(`tables/${name}`, csv);
  for (const each of [language, ...others])
    for (const [name, svg] of reportFigures(snapshot, analysis, each)) files.set(`figures/${name}`, svg);
  return files;
}
