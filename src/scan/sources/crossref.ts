/**
 * Crossref: https://api.crossref.org/swagger-ui. Who gives an address to write to is served from the polite pool; the
 * limit stands in the head of each answer. Cursors expire after some minutes: a run taken up later begins its span anew.
 */
import { z } from 'zod';
import type { SourceField } from '../records/model.ts';
import { givenRecord, jsonOf, list, noNames, readEach, text } from './reading.ts';
import { SearchSettings } from './settings.ts';
import { type GivenRecord, type Page, type Source, SourceFault } from './source.ts';

const PAGE_SIZE = 200;

const Answered = z.object({
  status: text,
  message: z.unknown(),
});
const Message = z.object({
  'total-results': z.number().optional(),
  'next-cursor': text,
  items: list(z.unknown()),
});

const Work = z.object({
  DOI: text,
  title: list(text),
  subtitle: list(text),
  author: list(z.object({ given: text, family: text, name: text })),
  'container-title': list(text),
  'short-container-title': list(text),
  volume: text,
  issue: text,
  page: text,
  'article-number': text,
  ISSN: list(text),
  ISBN: list(text),
  type: text,
  abstract: text,
  language: text,
  subject: list(text),
  issued: z.object({ 'date-parts': list(z.array(z.number().nullable())) }).optional(),
  URL: text,
});

const kind = {
  source: 'crossref',
  database: 'Crossref',
  names: {
    ...noNames,
    title: ['title'],
    abstract: ['abstract'],
    authors: ['author'],
    keywords: ['subject'],
    year: ['issued'],
    journal: ['container-title'],
    journalAbbreviation: ['short-container-title'],
    volume: ['volume'],
    issue: ['issue'],
    pages: ['page'],
    articleNumber: ['article-number'],
    doi: ['DOI'],
    urls: ['URL'],
    serialNumbers: ['ISSN', 'ISBN'],
    type: ['type'],
    language: ['language'],
  },
};

export const crossref: Source<SearchSettings> = {
  name: 'crossref',
  title: 'Crossref',
  address: 'https://api.crossref.org',
  key: 'none',
  settings: SearchSettings,
  overlapDays: 3,
  gapMs: () => 1000,
  async page(ask, { settings, span, cursor }): Promise<Page> {
    const url = new URL(`${ask.base}/works`);
    url.searchParams.set('query', settings.search);
    if (span.from !== null)
      url.searchParams.set('filter', `from-created-date:${span.from},until-created-date:${span.until}`);
    url.searchParams.set('rows', String(PAGE_SIZE));
    url.searchParams.set('cursor', cursor ?? '*');
    if (ask.contact !== null) url.searchParams.set('mailto', ask.contact);
    const message = await ask.get(url, (answer) => {
      const { status, message } = jsonOf(answer, Answered);
      const given = Message.safeParse(message);
      if (status !== 'ok' || !given.success) throw new SourceFault('error inside', said(message));
      return given.data;
    });
    const next = message['next-cursor'];
    return {
      ...readEach(message.items, Work, recordOf),
      next: message.items.length === 0 || next === '' ? null : next,
      expected: message['total-results'] ?? null,
      notes: [],
    };
  },
};

function said(message: unknown): string {
  const errors = z.array(z.object({ message: text })).safeParse(message);
  return errors.success ? errors.data.map((error) => error.message).join('; ') : '';
}

function recordOf(work: z.output<typeof Work>): GivenRecord | null {
  const fields: SourceField[] = [
    ['DOI', work.DOI],
    ['title', [work.title[0] ?? '', ...work.subtitle.slice(0, 1)].filter((part) => part !== '').join(': ')],
    ...work.author.map(
      (one): SourceField => [
        'author',
        one.family === '' ? one.name : [one.family, one.given].filter((part) => part !== '').join(', '),
      ],
    ),
    ['container-title', work['container-title'][0] ?? ''],
    ['short-container-title', work['short-container-title'][0] ?? ''],
    ['volume', work.volume],
    ['issue', work.issue],
    ['page', work.page],
    ['article-number', work['article-number']],
    ...work.ISSN.map((one): SourceField => ['ISSN', one]),
    ...work.ISBN.map((one): SourceField => ['ISBN', one]),
    ['type', work.type],
    ['issued', work.issued?.['date-parts'][0]?.filter((part) => part !== null).join('-') ?? ''],
    ['abstract', work.abstract],
    ['language', work.language],
    ...work.subject.map((one): SourceField => ['subject', one]),
    ['URL', work.URL],
  ];
  return givenRecord(work.DOI.toLowerCase(), kind, fields);
}
