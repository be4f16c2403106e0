/**
 * Recorded answers of sources, served as the sources would serve them. No record is touched. What is made here is only
 * what leads from page to page, because the recordings were taken from different searches: totals are those of what was
 * recorded, the last page names no further one, and of a record that was recorded twice the fuller recording is given once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Given } from '../../src/scan/testing/source-server.ts';
import type { SourceName } from '../../src/store/scan-tables.ts';

export type RecordedSource = Extract<SourceName, 'europepmc' | 'pubmed' | 'clinicaltrials' | 'openfda'>;

/** What a study asks of a source, as `firsthand scan --query` takes it. */
export interface Search {
  source: RecordedSource;
  query: string;
  /** The source's own identifiers of all that it has recorded. */
  keys: string[];
}

export interface Recordings {
  searches: Search[];
  /** The answer to a request below `/SOURCE`. */
  answer(url: URL): Given;
}

interface Served {
  searches: Search[];
  answer(url: URL): Given;
}

/** @param folder one folder for each source @throws where a recording is missing or of another form */
export function readRecordings(folder: string): Recordings {
  const sources: Record<RecordedSource, Served> = {
    europepmc: europepmc(join(folder, 'europepmc')),
    clinicaltrials: clinicaltrials(join(folder, 'clinicaltrials')),
    pubmed: pubmed(join(folder, 'pubmed')),
    openfda: openfda(join(folder, 'openfda')),
  };
  return {
    searches: Object.values(sources).flatMap(({ searches }) => searches),
    answer(url) {
      const [, source = '', ...rest] = url.pathname.split('/');
      if (!(source in sources)) return { status: 404, body: '' };
      const below = new URL(url);
      below.pathname = rest.join('/');
      return sources[source as RecordedSource].answer(below); // just checked
    },
  };
}

const json = (value: unknown): Given => ({ body: JSON.stringify(value) });
const read = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

const Found = z.looseObject({ id: z.string(), source: z.string() });
const FoundPage = z.looseObject({
  hitCount: z.number(),
  nextCursorMark: z.string(),
  request: z.looseObject({ cursorMark: z.string() }),
  resultList: z.object({ result: z.array(Found) }),
});

/** Ten pages that follow each other; the first records were recorded in full as well, which is what we ask for. */
function europepmc(folder: string): Served {
  const pages = z.array(FoundPage).parse(read(folder, 'fetch_10pages_cancer.json'));
  const nothing = z.looseObject({}).parse(read(folder, 'search_no_results.json'));
  const full = new Map(
    FoundPage.parse(read(folder, 'search_cancer_core.json')).resultList.result.map((one) => [one.id, one]),
  );
  const hitCount = pages.reduce((sum, { resultList }) => sum + resultList.result.length, 0);
  const byCursor = new Map(pages.map((page) => [decodeURIComponent(page.request.cursorMark), page]));
  const results = pages.flatMap(({ resultList }) => resultList.result);
  return {
    searches: [
      { source: 'europepmc', query: 'cancer', keys: results.map(({ id, source }) => `${source}:${id}`) },
    ],
    answer({ searchParams }) {
      const page = byCursor.get(searchParams.get('cursorMark') ?? '');
      if (page === undefined) return json({ ...nothing, hitCount });
      const result = page.resultList.result.map((one) => full.get(one.id) ?? one);
      return json({ ...page, hitCount, resultList: { result } });
    },
  };
}

const Trial = z.looseObject({
  protocolSection: z.looseObject({ identificationModule: z.looseObject({ nctId: z.string() }) }),
});
const TrialPage = z.looseObject({ studies: z.array(Trial), nextPageToken: z.string().nullish() });

