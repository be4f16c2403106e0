/** One document out of what several sources say of it. */
import type { ExternalRecord } from '../records/model.ts';
import type { Document } from './model.ts';

export interface SourceSays {
  source: string;
  key: string;
  record: ExternalRecord;
}

/**
 * Each field from the first source that has it, the abstract from the one that has the longest: others cut it short. The
 * order of `says` decides, so that the same sources give the same document.
 */
export function mergedDocument(id: string, addedAt: string, says: readonly SourceSays[]): Document {
  const records = says.map(({ record }) => record);
  const first = <T>(of: (record: ExternalRecord) => T | null): T | null => {
    for (const record of records) {
      const value = of(record);
      if (value !== null) return value;
    }
    return null;
  };
  const abstracts = records.flatMap(({ abstract }) => abstract ?? []);
  return {
    id,
    title: first(({ title }) => title),
    abstract: abstracts.reduce<string | null>(
      (best, one) => (best === null || one.length > best.length ? one : best),
      null,
    ),
    authors: records.find(({ authors }) => authors.length > 0)?.authors ?? [],
    year: first(({ year }) => year),
    journal: first(({ journal }) => journal) ?? first(({ journalAbbreviation }) => journalAbbreviation),
    volume: first(({ volume }) => volume),
    issue: first(({ issue }) => issue),
    pages: first(({ pages }) => pages),
    doi: first(({ doi }) => doi),
    pmid: first(({ pmid }) => pmid),
    url: first(({ url }) => url),
    type: first(({ type }) => type),
    keywords: [...new Set(records.flatMap(({ keywords }) => keywords))],
    language: first(({ language }) => language),
    addedAt,
    sources: says.map(({ source, key, record }) => ({ source, key, database: record.source.database })),
  };
}

/** The same as a bibliographic record, with every serial number, for programs that read reference files. */
export function mergedRecord(says: readonly SourceSays[]): ExternalRecord {
  const { id: _, addedAt: __, sources, ...said } = mergedDocument('', '', says);
  const records = says.map(({ record }) => record);
  const databases = new Set(sources.flatMap(({ database }) => database ?? []));
  return {
    ...said,
    journalAbbreviation:
      records.find(({ journalAbbreviation }) => journalAbbreviation !== null)?.journalAbbreviation ?? null,
    issns: [...new Set(records.flatMap(({ issns }) => issns))],
    isbns: [...new Set(records.flatMap(({ isbns }) => isbns))],
    source: { file: '', index: 0, database: [...databases].join('; ') || null, fields: [] },
  };
}

/** What is read and learned from: title and abstract. */
export function textOfDocument({ title, abstract }: Pick<Document, 'title' | 'abstract'>): string {
  return [title, abstract].filter((part) => part !== null).join('\n');
}
