/** Records in EndNote's XML, which EndNote, Zotero and most screening tools read. */
import { escapeXml } from '../../kernel/xml-text.ts';
import type { ExternalRecord } from '../records/model.ts';
import { endNoteType } from './document-types.ts';

export const endNoteXmlStart = '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n';
export const endNoteXmlEnd = '</records></xml>\n';

export function endNoteXmlOf(record: ExternalRecord): string {
  const [name, number] = endNoteType(record.type);
  const parts = [
    `<ref-type name="${escapeXml(name)}">${number}</ref-type>`,
    group('contributors', group('authors', ...record.authors.map((author) => leaf('author', author)))),
    group('titles', leaf('title', record.title), leaf('secondary-title', record.journal)),
    group('periodical', leaf('full-title', record.journal), leaf('abbr-1', record.journalAbbreviation)),
    leaf('pages', record.pages),
    leaf('volume', record.volume),
    leaf('number', record.issue),
    group('keywords', ...record.keywords.map((keyword) => leaf('keyword', keyword))),
    group('dates', leaf('year', record.year)),
    leaf('isbn', [...record.issns, ...record.isbns].join('; ')),
    leaf('accession-num', record.pmid === null ? null : `PMID: ${record.pmid}`),
    leaf('abstract', record.abstract),
    group('urls', group('related-urls', leaf('url', record.url))),
    leaf('electronic-resource-num', record.doi),
    leaf('remote-database-name', record.source.database),
    leaf('language', record.language),
  ];
  return `<record>${parts.join('')}</record>\n`;
}

function leaf(name: string, value: string | number | null): string {
  return value === null || value === '' ? '' : `<${name}>${escapeXml(String(value))}</${name}>`;
}

function group(name: string, ...inside: readonly string[]): string {
  const content = inside.join('');
  return content === '' ? '' : `<${name}>${content}</${name}>`;
}
