/** What all sources share when they read an answer: JSON or a typed fault, and records one by one, the good ones kept. */
import { z } from 'zod';
import { type FieldNames, recordFromFields } from '../records/from-fields.ts';
import type { ExternalRecord, SourceField } from '../records/model.ts';
import { spoken } from './ask.ts';
import { plainText } from './plain-text.ts';
import { type Answer, type GivenRecord, SourceFault } from './source.ts';

/** Names that hold nothing; a source names those that it has. */
export const noNames: FieldNames = {
  title: [],
  abstract: [],
  authors: [],
  keywords: [],
  keywordSeparator: /\n/,
  year: [],
  journal: [],
  journalAbbreviation: [],
  volume: [],
  issue: [],
  pages: [],
  lastPage: [],
  articleNumber: [],
  doi: [],
  urls: [],
  pmid: [],
  accession: [],
  serialNumbers: [],
  type: [],
  language: [],
  database: ['database'],
};

/** Sources write numbers as text and text as numbers. */
export const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .nullish()
  .transform((value) => value ?? '');
export const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((value) => value ?? []);

/** @throws SourceFault where it is no JSON of this shape */
export function jsonOf<Shape extends z.ZodType>({ text }: Answer, shape: Shape): z.output<Shape> {
  const parsed = shape.safeParse(anyJsonOf(text));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new SourceFault('not the expected form', issue?.path.join('.') ?? '');
}

function anyJsonOf(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed.startsWith('<'))
    throw new SourceFault('page instead of data', spoken(trimmed), { again: true });
  try {
    return JSON.parse(trimmed);
  } catch {
    const isCut = /^[[{]/.test(trimmed) && !/[\]}]$/.test(trimmed);
    throw new SourceFault(isCut ? 'truncated' : 'not the expected form', '', { again: true });
  }
}

/** Reads each item by itself, so that one that is broken costs no other. */
export function readEach<Shape extends z.ZodType>(
  items: readonly unknown[],
  shape: Shape,
  make: (item: z.output<Shape>) => GivenRecord | null,
): { records: GivenRecord[]; unreadable: number } {
  const records: GivenRecord[] = [];
  let unreadable = 0;
  for (const item of items) {
    const parsed = shape.safeParse(item);
    const made = parsed.success ? make(parsed.data) : null;
    if (made === null || (made.record.title === null && made.record.abstract === null)) unreadable++;
    else records.push(made);
  }
  return { records, unreadable };
}

/** NUL and half of a surrogate pair, which no database keeps. */
const UNKEEPABLE = /[\p{Surrogate}\0]/gu;

/** Under the source's own names; fields without text are left out. */
export function givenRecord(
  key: string,
  { source, database, names }: { source: string; database: string; names: FieldNames },
  fields: readonly SourceField[],
): GivenRecord | null {
  if (key === '') return null;
  const told = fields
    .map(([name, value]): SourceField => [name, value.replaceAll(UNKEEPABLE, '\uFFFD').trim()])
    .filter(([, value]) => value !== '');
  const { record } = recordFromFields([...told, ['database', database]], names, source, 0);
  return { key: key.replaceAll(UNKEEPABLE, '\uFFFD'), record: withPlainText(record) };
}

function withPlainText(record: ExternalRecord): ExternalRecord {
  return {
    ...record,
    title: plain(record.title),
    abstract: plain(record.abstract),
    journal: plain(record.journal),
    keywords: record.keywords.map(plainText),
  };
}

function plain(value: string | null): string | null {
  return value === null ? null : plainText(value) || null;
}
