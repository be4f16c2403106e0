/**
 * arXiv: https://info.arxiv.org/help/api/user-manual.html. Atom, one request in three seconds, the search in arXiv's own
 * syntax (`all:chatbot AND cat:cs.CL`). Oldest first, so that what is added meanwhile comes at the end. Errors come as an
 * entry; now and then a page comes empty that is not the last.
 */
import type { SourceField } from '../records/model.ts';
import { givenRecord, noNames } from './reading.ts';
import { SearchSettings } from './settings.ts';
import { type GivenRecord, type Page, type Source, SourceFault, type Span } from './source.ts';
import { childrenOf, readXml, textOf, within, type XmlElement } from './xml.ts';

const PAGE_SIZE = 100;

const kind = {
  source: 'arxiv',
  database: 'arXiv',
  names: {
    ...noNames,
    title: ['title'],
    abstract: ['summary'],
    authors: ['author'],
    keywords: ['category'],
    year: ['published'],
    journal: ['arxiv:journal_ref'],
    doi: ['arxiv:doi'],
    urls: ['id'],
    type: ['type'],
  },
};

export const arxiv: Source<SearchSettings> = {
  name: 'arxiv',
  title: 'arXiv',
  address: 'https://export.arxiv.org/api',
  key: 'none',
  settings: SearchSettings,
  overlapDays: 7,
  gapMs: () => 3000,
  async page(ask, { settings, span, cursor }): Promise<Page> {
    const start = Number(cursor ?? 0);
    const url = new URL(`${ask.base}/query`);
    url.searchParams.set('search_query', queryOf(settings.search, span));
    url.searchParams.set('start', String(start));
    url.searchParams.set('max_results', String(PAGE_SIZE));
    url.searchParams.set('sortBy', 'submittedDate');
    url.searchParams.set('sortOrder', 'ascending');
    const { entries, total } = await ask.get(url, ({ text }) => feedOf(text, start));
    const records = entries.map(recordOf).filter((record) => record !== null);
    const end = start + entries.length;
    return {
      records,
      unreadable: entries.length - records.length,
      next: end < total ? String(end) : null,
      expected: total,
      notes: [],
    };
  },
};

function queryOf(search: string, { from, until }: Span): string {
  if (from === null) return search;
  const compact = (day: string, time: string) => `${day.replaceAll('-', '')}${time}`;
  return `(${search}) AND submittedDate:[${compact(from, '0000')} TO ${compact(until, '2359')}]`;
}

function feedOf(text: string, start: number): { entries: XmlElement[]; total: number } {
  const { root } = readXml(text);
  if (root?.name !== 'feed') throw new SourceFault('page instead of data', '', { again: true });
  if (!root.isWhole) throw new SourceFault('truncated', '', { again: true });
  const entries = childrenOf(root, 'entry');
  const [first] = entries;
  if (first !== undefined && textOf(within(first, 'id')).includes('/api/errors'))
    throw new SourceFault('error inside', textOf(within(first, 'summary')));
  const total = Number(textOf(within(root, 'opensearch:totalResults')) || 0);
  if (entries.length === 0 && start < total)
    throw new SourceFault('not the expected form', 'an empty page before the end', { again: true });
  return { entries, total };
}

/** The same document under every version of its number, without `v2`. */
function recordOf(entry: XmlElement): GivenRecord | null {
  const address = textOf(within(entry, 'id'));
  const fields: SourceField[] = [
    ['id', address],
    ['title', textOf(within(entry, 'title'))],
    ['summary', textOf(within(entry, 'summary'))],
    ...childrenOf(entry, 'author').map((author): SourceField => ['author', textOf(within(author, 'name'))]),
    ['published', textOf(within(entry, 'published'))],
    ['updated', textOf(within(entry, 'updated'))],
    ['arxiv:journal_ref', textOf(within(entry, 'arxiv:journal_ref'))],
    ['arxiv:doi', textOf(within(entry, 'arxiv:doi'))],
    ['type', 'preprint'],
    ...childrenOf(entry, 'category').map((one): SourceField => ['category', one.attributes.term ?? '']),
  ];
  const key = (address.split('/abs/')[1] ?? '').replace(/v\d+$/, '');
  return givenRecord(key, kind, fields);
}
