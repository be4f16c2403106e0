/** Records as tagged lines: RIS (Research Information Systems, 2011) and MEDLINE (National Library of Medicine). */
import type { ExternalRecord } from '../records/model.ts';
import { risType } from './document-types.ts';
import { isPages, onOneLine, pageRange } from './written-text.ts';

type Line = readonly [tag: string, value: string | number | null];

/** Ends with a blank line. Each value stands on one line. */
export function risOf(record: ExternalRecord): string {
  const { pages, type } = record;
  const [first, last] = pages !== null && isPages(pages) ? pageRange(pages) : [null, null];
  const ty = risType(type);
  const lines: Line[] = [
    ['TI', record.title],
    ...record.authors.map((author): Line => ['AU', author]),
    ['PY', record.year],
    ['T2', record.journal],
    ['J2', record.journalAbbreviation],
    ['VL', record.volume],
    ['IS', record.issue],
    ['SP', first],
    ['EP', last],
    ['C7', pages !== null && !isPages(pages) ? pages : null],
    ['AB', record.abstract],
    ...record.keywords.map((keyword): Line => ['KW', keyword]),
    ['DO', record.doi],
    ['AN', record.pmid === null ? null : `PMID: ${record.pmid}`],
    ...[...record.issns, ...record.isbns].map((number): Line => ['SN', number]),
    ['M3', type === ty ? null : type],
    ['UR', record.url],
    ['LA', record.language],
    ['DB', record.source.database],
  ];
  return `TY  - ${ty}\n${textOf(lines, 2)}ER  - \n\n`;
}

/** Ends with a blank line. Addresses and the database's name have no place in this format. */
export function medlineOf(record: ExternalRecord): string {
  const { pmid, pages, doi } = record;
  const lines: Line[] = [
    ...[...record.issns].map((issn): Line => ['IS', issn]),
    ['VI', record.volume],
    ['IP', record.issue],
    ['DP', record.year],
    ['TI', record.title],
    ['PG', pages],
    ['LID', doi === null ? null : `${doi} [doi]`],
    ['AB', record.abstract],
    ...record.authors.map((author): Line => ['FAU', author]),
    ['LA', record.language],
    ['PT', record.type],
    ['TA', record.journalAbbreviation],
    ['JT', record.journal],
    ...[...record.isbns].map((isbn): Line => ['ISBN', isbn]),
    ...record.keywords.map((keyword): Line => ['OT', keyword]),
  ];
  return `PMID- ${pmid ?? ''}\n${textOf(lines, 4)}\n`;
}

function textOf(lines: readonly Line[], width: 2 | 4): string {
  const between = width === 2 ? '  - ' : '- ';
  return lines
    .map(([tag, value]) => [tag, value === null ? '' : onOneLine(String(value))] as const)
    .filter(([, value]) => value !== '')
    .map(([tag, value]) => `${tag.padEnd(width)}${between}${value}\n`)
    .join('');
}