/** Searches one after the other, then the trials that were recorded one by one. */
function clinicaltrials(folder: string): Served {
  const recorded = readdirSync(folder)
    .filter((file) => file.endsWith('_20260811.json'))
    .sort();
  const alone = recorded
    .filter((file) => file.includes('_get_'))
    .map((file) => Trial.parse(read(folder, file)));
  const searched = recorded
    .filter((file) => file.includes('_search_'))
    .map((file) => TrialPage.parse(read(folder, file)));
  const keyOf = ({ protocolSection }: z.infer<typeof Trial>) => protocolSection.identificationModule.nctId;
  const given = new Set(alone.map(keyOf));
  const pages = searched.map(({ studies }) =>
    studies.filter((one) => {
      const isFirst = !given.has(keyOf(one));
      given.add(keyOf(one));
      return isFirst;
    }),
  );
  pages.push(alone);
  const tokens = searched.map(({ nextPageToken }, at) => nextPageToken ?? `after-${at}`);
  return {
    searches: [{ source: 'clinicaltrials', query: 'cancer', keys: [...given] }],
    answer({ searchParams }) {
      const token = searchParams.get('pageToken');
      const at = token === null ? 0 : tokens.indexOf(token) + 1;
      const next = tokens[at];
      return json({
        totalCount: given.size,
        studies: pages[at] ?? [],
        ...(next === undefined ? {} : { nextPageToken: next }),
      });
    },
  };
}

/** Articles by their PMID, as the recorded XML has them, letter by letter. */
function pubmed(folder: string): Served {
  const files = readdirSync(folder).filter((file) => /^(pubmed\d|biomcp_efetch).*\.xml$/.test(file));
  const articles = new Map(
    files.flatMap((file) => {
      const found = readFileSync(join(folder, file), 'utf8').match(
        /<PubmedArticle>[\s\S]*?<\/PubmedArticle>/g,
      );
      return (found ?? []).map((xml): [string, string] => [/<PMID[^>]*>(\d+)/.exec(xml)?.[1] ?? '', xml]);
    }),
  );
  const search = z
    .looseObject({ esearchresult: z.looseObject({}) })
    .parse(read(folder, 'biomcp_esearch_braf.json'));
  const ids = [...articles.keys()];
  return {
    searches: [{ source: 'pubmed', query: 'cancer', keys: ids }],
    answer({ pathname, searchParams }) {
      if (pathname.endsWith('/esearch.fcgi')) {
        const from = Number(searchParams.get('retstart'));
        const idlist = ids.slice(from, from + Number(searchParams.get('retmax')));
        return json({
          ...search,
          esearchresult: { ...search.esearchresult, count: String(ids.length), idlist },
        });
      }
      const asked = (searchParams.get('id') ?? '').split(',');
      const body = asked.map((id) => articles.get(id) ?? '').join('\n');
      return {
        type: 'text/xml',
        body: `<?xml version="1.0" ?>\n<PubmedArticleSet>\n${body}</PubmedArticleSet>`,
      };
    },
  };
}

const Event = z.looseObject({ mdr_report_key: z.string() });
const Clearances = z.looseObject({ results: z.array(z.looseObject({ k_number: z.string() })) });

/** One clearance as it was answered, and one report of an event, which was recorded without its page. */
function openfda(folder: string): Served {
  const clearances = Clearances.parse(read(folder, 'biomcp_device_510k.json'));
  const event = Event.parse(read(folder, 'fda_maude_wide_sample.json'));
  const nothing = read(folder, 'biomcp_device_510k_brca1_20260811.json');
  const events = { meta: { results: { skip: 0, limit: 1, total: 1 } }, results: [event] };
  return {
    searches: [
      {
        source: 'openfda',
        query: '510k:FoundationOne',
        keys: clearances.results.map(({ k_number }) => `510k:${k_number}`),
      },
      { source: 'openfda', query: 'event:perfusion', keys: [`event:${event.mdr_report_key}`] },
    ],
    answer({ pathname, searchParams }) {
      if (searchParams.has('skip')) return { status: 404, body: JSON.stringify(nothing) };
      return json(pathname.endsWith('/event.json') ? events : clearances);
    },
  };
}
