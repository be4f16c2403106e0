/**
 * Folders that we write: whole or not at all, and never over somebody else's. Files go to a temporary folder beside
 * the target and are forced to the disk; then the two are exchanged by renaming. A folder of ours is marked by a small
 * file that lists what we put there, so that a file that somebody added is never thrown away.
 */
import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type Defect, defect } from './defects.ts';

/** Marks a folder as ours: `{"firsthand": kind, "files": [...]}`. */
export const MARKER = '.firsthand';
// Left behind by file managers; nobody misses them.
const LITTER = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini']);

export type FolderKind = 'study' | 'analysis' | 'scan';
export type FileContent = string | Uint8Array | Iterable<string>;

/** Adds one file at a path relative to the folder, with `/` between its parts. */
export type AddFile = (path: string, content: FileContent) => Promise<void>;

/** What forbids writing the folder, or null. An absent or empty folder may be written, and one of ours replaced. */
export async function refusalToWrite(folder: string, kind: FolderKind): Promise<Defect | null> {
  const target = resolve(folder);
  const stats = await lstat(target).catch(() => null);
  if (stats === null) return null;
  if (!stats.isDirectory()) return defect({ file: folder }, 'output is not a folder', {});
  const present = await filesIn(target);
  if (present.length === 0) return null;
  const marker = await readMarker(target);
  if (marker?.kind !== kind) return defect({ file: folder }, 'output folder not ours', {});
  const ours = new Set([MARKER, ...marker.files]);
  const foreign = present.filter((path) => !ours.has(path) && !LITTER.has(basename(path)));
  return foreign.length === 0
    ? null
    : defect({ file: folder }, 'output folder holds other files', { count: foreign.length });
}

/**
 * Writes a folder through `fill`, which adds the files one by one. If `fill` fails nothing is changed. A crash between
 * the two renames leaves the old folder whole under a name that begins with a dot, beside where it was.
 * @throws Error where `refusalToWrite` would give a defect: ask it first, it has the words for a person
 */
export async function writeFolder(
  folder: string,
  kind: FolderKind,
  fill: (add: AddFile) => Promise<void>,
): Promise<void> {
  const refusal = await refusalToWrite(folder, kind);
  if (refusal !== null) throw new Error(`refused to write: ${refusal.code}`);
  const target = resolve(folder);
  const parent = dirname(target);
  const beside = (word: string) =>
    join(parent, `.${basename(target)}.${word}-${randomBytes(6).toString('hex')}`);
  await mkdir(parent, { recursive: true });
  const fresh = beside('new');
  await mkdir(fresh);
  try {
    await fillFolder(fresh, kind, fill);
    await exchange(target, fresh, beside('old'));
    await syncToDisk(parent);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

async function fillFolder(
  folder: string,
  kind: FolderKind,
  fill: (add: AddFile) => Promise<void>,
): Promise<void> {
  const files: string[] = [];
  const folders = new Set([folder]);
  const add: AddFile = async (path, content) => {
    const file = join(folder, path);
    if (!file.startsWith(folder + sep)) throw new Error('a file of the folder must lie within it');
    await mkdir(dirname(file), { recursive: true });
    folders.add(dirname(file));
    await writeToDisk(file, content);
    files.push(path);
  };
  await fill(add);
  await writeToDisk(join(folder, MARKER), `${JSON.stringify({ firsthand: kind, files: files.sort() })}\n`);
  for (const each of folders) await syncToDisk(each);
}

async function writeToDisk(file: string, content: FileContent): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    if (typeof content === 'string' || content instanceof Uint8Array) await handle.writeFile(content);
    else for (const part of content) await handle.write(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts `fresh` where `target` is; on failure puts the old one back. */
async function exchange(target: string, fresh: string, old: string): Promise<void> {
  const replaced = await rename(target, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(fresh, target);
  } catch (error) {
    if (replaced) await rename(old, target);
    throw error;
  }
  if (replaced) await rm(old, { recursive: true, force: true });
}

async function syncToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch {
    // Some systems cannot force a folder to the disk; the files in it were forced already.
  } finally {
    await handle.close();
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function readMarker(folder: string): Promise<{ kind: string; files: string[] } | null> {
  try {
    const marker: unknown = JSON.parse(await readFile(join(folder, MARKER), 'utf8'));
    if (typeof marker !== 'object' || marker === null || !('firsthand' in marker)) return null;
    const files = 'files' in marker && Array.isArray(marker.files) ? marker.files.map(String) : [];
    return { kind: String(marker.firsthand), files };
  } catch {
    return null;
  }
}
