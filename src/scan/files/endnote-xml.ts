/**
 * Records in EndNote's XML export, element by element. The parser knows XML's own five entities only: it never opens a
 * document type's entities, so that none can multiply or reach another file.
 */
import { SaxesParser } from 'saxes';
import type { SourceField } from '../records/model.ts';
import { escapedWell } from './well-escaped.ts';

export interface XmlRecord {
  fields: SourceField[];
  /** Whether the record was never closed, or the file ended within it. */
  endMissing: boolean;
}

const CONTAINERS = new Set([
  'contributors',
  'titles',
  'keywords',
  'dates',
  'urls',
  'periodical',
  'foreign-keys',
]);
const MOST_DEPTH = 100;
const LONGEST_FIELD = 10_000_000;

/** @param onFault called once where the text is not well-formed XML; reading goes on as far as it can */
export async function* endNoteXmlRecords(
  text: AsyncIterable<string>,
  onFault: () => void,
): AsyncGenerator<XmlRecord> {
  const parser = new SaxesParser();
  const path: string[] = [];
  const ready: XmlRecord[] = [];
  let fields: SourceField[] | null = null;
  let value = '';
  let faults = 0;
  const addText = (part: string) => {
    if (fields !== null && value.length < LONGEST_FIELD) value += part;
  };
  const close = (endMissing: boolean) => {
    if (fields !== null) ready.push({ fields, endMissing });
    fields = null;
  };
  parser.on('error', () => {
    faults++;
  });
  parser.on('opentag', ({ name, attributes }) => {
    path.push(name);
    if (name === 'record') {
      close(true);
      fields = [];
    }
    if (name !== 'style') value = '';
    if (name === 'ref-type' && attributes.name !== undefined) fields?.push([name, String(attributes.name)]);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    const at = path.lastIndexOf(name);
    if (at >= 0) path.length = at;
    if (name === 'style') return;
    if (name === 'record') close(false);
    else if (value.trim() !== '' && !CONTAINERS.has(name))
      fields?.push([fieldName(name, path.at(-1)), value.trim()]);
    value = '';
  });
  for await (const piece of wellEscaped(text)) {
    parser.write(piece);
    yield* ready.splice(0);
    if (path.length <= MOST_DEPTH) continue;
    faults++;
    break;
  }
  if (path.length <= MOST_DEPTH) parser.close();
  close(true);
  yield* ready;
  if (faults > 0) onFault();
}

/** EndNote lets through control characters, and people's editors lone ampersands; neither may stand in XML. */
async function* wellEscaped(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const whole = rest + piece;
    const lastAmpersand = whole.lastIndexOf('&');
    const cut = lastAmpersand > whole.length - LONGEST_REFERENCE ? lastAmpersand : whole.length;
    yield escapedWell(whole.slice(0, cut));
    rest = whole.slice(cut);
  }
  yield escapedWell(rest);
}

const LONGEST_REFERENCE = 12;

/** Editors, translators and others are `author` elements too; only those under `authors` wrote the document. */
function fieldName(name: string, parent: string | undefined): string {
  if (name === 'author' && parent !== 'authors') return parent ?? name;
  if (name === 'date') return parent ?? name;
  return name;
}
