/** A document's fields as words, to be put side by side with another's. */
import type { Document } from '../../../src/scan/documents/model.ts';

export const fields = [
  'title',
  'authors',
  'year',
  'journal',
  'place',
  'doi',
  'pmid',
  'sources',
  'abstract',
] as const;
export type Field = (typeof fields)[number];

/** @param file what stands for a source that is a file without a database's name */
export function said(document: Document, field: Field, file: string): string {
  switch (field) {
    case 'authors':
      return document.authors.join('; ');
    case 'place':
      return [document.volume, document.issue, document.pages].filter((part) => part !== null).join(', ');
    case 'sources':
      return sourcesOf(document, file).join(', ');
    case 'year':
      return document.year === null ? '' : String(document.year);
    default:
      return document[field] ?? '';
  }
}

/** Each source once. */
export function sourcesOf(
  { sources }: { sources: readonly Pick<Document['sources'][number], 'source' | 'database'>[] },
  file: string,
): string[] {
  return [...new Set(sources.map(({ source, database }) => database ?? (source === 'file' ? file : source)))];
}

/** What `one` leaves out is no contradiction. */
export function contradicts(one: string, other: string): boolean {
  return one !== '' && other !== '' && one !== other;
}
