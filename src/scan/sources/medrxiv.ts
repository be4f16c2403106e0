/**
 * medRxiv: https://api.medrxiv.org. It has no search by words: the preprints of a span are read one page after the other
 * and those that hold none of the words are left here. A page is stepped over by what it really held: a wrong step is
 * answered as if all were well, and loses records.
 */
import { z } from 'zod';
import { fold } from '../../text/fold.ts';
import type { SourceField } from '../records/model.ts';
import { givenRecord, jsonOf, list, noNames, readEach, text } from './reading.ts';
import { MedrxivSettings } from './settings.ts';
import { type GivenRecord, type Page, type Source, SourceFault } from './source.ts';

const Answered = z.object({
  messages: z.array(z.object({ status: text, total: text })).min(1),
  collection: list(z.unknown()),
});

const Preprint = z.object({
  doi: text,
  title: text,
  authors: text,
  date: text,
  version: text,
  type: text,
  category: text,
  abstract: text,
  published: text,
});

const kind = {
  source: 'medrxiv',
  database: 'medRxiv',
  names: {
    ...noNames,
    title: ['title'],
    abstract: ['abstract'],
    authors: ['authors'],
    authorSeparator: /;\s*/,
    keywords: ['category'],
    year: ['date'],
    doi: ['doi'],
    urls: ['url'],
    type: ['type'],
  },
};

export const medrxiv: Source<MedrxivSettings> = {
  name: 'medrxiv',
  title: 'medRxiv',
  address: 'https://api.medrxiv.org',
  key: 'none',
  settings: MedrxivSettings,
  overlapDays: 3,
  gapMs: () => 1000,
  async page(ask, { settings, span, cursor }): Promise<Page> {
    const at = Number(cursor ?? 0);
    const from = span.from ?? settings.since;
    const url = new URL(`${ask.base}/details/medrxiv/${from}/${span.until}/${at}/json`);
    const { collection, total } = await ask.get(url, (answer) => {
      const { messages, collection } = jsonOf(answer, Answered);
      const status = messages[0]?.status ?? '';
      if (/no posts found/i.test(status)) return { collection: [], total: 0 };
      if (status !== 'ok') throw new SourceFault('error inside', status);
      const total = Number(messages[0]?.total);
      if (collection.length === 0 && at < total)
        throw new SourceFault('not the expected form', 'an empty page before the end', { again: true });
      return { collection, total };
    });
    const { records, unreadable } = readEach(collection, Preprint, recordOf);
    const words = settings.words.map(fold);
    const end = at + collection.length;
    return {
      records: words.length === 0 ? records : records.filter((one) => holdsOne(one, words)),
      unreadable,
      next: end < total ? String(end) : null,
      expected: null,
      notes: [],
    };
  },
};

function holdsOne({ record }: GivenRecord, words: readonly string[]): boolean {
  const held = fold(`${record.title ?? ''} ${record.abstract ?? ''}`);
  return words.some((word) => held.includes(word));
}

function recordOf(preprint: z.output<typeof Preprint>): GivenRecord | null {
  const fields: SourceField[] = [
    ['doi', preprint.doi],
    ['title', preprint.title],
    ['authors', preprint.authors],
    ['date', preprint.date],
    ['version', preprint.version],
    ['type', `preprint ${preprint.type}`],
    ['category', preprint.category],
    ['abstract', preprint.abstract],
    ['published', preprint.published === 'NA' ? '' : preprint.published],
    ['url', `https://www.medrxiv.org/content/${preprint.doi}v${preprint.version || 1}`],
  ];
  return givenRecord(preprint.doi.toLowerCase(), kind, fields);
}
