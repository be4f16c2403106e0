/**
 * Any RSS (0.9 to 2.0, https://www.rssboard.org/rss-specification) or Atom (RFC 4287) feed. Offices' feeds hold lone
 * ampersands, dates that cannot be and entities that nobody declared; what can be read is read, and the run says what was odd.
 */
import { sha256 } from '../../kernel/hash.ts';
import type { SourceField } from '../records/model.ts';
import { dayOfFeed } from './feed-date.ts';
import { plainText } from './plain-text.ts';
import { givenRecord, noNames } from './reading.ts';
import { FeedSettings } from './settings.ts';
import { type FaultCode, type GivenRecord, type Page, type Source, SourceFault } from './source.ts';
import { childrenOf, readXml, textOf, within, type XmlElement } from './xml.ts';

const names = {
  ...noNames,
  title: ['title'],
  abstract: ['content', 'description'],
  authors: ['author'],
  keywords: ['category'],
  year: ['day'],
  urls: ['link'],
};

export const feed: Source<FeedSettings> = {
  name: 'feed',
  title: 'RSS / Atom',
  address: '',
  key: 'none',
  settings: FeedSettings,
  overlapDays: null,
  gapMs: () => 1000,
  async page(ask, { settings }): Promise<Page> {
    const address = new URL(settings.address);
    return ask.get(ask.base === '' ? address : mirrored(address, ask.base), ({ text }) =>
      pageOf(text, address),
    );
  },
};

/** The same path at another address. */
function mirrored(address: URL, base: string): URL {
  return new URL(`${base}${address.pathname}${address.search}`);
}

function pageOf(text: string, address: URL): Page {
  const { root, faults } = readXml(text.trimStart());
  const channel = root?.name === 'rss' ? within(root, 'channel') : root;
  if (root === null || channel === undefined || channel === null || !/^(?:rss|feed|rdf:RDF)$/.test(root.name))
    throw new SourceFault('page instead of data', '', { again: true });
  const entries = [...childrenOf(channel, 'item'), ...childrenOf(channel, 'entry')];
  const whole = entries.filter(({ isWhole }) => isWhole);
  const title = textOf(within(channel, 'title') ?? within(channel, 'channel', 'title'));
  const database = plainText(title) || address.host;
  const records: GivenRecord[] = [];
  const notes = new Set<FaultCode>();
  for (const entry of whole) {
    const { record, hasImpossibleDate } = recordOf(entry, address, database);
    if (hasImpossibleDate) notes.add('date impossible');
    if (record !== null && (record.record.title !== null || record.record.abstract !== null))
      records.push(record);
  }
  if (!root.isWhole) notes.add('truncated');
  else if (faults > 0) notes.add('not well-formed');
  return {
    records,
    unreadable: whole.length - records.length,
    next: null,
    expected: null,
    notes: [...notes],
  };
}

function recordOf(
  entry: XmlElement,
  feedAddress: URL,
  database: string,
): { record: GivenRecord | null; hasImpossibleDate: boolean } {
  const first = (...those: string[]) =>
    those.map((name) => textOf(within(entry, name))).find((text) => text !== '') ?? '';
  const date = first('pubDate', 'published', 'dc:date', 'updated');
  const day = dayOfFeed(date);
  const link = linkOf(entry);
  const address = link !== '' && URL.canParse(link, feedAddress) ? new URL(link, feedAddress).href : '';
  const fields: SourceField[] = [
    ['title', first('title')],
    ['link', address],
    ['guid', first('guid', 'id')],
    ['date', date],
    ['day', day ?? ''],
    ['author', authorOf(entry)],
    ['description', first('description', 'summary')],
    ['content', first('content:encoded', 'content')],
    ...childrenOf(entry, 'category').map(
      (one): SourceField => ['category', one.attributes.term ?? textOf(one)],
    ),
  ];
  // A number is the feed's own only; two feeds may both have an item 12.
  const own = first('guid', 'id') || address || sha256(`${first('title')} ${date}`).slice(0, 32);
  const key = `${sha256(feedAddress.href).slice(0, 12)}:${own}`;
  return {
    record: givenRecord(key, { source: 'feed', database, names }, fields),
    hasImpossibleDate: date !== '' && day === null,
  };
}

/** RSS has the address as text, Atom as an attribute, of which the one without a relation is the entry's page. */
function linkOf(entry: XmlElement): string {
  const links = childrenOf(entry, 'link');
  const written = links.map(textOf).find((text) => text !== '');
  const page = links.find(({ attributes }) => (attributes.rel ?? 'alternate') === 'alternate');
  return written ?? page?.attributes.href ?? '';
}

function authorOf(entry: XmlElement): string {
  const author = within(entry, 'author');
  return textOf(within(author, 'name') ?? author ?? within(entry, 'dc:creator'));
}
