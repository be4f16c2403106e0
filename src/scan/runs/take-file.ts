/** A file that somebody uploads: put aside until it is read, and then thrown away. */
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import type { Author } from '../../access/record.ts';
import type { Store } from '../../store/database.ts';
import type { ScanRunTable } from '../../store/scan-tables.ts';
import { fileMissing, fileTooLarge } from '../refusals.ts';
import { startFile } from './at-work.ts';

/** A database's export of tens of thousands of references. */
export const MOST_FILE_BYTES = 100 * 1024 * 1024;

/** Answers when the whole file has come; it is read while nobody waits. @throws Refusal where it is too large or empty */
export async function takeFile(
  { store, clock }: { store: Store; clock: () => string },
  author: Author,
  name: string,
  content: ReadableStream<Uint8Array>,
): Promise<ScanRunTable> {
  const folder = await mkdtemp(join(tmpdir(), 'firsthand-file-'));
  const away = () => rm(folder, { recursive: true, force: true });
  const path = join(folder, 'given');
  try {
    await pipeline(
      // The two declarations of one web standard, the browser's and Node's.
      Readable.fromWeb(content as WebStream<Uint8Array>),
      bounded,
      createWriteStream(path, { mode: 0o600 }),
    );
    const { row, ended } = await startFile({ store, clock }, author, { path, name });
    void ended.catch(() => {}).finally(away); // a fault is marked with the run
    return row;
  } catch (error) {
    await away();
    throw error;
  }
}

async function* bounded(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const part of content) {
    bytes += part.length;
    if (bytes > MOST_FILE_BYTES) throw fileTooLarge(MOST_FILE_BYTES >> 20);
    yield part;
  }
  if (bytes === 0) throw fileMissing();
}
