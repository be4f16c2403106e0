/**
 * Entries of a BibTeX file, as tolerantly as people's files need: a fault costs the entry in which it stands and no other.
 * An entry ends at the line where the next begins, whatever braces are open. Source: Patashnik, BibTeXing (1988).
 */
import type { SourceField } from '../records/model.ts';
import { plainOfLatex } from './latex-text.ts';

export interface BibTexEntry {
  fields: SourceField[];
  endMissing: boolean;
}

const ENTRY_LINE = /^\s*@\s*[A-Za-z]+\s*[{(]/;
const ENTRY = /@\s*([A-Za-z]+)\s*[{(]/g;
const NOT_DOCUMENTS = new Set(['comment', 'preamble', 'string']);
const VERBATIM = new Set(['doi', 'url', 'file', 'eprint', 'pmid', 'issn', 'isbn']);
const LONGEST_ENTRY = 10_000_000;
/** Abbreviations may use each other: bounded, so that none multiplies. */
const LONGEST_ABBREVIATION = 10_000;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export async function* bibTexEntries(batches: AsyncIterable<readonly string[]>): AsyncGenerator<BibTexEntry> {
  const abbreviations = new Map(months.map((month) => [month, month]));
  let open: string[] = [];
  let length = 0;
  for await (const lines of batches) {
    for (const line of lines) {
      if (ENTRY_LINE.test(line)) {
        yield* entriesIn(open.join('\n'), abbreviations);
        open = [];
        length = 0;
      }
      length += line.length + 1;
      if (length <= LONGEST_ENTRY) open.push(line);
    }
  }
  yield* entriesIn(open.join('\n'), abbreviations);
}

/** Usually one; several where a program wrote them on one line. */
function* entriesIn(text: string, abbreviations: Map<string, string>): Generator<BibTexEntry> {
  const starts = new RegExp(ENTRY);
  for (let found = starts.exec(text); found !== null; found = starts.exec(text)) {
    const type = (found[1] ?? '').toLowerCase();
    const parsed = entryAt(text, starts.lastIndex, abbreviations);
    starts.lastIndex = parsed.end;
    if (type === 'string') {
      for (const [name, value] of parsed.fields)
        abbreviations.set(name, value.slice(0, LONGEST_ABBREVIATION));
    }
    if (NOT_DOCUMENTS.has(type)) continue;
    const fields = parsed.fields.flatMap(([name, value]) => readField(name, value));
    yield {
      fields: [['entry type', type], ['citation key', parsed.key], ...fields],
      endMissing: !parsed.closed,
    };
  }
}

interface ParsedEntry {
  key: string;
  /** Names in lower case, values as LaTeX. */
  fields: SourceField[];
  closed: boolean;
  end: number;
}

/** Reads from behind the opening brace. Where a value is never closed, it and all that follow end with their lines. */
function entryAt(text: string, start: number, abbreviations: ReadonlyMap<string, string>): ParsedEntry {
  const fields: SourceField[] = [];
  const key = /[^\s,={}()"]*(?=\s*,)/y;
  key.lastIndex = skipSpace(text, start);
  const found = key.exec(text)?.[0] ?? '';
  let at = key.lastIndex === 0 ? start : key.lastIndex;
  let closed = true;
  const name = /[\s,]*([^\s,={}()"#%]+)\s*=\s*/y;
  while (at < text.length) {
    name.lastIndex = at;
    const named = name.exec(text);
    if (named === null) {
      at = skipSpace(text, at);
      const sign = text[at];
      at++;
      if (sign === '}' || sign === ')') return { key: found, fields, closed, end: at };
      continue;
    }
    const value = valueAt(text, name.lastIndex, abbreviations, closed);
    closed &&= value.closed;
    fields.push([(named[1] ?? '').toLowerCase(), value.text]);
    at = value.end;
  }
  return { key: found, fields, closed: false, end: text.length };
}

interface ParsedValue {
  text: string;
  end: number;
  closed: boolean;
}

/** Strings, numbers and abbreviations, joined by `#`. */
function valueAt(
  text: string,
  start: number,
  abbreviations: ReadonlyMap<string, string>,
  trusted: boolean,
): ParsedValue {
  const parts: string[] = [];
  let at = start;
  for (;;) {
    const sign = text[at];
    if (sign === '{' || sign === '"') {
      const end = trusted ? closingOf(text, at) : closingInLine(text, at);
      if (end === null) {
        const line = closingInLine(text, at);
        const stop = line ?? endOfLine(text, at);
        parts.push(text.slice(at + 1, stop).replace(/[}",\s]+$/, ''));
        return { text: parts.join(''), end: stop + 1, closed: false };
      }
      parts.push(text.slice(at + 1, end));
      at = end + 1;
    } else {
      const word = /[^\s,{}()"#]*/y;
      word.lastIndex = at;
      const bare = word.exec(text)?.[0] ?? '';
      parts.push(abbreviations.get(bare.toLowerCase()) ?? bare);
      at += bare.length;
    }
    const next = skipSpace(text, at);
    if (text[next] !== '#') return { text: parts.join(''), end: at, closed: true };
    at = skipSpace(text, next + 1);
  }
}

/** Where the string that opens at `start` closes: a quotation mark closes outside braces alone. */
function closingOf(text: string, start: number): number | null {
  const quoted = text[start] === '"';
  let depth = 0;
  for (let at = quoted ? start + 1 : start; at < text.length; at++) {
    const sign = text[at];
    if (sign === '\\' && text[at + 1] === '"') at++;
    else if (sign === '{') depth++;
    else if (sign === '}') {
      depth--;
      if (depth === 0 && !quoted) return at;
    } else if (sign === '"' && quoted && depth <= 0) return at;
  }
  return null;
}

/** The last brace or quotation mark before a comma at the line's end. */
function closingInLine(text: string, start: number): number | null {
  const line = text.slice(start + 1, endOfLine(text, start));
  const closing = /[}"]\s*,?\s*$/.exec(line.length > 100_000 ? '' : line);
  return closing === null ? null : start + 1 + closing.index;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text[at] ?? '')) at++;
  return at;
}

/** Authors one field each; a value's own line breaks are those of the file, not of the text. */
function readField(name: string, latex: string): SourceField[] {
  const flat = latex.replaceAll(/\s+/g, ' ').trim();
  if (name === 'author' || name === 'editor')
    return namesIn(flat)
      .filter((one) => one.toLowerCase() !== 'others')
      .map((one): SourceField => [name, plainOfLatex(one).trim()]);
  if (VERBATIM.has(name))
    return [[name, flat.replaceAll(/\\([_%&#~{}$])/g, '$1').replaceAll(/^\{|\}$/g, '')]];
  const plain = plainOfLatex(flat).trim();
  return [[name, name === 'pages' ? plain.replaceAll(/\s*[–—]\s*/g, '-') : plain]];
}

/** Names are parted by `and` outside braces. */
function namesIn(value: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: token, index } of value.matchAll(/\\.|[{}]|\sand(?=\s)/gi)) {
    if (token === '{') depth++;
    else if (token === '}') depth--;
    else if (depth === 0 && token.length === 4) {
      names.push(value.slice(from, index));
      from = index + token.length;
    }
  }
  names.push(value.slice(from));
  return names.map((name) => name.trim()).filter((name) => name !== '');
}
