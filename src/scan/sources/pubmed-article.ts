/** One article of PubMed's XML (https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html) as a record. */
import type { SourceField } from '../records/model.ts';
import { givenRecord, noNames } from './reading.ts';
import type { GivenRecord } from './source.ts';
import { childrenOf, textOf, within, type XmlElement } from './xml.ts';

const kind = {
  source: 'pubmed',
  database: 'PubMed',
  names: {
    ...noNames,
    title: ['ArticleTitle', 'VernacularTitle'],
    abstract: ['Abstract'],
    authors: ['Author'],
    keywords: ['Keyword', 'MeshHeading'],
    year: ['PubDate'],
    journal: ['Title'],
    journalAbbreviation: ['ISOAbbreviation'],
    volume: ['Volume'],
    issue: ['Issue'],
    pages: ['Pagination'],
    doi: ['doi'],
    pmid: ['PMID'],
    urls: ['url'],
    serialNumbers: ['ISSN'],
    type: ['PublicationType'],
    language: ['Language'],
  },
};

/** @param element `PubmedArticle` or `PubmedBookArticle`; null where it names no identifier */
export function pubmedRecord(element: XmlElement): GivenRecord | null {
  const citation = within(element, 'MedlineCitation') ?? within(element, 'BookDocument');
  const article = within(citation, 'Article') ?? citation;
  const journal = within(article, 'Journal');
  const issue = within(journal, 'JournalIssue');
  const book = within(article, 'Book');
  const pmid = textOf(within(citation, 'PMID'));
  const at = (name: string, from: XmlElement | undefined): SourceField => [name, textOf(within(from, name))];
  const every = (name: string, elements: readonly XmlElement[]): SourceField[] =>
    elements.map((one) => [name, textOf(one)]);
  const fields: SourceField[] = [
    ['PMID', pmid],
    at('ArticleTitle', article),
    at('VernacularTitle', article),
    ['Abstract', abstractOf(within(article, 'Abstract') ?? within(citation, 'OtherAbstract'))],
    at('CopyrightInformation', within(article, 'Abstract')),
    ...childrenOf(within(article, 'AuthorList'), 'Author').map(authorField),
    ['Title', textOf(within(journal, 'Title') ?? within(book, 'BookTitle'))],
    at('ISOAbbreviation', journal),
    ...every('ISSN', childrenOf(journal, 'ISSN')),
    at('Volume', issue),
    at('Issue', issue),
    ['PubDate', dateOf(within(issue, 'PubDate') ?? within(book, 'PubDate'))],
    ['Pagination', pagesOf(within(article, 'Pagination'))],
    ['doi', doiOf(element, article)],
    ...every('Language', childrenOf(article, 'Language')),
    ...every('PublicationType', childrenOf(within(article, 'PublicationTypeList'), 'PublicationType')),
    ...childrenOf(citation, 'KeywordList').flatMap((list) => every('Keyword', childrenOf(list, 'Keyword'))),
    ...childrenOf(within(citation, 'MeshHeadingList'), 'MeshHeading').map(
      (heading): SourceField => ['MeshHeading', textOf(within(heading, 'DescriptorName'))],
    ),
    ['url', `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`],
  ];
  return givenRecord(pmid, kind, fields);
}

function abstractOf(abstract: XmlElement | undefined): string {
  const parts = childrenOf(abstract, 'AbstractText').map((part) => {
    const { Label: label } = part.attributes;
    return label === undefined ? textOf(part) : `${label}: ${textOf(part)}`;
  });
  return parts.join('\n');
}

function authorField(author: XmlElement): SourceField {
  const [family, given] = [textOf(within(author, 'LastName')), textOf(within(author, 'ForeName'))];
  const name = family === '' ? textOf(within(author, 'CollectiveName')) : `${family}, ${given}`;
  return ['Author', name.replace(/,\s*$/, '')];
}

function dateOf(date: XmlElement | undefined): string {
  const parts = ['Year', 'Month', 'Day'].map((name) => textOf(within(date, name)));
  return textOf(within(date, 'MedlineDate')) || parts.filter((part) => part !== '').join(' ');
}

function pagesOf(pagination: XmlElement | undefined): string {
  const [start, end] = [textOf(within(pagination, 'StartPage')), textOf(within(pagination, 'EndPage'))];
  if (start === '') return textOf(within(pagination, 'MedlinePgn'));
  return end === '' ? start : `${start}-${end}`;
}

/** The article's own: identifiers of what it cites stand in lists of the same name further in. */
function doiOf(element: XmlElement, article: XmlElement | undefined): string {
  const ids = [
    ...childrenOf(within(element, 'PubmedData', 'ArticleIdList'), 'ArticleId'),
    ...childrenOf(within(article, 'ArticleIdList'), 'ArticleId'),
  ].filter(({ attributes }) => attributes.IdType === 'doi');
  const located = childrenOf(article, 'ELocationID').filter(({ attributes }) => attributes.EIdType === 'doi');
  return textOf(ids[0] ?? located[0]);
}
