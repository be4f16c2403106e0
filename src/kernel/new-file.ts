/** A new file, whole or not at all: it is written beside its place and then put there, never over another. */
import { randomBytes } from 'node:crypto';
import { link, open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** False where a file of that name is there already. Where `parts` fails nothing is left behind. */
export async function writeNewFile(
  path: string,
  parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<boolean> {
  const beside = join(dirname(path), `.${basename(path)}.new-${randomBytes(6).toString('hex')}`);
  try {
    const handle = await open(beside, 'wx');
    try {
      for await (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(beside, path);
    return true;
  } catch (error) {
    // `link` alone tells a name that is taken without a moment between looking and writing.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(beside, { force: true });
  }
}
