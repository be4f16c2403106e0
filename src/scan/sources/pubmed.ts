/**
 * PubMed through NCBI's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499): a search gives identifiers, a second
 * request the articles. No search gives more than its first 10,000, so that a larger one is read in shorter spans of
 * the day on which PubMed took the articles up. NCBI asks for the program's name and an address to write to.
 */
import { z } from 'zod';
import { pubmedRecord } from './pubmed-article.ts';
import { jsonOf, list, text } from './reading.ts';
import { SearchSettings } from './settings.ts';
import { type Ask, type Page, type Source, SourceFault, type Span } from './source.ts';
import { childrenOf, readXml } from './xml.ts';

const PAGE_SIZE = 100;
const MOST_OF_A_SEARCH = 9_999;
const FIRST_DAY = '1900-01-01';
const DAY_MS = 86_400_000;

const Found = z.object({
  error: text,
  esearchresult: z.object({ ERROR: text, count: text, idlist: list(text) }).optional(),
});

/** Days from `from` to `until`, of which those up to `to` are being read, from the place `at`. */
const Place = z.object({ from: z.iso.date(), to: z.iso.date(), at: z.int().min(0) });
type Place = z.infer<typeof Place>;

export const pubmed: Source<SearchSettings> = {
  name: 'pubmed',
  title: 'PubMed',
  address: 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils',
  key: 'optional',
  settings: SearchSettings,
  overlapDays: 3,
  gapMs: (hasKey) => (hasKey ? 110 : 350),
  async page(ask, { settings, span, cursor }): Promise<Page> {
    const place = cursor === null ? startOf(span) : Place.parse(JSON.parse(cursor));
    const { count, ids } = await search(ask, settings.search, place);
    if (count > MOST_OF_A_SEARCH && place.from < place.to) return nothingAt({ ...place, to: middle(place) });
    const end = place.at + ids.length;
    const isEnd = ids.length === 0 || end >= Math.min(count, MOST_OF_A_SEARCH);
    const isWhole = place.from === (span.from ?? FIRST_DAY) && place.to === span.until;
    return {
      ...(ids.length === 0 ? { records: [], unreadable: 0 } : await articles(ask, ids)),
      next: isEnd ? nextSpan(place, span) : JSON.stringify({ ...place, at: end }),
      expected: isWhole ? count : null,
      notes: isEnd && count > MOST_OF_A_SEARCH ? ['beyond what the source gives'] : [],
    };
  },
};

function startOf(span: Span): Place {
  return { from: span.from ?? FIRST_DAY, to: span.until, at: 0 };
}

function nothingAt(place: Place): Page {
  return { records: [], unreadable: 0, next: JSON.stringify(place), expected: null, notes: [] };
}

function middle({ from, to }: Place): string {
  const days = Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS / 2);
  return later(from, days);
}

function nextSpan({ to }: Place, { until }: Span): string | null {
  return to >= until ? null : JSON.stringify({ from: later(to, 1), to: until, at: 0 });
}

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

async function search(ask: Ask, term: string, place: Place): Promise<{ count: number; ids: string[] }> {
  const url = addressOf(ask, 'esearch.fcgi');
  url.searchParams.set('term', term);
  url.searchParams.set('retmode', 'json');
  url.searchParams.set('sort', 'pub_date');
  url.searchParams.set('retstart', String(place.at));
  url.searchParams.set('retmax', String(Math.min(PAGE_SIZE, MOST_OF_A_SEARCH - place.at)));
  url.searchParams.set('datetype', 'edat');
  url.searchParams.set('mindate', place.from.replaceAll('-', '/'));
  url.searchParams.set('maxdate', place.to.replaceAll('-', '/'));
  return ask.get(url, (answer) => {
    const { error, esearchresult: found } = jsonOf(answer, Found);
    const fault = found?.ERROR || error;
    if (fault || found === undefined)
      throw new SourceFault('error inside', fault, { again: /backend|limit/i.test(fault) });
    return { count: Number(found.count), ids: found.idlist };
  });
}

async function articles(ask: Ask, ids: readonly string[]): Promise<Pick<Page, 'records' | 'unreadable'>> {
  const url = addressOf(ask, 'efetch.fcgi');
  url.searchParams.set('id', ids.join(','));
  url.searchParams.set('retmode', 'xml');
  const found = await ask.get(url, ({ text }) => {
    const { root } = readXml(text);
    if (root?.name !== 'PubmedArticleSet') throw new SourceFault('page instead of data', '', { again: true });
    if (!root.isWhole) throw new SourceFault('truncated', '', { again: true });
    return [...childrenOf(root, 'PubmedArticle'), ...childrenOf(root, 'PubmedBookArticle')];
  });
  const records = found
    .map(pubmedRecord)
    .filter((one) => one !== null)
    .filter(({ record }) => record.title !== null || record.abstract !== null);
  return { records, unreadable: Math.max(0, ids.length - records.length) };
}

function addressOf(ask: Ask, name: string): URL {
  const url = new URL(`${ask.base}/${name}`);
  url.searchParams.set('db', 'pubmed');
  url.searchParams.set('tool', 'firsthand');
  if (ask.contact !== null) url.searchParams.set('email', ask.contact);
  if (ask.key !== null) url.searchParams.set('api_key', ask.key);
  return url;
}
