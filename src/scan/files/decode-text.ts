/**
 * Text of a reference file in whatever encoding it came. Nothing is refused: what fits no encoding is read as
 * Windows-1252, which gives every byte a character, and a UTF-8 file with a few broken bytes stays UTF-8.
 */
import { createReadStream } from 'node:fs';
import iconv from 'iconv-lite';

export interface TextEncoding {
  name: 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949' | 'windows-1252';
  /** Whether some bytes are none of this encoding and are shown as U+FFFD. */
  damaged: boolean;
}

/** U+FFFD as somebody else's program wrote it into the file: a fault of the text, not of its encoding. */
const UTF8_REPLACEMENT = '\xef\xbf\xbd';

/** Reads the file once to its end. Korean (CP949) is told from Western text by decoding cleanly into Hangul. */
export async function encodingOfFile(path: string): Promise<TextEncoding> {
  const utf8 = new TextDecoder();
  const cp949 = iconv.getDecoder('cp949');
  let fits = 0;
  let broken = 0;
  let hangul = 0;
  let brokenKorean = 0;
  let atStart = true;
  let lastBytes = '';
  for await (const chunk of createReadStream(path)) {
    const bytes: Buffer = chunk; // no encoding is set, so that chunks are buffers
    if (atStart && bytes[0] === 0xff && bytes[1] === 0xfe) return { name: 'utf-16le', damaged: false };
    if (atStart && bytes[0] === 0xfe && bytes[1] === 0xff) return { name: 'utf-16be', damaged: false };
    atStart = false;
    const text = utf8.decode(bytes, { stream: true });
    const raw = lastBytes + bytes.toString('latin1');
    lastBytes = raw.slice(1 - UTF8_REPLACEMENT.length); // the character may lie across two pieces
    const brokenHere = count(text, /\uFFFD/g) - (raw.split(UTF8_REPLACEMENT).length - 1);
    broken += brokenHere;
    fits += count(text, /[^\p{ASCII}]/gu) - brokenHere;
    if (broken === 0) continue;
    const korean = cp949.write(bytes);
    hangul += count(korean, /\p{Script=Hangul}/gu);
    brokenKorean += count(korean, /\uFFFD/g);
  }
  broken += utf8.decode().length; // a character that the end of the file cuts off
  if (broken <= fits) return { name: 'utf-8', damaged: broken > 0 };
  if (brokenKorean === 0 && hangul >= broken / 4) return { name: 'cp949', damaged: false };
  return { name: 'windows-1252', damaged: false };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}

/** The text piece by piece, without byte order mark. */
export async function* textOf(path: string, { name }: TextEncoding): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(name, { stripBOM: true });
  for await (const bytes of createReadStream(path)) yield decoder.write(bytes);
  yield decoder.end() ?? '';
}

/** Whole lines, as many at a time as a piece holds; `\n`, `\r\n` and `\r` end a line. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const piece of text) {
    const whole = rest + piece;
    const held = whole.endsWith('\r') ? whole.slice(0, -1) : whole;
    const lines = held.split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + whole.slice(held.length);
    yield lines;
  }
  yield rest.split(/\r\n|\n|\r/);
}
