/** YAML as people write it by hand: bounded in size, without aliases (which can unfold to anything), with lines. */
import { readFile, stat } from 'node:fs/promises';
import { isNode, Lexer, LineCounter, Parser, parseDocument, visit } from 'yaml';
import { type Defect, defect, type Place, Unreadable } from '../kernel/defects.ts';

const LARGEST_FILE_MB = 10;
/** Twice as deep as a study's files can be. */
const MOST_LEVELS = 40;

export interface YamlFile {
  value: unknown;
  /** The line of a key or list item; of what holds it where it is absent. */
  place(path: readonly PropertyKey[]): Place;
}

/**
 * Strings come in NFC.
 * @param name what messages call the file
 * @throws Unreadable with the first defect of its YAML
 */
export async function readYaml(path: string, name: string): Promise<YamlFile> {
  if ((await stat(path)).size > LARGEST_FILE_MB * 1e6)
    throw new Unreadable(defect({ file: name }, 'file too large', { megabytes: LARGEST_FILE_MB }));
  return parseYaml(await readUtf8(path, name), name);
}

export function parseYaml(text: string, name: string): YamlFile {
  if (isDeeperThan(MOST_LEVELS, text)) throw new Unreadable(defect({ file: name }, 'yaml too deep', {}));
  const lines = new LineCounter();
  const document = parsed(text, lines);
  const error = document.errors[0];
  if (error !== undefined) {
    const code = error.code === 'DUPLICATE_KEY' ? 'yaml key twice' : 'yaml unreadable';
    throw new Unreadable(defect({ file: name, row: lines.linePos(error.pos[0]).line }, code, {}));
  }
  const alias = firstAlias(document, name, lines);
  if (alias !== null) throw new Unreadable(alias);
  return {
    value: inNfc(document.toJS()),
    place: (path) => ({ file: name, ...rowOf(document, path, lines), ...columnOf(path) }),
  };
}

/** Told before parsing, which calls itself for each level and can end the process where the stack ends. */
function isDeeperThan(levels: number, text: string): boolean {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    for (const _ of parser.next(lexeme)) if (parser.stack.length > levels) return true;
    if (parser.stack.length > levels) return true;
  }
  return false;
}

function parsed(text: string, lines: LineCounter) {
  return parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core', uniqueKeys: true });
}

type YamlDocument = ReturnType<typeof parsed>;

function firstAlias(document: YamlDocument, file: string, lines: LineCounter): Defect | null {
  let found: Defect | null = null;
  visit(document, {
    Alias(_, node) {
      found = defect({ file, row: lines.linePos(node.range?.[0] ?? 0).line }, 'yaml alias', {});
      return visit.BREAK;
    },
  });
  return found;
}

function rowOf(document: YamlDocument, path: readonly PropertyKey[], lines: LineCounter): { row?: number } {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return { row: lines.linePos(node.range[0]).line };
  }
  return {};
}

/** `codes[2].label`, as people write a place in nested data. */
function columnOf(path: readonly PropertyKey[]): { column?: string } {
  const column = path.reduce<string>(
    (before, part) =>
      typeof part === 'number'
        ? `${before}[${part}]`
        : before === ''
          ? String(part)
          : `${before}.${String(part)}`,
    '',
  );
  return column === '' ? {} : { column };
}

async function readUtf8(path: string, name: string): Promise<string> {
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    return text.decode(await readFile(path));
  } catch (error) {
    if (error instanceof TypeError) throw new Unreadable(defect({ file: name }, 'encoding unknown', {}));
    throw error;
  }
}

function inNfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(inNfc);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, inNfc(member)]));
}
