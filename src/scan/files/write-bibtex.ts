/** Records as BibTeX entries in UTF-8 (Patashnik, BibTeXing, 1988; field names beyond it from biblatex 3). */
import type { ExternalRecord } from '../records/model.ts';
import { bibTexType } from './document-types.ts';
import { latexOfPlain } from './latex-text.ts';
import { inOneCell, isPages, onOneLine, pageRange } from './written-text.ts';

/** `at` keeps keys apart: the record's place in the file, from 0. */
export function bibTexOf(record: ExternalRecord, at: number): string {
  const { pages } = record;
  const paged = pages !== null && isPages(pages);
  const fields: readonly (readonly [string, string])[] = [
    ['title', braced(record.title)],
    ['author', record.authors.map(nameOf).join(' and ')],
    ['year', record.year === null ? '' : String(record.year)],
    ['journal', plain(record.journal)],
    ['shortjournal', plain(record.journalAbbreviation)],
    ['volume', plain(record.volume)],
    ['number', plain(record.issue)],
    ['pages', paged ? pagesOf(pages) : ''],
    ['eid', paged ? '' : plain(pages)],
    ['doi', verbatim(record.doi)],
    ['pmid', plain(record.pmid)],
    ['issn', record.issns.join(', ')],
    ['isbn', record.isbns.join(', ')],
    ['url', verbatim(record.url)],
    ['language', plain(record.language)],
    ['keywords', latexOfPlain(inOneCell(record.keywords))],
    ['abstract', plain(record.abstract)],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@${bibTexType(record.type)}{${keyOf(record, at)},\n${lines.join(',\n')}\n}\n\n`;
}

/** First author's family name, year and place: letters of ASCII alone, since older programs take no others. */
function keyOf({ authors, year }: ExternalRecord, at: number): string {
  const family = authors[0]
    ?.split(',')[0]
    ?.normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .slice(0, 30);
  return `${family || 'record'}${year ?? ''}-${at + 1}`;
}

const plain = (text: string | null): string => latexOfPlain(onOneLine(text ?? ''));

/** In braces of its own, so that no style changes its capitals. */
const braced = (text: string | null): string => (text === null ? '' : `{${plain(text)}}`);

/** A name without a comma, or with an `and` in it, is kept in one piece. */
function nameOf(name: string): string {
  const written = plain(name);
  return written.includes(',') && !/\band\b/i.test(written) && !/^\W*others\W*$/i.test(written)
    ? written
    : `{${written}}`;
}

function pagesOf(pages: string): string {
  const [first, last] = pageRange(pages);
  return last === null ? plain(pages) : `${plain(first)}--${plain(last)}`;
}

/** Addresses and DOIs are no LaTeX; the signs that would unbalance the entry are written as an address writes them. */
function verbatim(text: string | null): string {
  return onOneLine(text ?? '').replaceAll(/[\\{}]/g, encodeURIComponent);
}
