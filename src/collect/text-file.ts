/** A whole text file as one string, in whatever encoding it came. */
import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { defect, Unreadable } from '../kernel/defects.ts';
import { encodingOf } from './encoding.ts';
import { givenFile } from './study-files.ts';

const LARGEST_FILE_MB = 100;

/**
 * A byte order mark stays the first code point, so that offsets are those of the file as other programs decode it.
 * @throws Unreadable where there is no such file or it is no text
 */
export async function readTextFile(path: string): Promise<string> {
  const file = await givenFile(path);
  const encoding = await encodingOf(file.path);
  if (encoding === null) throw new Unreadable(defect({ file: file.name }, 'encoding unknown', {}));
  const bytes = await readFile(file.path);
  if (bytes.length > LARGEST_FILE_MB * 1e6)
    throw new Unreadable(defect({ file: file.name }, 'file too large', { megabytes: LARGEST_FILE_MB }));
  return iconv.decode(bytes, encoding, { stripBOM: false });
}
