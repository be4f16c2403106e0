/**
 * OpenAlex: https://docs.openalex.org. It needs a key; abstracts come as lists of places by word. Free keys may not
 * filter by the day of taking up, so that spans are of publication, with a long overlap for what is added late.
 */
import { z } from 'zod';
import type { SourceField } from '../records/model.ts';
import { givenRecord, jsonOf, list, noNames, readEach, text } from './reading.ts';
import { SearchSettings } from './settings.ts';
import { type GivenRecord, type Page, type Source, SourceFault } from './source.ts';

const PAGE_SIZE = 100;
const LONGEST_ABSTRACT = 20_000;

const Answered = z.object({
  error: text,
  message: text,
  meta: z.object({ count: z.number().optional(), next_cursor: text }).optional(),
  results: list(z.unknown()),
});

const Work = z.object({
  id: text,
  doi: text,
  title: text,
  display_name: text,
  publication_year: text,
  publication_date: text,
  type: text,
  language: text,
  authorships: list(z.object({ author: z.object({ display_name: text }).nullish(), raw_author_name: text })),
  primary_location: z
    .object({
      landing_page_url: text,
      source: z.object({ display_name: text, issn: list(text) }).nullish(),
    })
    .nullish(),
  biblio: z.object({ volume: text, issue: text, first_page: text, last_page: text }).nullish(),
  ids: z.object({ pmid: text }).nullish(),
  abstract_inverted_index: z.record(z.string(), z.array(z.int().min(0))).nullish(),
  keywords: list(z.object({ display_name: text })),
});

const kind = {
  source: 'openalex',
  database: 'OpenAlex',
  names: {
    ...noNames,
    title: ['title'],
    abstract: ['abstract'],
    authors: ['author'],
    keywords: ['keyword'],
    year: ['publication_year', 'publication_date'],
    journal: ['source'],
    volume: ['volume'],
    issue: ['issue'],
    pages: ['first_page'],
    lastPage: ['last_page'],
    doi: ['doi'],
    urls: ['landing_page_url', 'pmid', 'id'],
    serialNumbers: ['issn'],
    type: ['type'],
    language: ['language'],
  },
};

export const openalex: Source<SearchSettings> = {
  name: 'openalex',
  title: 'OpenAlex',
  address: 'https://api.openalex.org',
  key: 'needed',
  settings: SearchSettings,
  overlapDays: 60,
  gapMs: () => 200,
  async page(ask, { settings, span, cursor }): Promise<Page> {
    const url = new URL(`${ask.base}/works`);
    url.searchParams.set('search', settings.search);
    if (span.from !== null)
      url.searchParams.set('filter', `from_publication_date:${span.from},to_publication_date:${span.until}`);
    url.searchParams.set('per_page', String(PAGE_SIZE));
    url.searchParams.set('cursor', cursor ?? '*');
    if (ask.contact !== null) url.searchParams.set('mailto', ask.contact);
    if (ask.key !== null) url.searchParams.set('api_key', ask.key);
    const { meta, results } = await ask.get(url, (answer) => {
      const given = jsonOf(answer, Answered);
      if (given.error !== '' || given.meta === undefined)
        throw new SourceFault('error inside', `${given.error} ${given.message}`.trim());
      return given;
    });
    const next = meta?.next_cursor ?? '';
    return {
      ...readEach(results, Work, recordOf),
      next: results.length === 0 || next === '' ? null : next,
      expected: meta?.count ?? null,
      notes: [],
    };
  },
};

function recordOf(work: z.output<typeof Work>): GivenRecord | null {
  const { primary_location: place, biblio } = work;
  const fields: SourceField[] = [
    ['id', work.id],
    ['doi', work.doi],
    ['title', work.title || work.display_name],
    ...work.authorships.map(
      (one): SourceField => ['author', one.author?.display_name || one.raw_author_name],
    ),
    ['publication_year', work.publication_year],
    ['publication_date', work.publication_date],
    ['source', place?.source?.display_name ?? ''],
    ...(place?.source?.issn ?? []).map((one): SourceField => ['issn', one]),
    ['volume', biblio?.volume ?? ''],
    ['issue', biblio?.issue ?? ''],
    ['first_page', biblio?.first_page ?? ''],
    ['last_page', biblio?.last_page ?? ''],
    ['pmid', work.ids?.pmid ?? ''],
    ['type', work.type],
    ['language', work.language],
    ['abstract', abstractOf(work.abstract_inverted_index ?? {})],
    ...work.keywords.map(({ display_name }): SourceField => ['keyword', display_name]),
    ['landing_page_url', place?.landing_page_url ?? ''],
  ];
  return givenRecord(work.id.split('/').at(-1) ?? '', kind, fields);
}

/** Words back in their order. */
function abstractOf(index: Readonly<Record<string, readonly number[]>>): string {
  const words: string[] = [];
  for (const [word, places] of Object.entries(index))
    for (const place of places) if (place < LONGEST_ABSTRACT) words[place] = word;
  return words.filter((word) => word !== undefined).join(' ');
}
