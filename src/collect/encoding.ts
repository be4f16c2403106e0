/**
 * Finds out how a text file is encoded and gives its bytes as UTF-8, piece by piece, so that a file of any size passes
 * through little memory. Survey tools and Korean Windows write UTF-8 with and without byte order mark, UTF-16 and CP949.
 */
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import { defect, Unreadable } from '../kernel/defects.ts';

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949';

/** The bytes of `path` as UTF-8. @throws Unreadable where no known encoding fits; `name` is the file in messages */
export async function utf8Bytes(path: string, name: string): Promise<Readable> {
  const encoding = await encodingOf(path);
  if (encoding === null) throw new Unreadable(defect({ file: name }, 'encoding unknown', {}));
  return encoding === 'utf-8' ? createReadStream(path) : Readable.from(decoded(path, encoding));
}

/** The first encoding that every byte of the file fits, or null. Reads to the end unless a mark or NULs tell. */
export async function encodingOf(path: string): Promise<TextEncodingName | null> {
  const utf16 = utf16ByItsStart(await firstBytes(path, 4096));
  if (utf16 !== null) return utf16;
  if (await decodesCleanly(utf8Text(path))) return 'utf-8';
  if (await decodesCleanly(decoded(path, 'cp949'))) return 'cp949';
  return null;
}

/** By the byte order mark, or by NULs at every other place, which no other text has. */
function utf16ByItsStart(start: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  const nulsAt = [0, 0];
  for (let at = 0; at < start.length; at++) if (start[at] === 0) nulsAt[at % 2]!++;
  const [even = 0, odd = 0] = nulsAt;
  const many = start.length / 10; // a fifth of the characters are Latin letters, separators or line ends
  if (odd > many && even < odd / 10) return 'utf-16le';
  if (even > many && odd < even / 10) return 'utf-16be';
  return null;
}

async function firstBytes(path: string, length: number): Promise<Uint8Array> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** U+FFFD stands for what did not fit the encoding. */
async function decodesCleanly(text: AsyncIterable<string>): Promise<boolean> {
  try {
    for await (const part of text) if (part.includes('\uFFFD')) return false;
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false; // what a fatal TextDecoder throws
    throw error;
  }
}

async function* utf8Text(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  // A text may hold U+FFFD of its own, which is no fault: another character stands for it here.
  for await (const bytes of createReadStream(path))
    yield decoder.decode(bytes, { stream: true }).replaceAll('\uFFFD', '?');
  decoder.decode();
}

async function* decoded(path: string, encoding: Exclude<TextEncodingName, 'utf-8'>): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding); // TextDecoder's euc-kr lacks the syllables that CP949 adds (뷁, 펲)
  for await (const bytes of createReadStream(path)) yield decoder.write(bytes);
  yield decoder.end() ?? '';
}
