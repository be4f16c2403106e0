/** Makes a record of the fields that a source gave, by a list of the names that this kind of source uses. */
import { doiIn, isbnsIn, issnsIn, pmidIn, yearIn } from './identifiers.ts';
import type { ExternalRecord, SourceField } from './model.ts';

/** What parts values that stand in one field, the same everywhere or as the field itself tells. */
type Separator = RegExp | ((field: string) => RegExp);

/** Names of source fields that may hold a value, best first. */
export interface FieldNames {
  title: readonly string[];
  abstract: readonly string[];
  authors: readonly string[];
  /** What parts several authors or keywords that stand in one field. */
  authorSeparator?: Separator;
  keywords: readonly string[];
  keywordSeparator: Separator;
  year: readonly string[];
  journal: readonly string[];
  journalAbbreviation: readonly string[];
  volume: readonly string[];
  issue: readonly string[];
  pages: readonly string[];
  lastPage: readonly string[];
  articleNumber: readonly string[];
  doi: readonly string[];
  /** Addresses: a DOI counts where the address is the resolver's. */
  urls: readonly string[];
  pmid: readonly string[];
  /** Names whose value is a PubMed identifier where it says so itself, or the database is PubMed or MEDLINE. */
  accession: readonly string[];
  serialNumbers: readonly string[];
  type: readonly string[];
  language: readonly string[];
  database: readonly string[];
}

/** `yearUnreadable` where the source gave something for a year that holds none. */
export interface MadeRecord {
  record: ExternalRecord;
  yearUnreadable: boolean;
}

export function recordFromFields(
  fields: SourceField[],
  names: FieldNames,
  file: string,
  index: number,
): MadeRecord {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    if (value === '') continue;
    const known = values.get(name);
    if (known === undefined) values.set(name, [value]);
    else known.push(value);
  }
  const all = (list: readonly string[]) => list.flatMap((name) => values.get(name) ?? []);
  const first = (list: readonly string[]) => line(all(list)[0] ?? '');
  const database = first(names.database);
  const given = all(names.year);
  const year = firstOf(given, yearIn);
  const serials = all(names.serialNumbers).join(' ; ');
  const authors = values.get(names.authors.find((name) => values.has(name)) ?? '') ?? [];
  const record: ExternalRecord = {
    title: first(names.title),
    abstract: all(names.abstract)[0]?.trim() || null,
    authors: names.authorSeparator === undefined ? lines(authors) : parts(authors, names.authorSeparator),
    year,
    journal: first(names.journal),
    journalAbbreviation: first(names.journalAbbreviation),
    volume: first(names.volume),
    issue: first(names.issue),
    pages: pagesOf(first(names.pages), first(names.lastPage)) ?? first(names.articleNumber),
    doi: firstOf(all(names.doi), doiIn) ?? firstOf(all(names.urls).filter(isResolver), doiIn),
    pmid:
      firstOf(all(names.pmid), pmidIn) ??
      firstOf(
        all(names.accession).filter((text) => isMedline(database) || /^\s*PMID/i.test(text)),
        pmidIn,
      ) ??
      firstOf(all(names.urls), pmidOfAddress),
    issns: issnsIn(serials),
    isbns: isbnsIn(serials),
    type: first(names.type),
    keywords: parts(all(names.keywords), names.keywordSeparator),
    url: firstOf(all(names.urls), (text) => /https?:\/\/\S+/i.exec(text)?.[0] ?? null),
    language: first(names.language),
    source: { file, index, database, fields },
  };
  return { record, yearUnreadable: year === null && given.length > 0 };
}

function firstOf<T>(texts: readonly string[], find: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}

function line(text: string): string | null {
  return text.replaceAll(/\s+/g, ' ').trim() || null;
}

function lines(texts: readonly string[]): string[] {
  return texts.flatMap((text) => line(text) ?? []);
}

function parts(texts: readonly string[], separator: Separator): string[] {
  return lines(
    texts.flatMap((text) => text.split(typeof separator === 'function' ? separator(text) : separator)),
  );
}

/** Ovid writes `No` and `Specified` where there are no pages. */
function pagesOf(start: string | null, end: string | null): string | null {
  if (start === null || !/\d/.test(start)) return null;
  return end === null || !/\d/.test(end) || end === start || /[-‐–]/.test(start) ? start : `${start}-${end}`;
}

const isResolver = (address: string): boolean => /doi\.org\/|doi[=:]10\./i.test(address);
const isMedline = (database: string | null): boolean =>
  database !== null && /medline|pubmed|\bnlm\b/i.test(database) && !/embase/i.test(database);

function pmidOfAddress(address: string): string | null {
  return /(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov\/pubmed)\/(\d{4,8})/.exec(address)?.[1] ?? null;
}
