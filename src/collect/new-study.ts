/** Begins a study: from a survey tool's export, or as an empty folder that explains itself. */
import { readdir } from 'node:fs/promises';
import { defect, defectList, type MessageLanguage, problemOf, Unreadable } from '../kernel/defects.ts';
import { writeFolder } from '../kernel/output-folder.ts';
import { InputProblems } from '../kernel/problems.ts';
import type { StartingPoint } from '../study/frames/load-frame.ts';
import type { Language } from '../study/localised.ts';
import { snapshotDefects } from '../study/snapshot-defects.ts';
import { readTable, type TableRow } from './read-table.ts';
import { givenFile } from './study-files.ts';
import { templateFiles } from './study-template.ts';
import { type StudyFromExport, studyFromExport } from './survey/study-from-export.ts';
import { writeStudyFolder } from './write-study-folder.ts';

export interface NewStudy {
  folder: string;
  /** Of the new study. */
  id: string;
  start: StartingPoint;
  /** Calendar date. */
  today: string;
}

export interface ExportToRead {
  path: string;
  questions?: readonly string[];
  idColumn?: string;
  /** First language of the study, where it was asked for. */
  language?: Language;
}

/** @throws InputProblems in `language`; Unreadable */
export async function newStudyFromExport(
  { folder, ...study }: NewStudy,
  { path, ...choices }: ExportToRead,
  language: MessageLanguage,
): Promise<StudyFromExport> {
  await requireNew(folder, language);
  const file = await givenFile(path);
  const rows: TableRow[] = [];
  for await (const row of readTable(file.path, file.name)) rows.push(row);
  const defects = defectList();
  const made = studyFromExport(rows, { ...study, ...choices, file: file.name }, defects);
  defects.throwIfAny(language);
  // An id column with repeated ids shows as participants and answers that are there twice.
  defects.addAll(snapshotDefects(made.snapshot, () => ({ file: file.name })));
  defects.throwIfAny(language);
  await writeStudyFolder(made.snapshot, folder, { language });
  return made;
}

/** @throws InputProblems in `language` */
export async function newEmptyStudy({ folder, ...study }: NewStudy, language: Language): Promise<void> {
  await requireNew(folder, language);
  await writeFolder(folder, 'study', async (add) => {
    for (const [file, content] of templateFiles({ ...study, language })) await add(file, content);
  });
}

/** A study that is there may hold somebody's work, whoever made the folder. */
async function requireNew(folder: string, language: MessageLanguage): Promise<void> {
  const entries = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new Unreadable(defect({ file: folder }, 'output is not a folder', {}));
  });
  if (entries.length === 0) return;
  throw new InputProblems([problemOf(defect({ file: folder }, 'folder not empty', {}), language)]);
}
