/**
 * A snapshot as a study folder in its normal form: UTF-8, line feeds, rows in canonical order, columns and keys in the
 * order of the schemas. Equal snapshots give equal bytes, and reading gives the snapshot back.
 */
import { stringify } from 'yaml';
import { type MessageLanguage, problemOf } from '../kernel/defects.ts';
import { refusalToWrite, writeFolder } from '../kernel/output-folder.ts';
import { InputProblems } from '../kernel/problems.ts';
import { inCanonicalOrder } from '../study/canonical-order.ts';
import { Codebook, Priority, Study, Theme } from '../study/model.ts';
import type { StudySnapshot } from '../study/snapshot.ts';
import { answersCsv } from './answers-table.ts';
import { assignmentsCsv } from './assignments-table.ts';
import { codingsCsv } from './codings-table.ts';
import { participantsCsv } from './participants-table.ts';
import { FILES } from './study-files.ts';

/** @throws InputProblems where the folder is there and is not a study folder that this function wrote */
export async function writeStudyFolder(
  snapshot: StudySnapshot,
  folder: string,
  { language = 'en' }: { language?: MessageLanguage } = {},
): Promise<void> {
  const refusal = await refusalToWrite(folder, 'study');
  if (refusal !== null) throw new InputProblems([problemOf(refusal, language)]);
  await writeFolder(folder, 'study', async (add) => {
    for (const [file, content] of studyFiles(snapshot)) await add(file, content);
  });
}

/** The files of the folder by name. Schemas are parsed with so that keys come in their order. */
export function studyFiles(snapshot: StudySnapshot): Map<string, string | Iterable<string>> {
  const { study, participants, answers, codebook, assignments, codings, themes, priorities } =
    inCanonicalOrder(snapshot);
  const files = new Map<string, string | Iterable<string>>([
    [FILES.study, yamlText({ format: 1, ...Study.parse(study) })],
    [FILES.participants, participantsCsv(participants, study)],
    [FILES.answers, answersCsv(answers)],
    [FILES.codebook, yamlText(Codebook.parse(codebook))],
    [FILES.codings, codingsCsv(codings)],
    [FILES.themes, yamlText({ themes: themes.map((theme) => Theme.parse(theme)) })],
    [FILES.priorities, yamlText({ priorities: priorities.map((priority) => Priority.parse(priority)) })],
  ]);
  if (assignments !== null) files.set(FILES.assignments, assignmentsCsv(assignments));
  return files;
}

/** YAML as every file of a study folder has it. */
export function yamlText(value: unknown): string {
  return stringify(value, { schema: 'core', lineWidth: 110, aliasDuplicateObjects: false });
}
