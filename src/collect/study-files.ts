/** The files of a study folder, found without leaving it. */
import { realpath, stat } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { type DefectList, defect, Unreadable } from '../kernel/defects.ts';
import { TABLE_ENDINGS } from './read-table.ts';

export const FILES = {
  study: 'study.yaml',
  codebook: 'codebook.yaml',
  themes: 'themes.yaml',
  priorities: 'priorities.yaml',
  participants: 'participants.csv',
  answers: 'answers.csv',
  codings: 'codings.csv',
  assignments: 'assignments.csv',
} as const;
export type StudyTable = 'participants' | 'answers' | 'codings' | 'assignments';

const LARGEST_FILE_MB = 2000;

/** A file that is there: its path, and the name that messages use. */
export interface FoundFile {
  path: string;
  name: string;
}

/** @throws Unreadable where there is no such folder */
export async function openFolder(folder: string): Promise<string> {
  const stats = await stat(folder).catch(() => null);
  if (!stats?.isDirectory()) throw new Unreadable(defect({ file: folder }, 'not a folder', {}));
  return realpath(folder);
}

/** The file in the folder, or null where there is none. @throws Unreadable for anything but a file within the folder */
export async function findFile(folder: string, name: string): Promise<FoundFile | null> {
  const path = await realpath(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Unreadable(defect({ file: name }, 'not a regular file', {}));
  });
  if (path === null) return null;
  if (!path.startsWith(folder + sep)) throw new Unreadable(defect({ file: name }, 'file outside folder', {}));
  await requireFile(path, name);
  return { path, name };
}

/** A table in any of the forms in which it may lie there; two at once are reported. */
export async function findTable(
  folder: string,
  table: StudyTable,
  defects: DefectList,
): Promise<FoundFile | null> {
  const found: FoundFile[] = [];
  for (const ending of TABLE_ENDINGS) {
    const file = await findFile(folder, table + ending);
    if (file !== null) found.push(file);
  }
  const [first = null, second] = found;
  if (first !== null && second !== undefined)
    defects.add({ file: second.name }, 'two files for one table', { other: first.name });
  return first;
}

/** A file named by a person on the command line, which may lie anywhere. @throws Unreadable */
export async function givenFile(path: string): Promise<FoundFile> {
  const name = basename(path);
  const stats = await stat(path).catch(() => null);
  if (stats === null) throw new Unreadable(defect({ file: path }, 'file missing', {}));
  await requireFile(path, name);
  return { path, name };
}

/** Pipes and devices could keep a reader waiting for ever. */
async function requireFile(path: string, name: string): Promise<void> {
  const stats = await stat(path);
  if (!stats.isFile()) throw new Unreadable(defect({ file: name }, 'not a regular file', {}));
  if (stats.size > LARGEST_FILE_MB * 1e6)
    throw new Unreadable(defect({ file: name }, 'file too large', { megabytes: LARGEST_FILE_MB }));
}
