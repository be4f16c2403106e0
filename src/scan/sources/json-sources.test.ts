import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../testing/read-source.ts';
import { type Given, type SourceServer, startSourceServer } from '../testing/source-server.ts';
import { clinicaltrials } from './clinicaltrials.ts';
import { crossref } from './crossref.ts';
import { medrxiv } from './medrxiv.ts';
import { openalex } from './openalex.ts';
import { openfda } from './openfda.ts';

let server: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
});
afterAll(() => server.close());

const json = (value: unknown, headers: Record<string, string> = {}): Given => ({
  body: JSON.stringify(value),
  headers,
});
const asked = (name: string) => server.asked.map((url) => url.searchParams.get(name));
const search = { search: 'chatbot', since: null };
const spring = { span: { from: '2026-02-01', until: '2026-03-02' } };

describe('Crossref', () => {
  const work = {
    DOI: '10.5555/Invented.1',
    title: ['Night watches with a <i>machine</i>'],
    subtitle: ['an invented study'],
    author: [{ given: 'Minji', family: 'Kim' }, { name: 'The Night Watch Group' }],
    'container-title': ['Journal of Invented Results'],
    'short-container-title': ['J Invent Res'],
    volume: '7',
    page: '11-19',
    ISSN: ['1234-5679'],
    type: 'journal-article',
    abstract: '<jats:title>Abstract</jats:title><jats:p>Nobody slept; p &lt; 0.05 was seen.</jats:p>',
    issued: { 'date-parts': [[2026, 2, 3]] },
    URL: 'https://doi.org/10.5555/invented.1',
    'is-referenced-by-count': 12,
  };
  const page = (items: unknown[], next: string, headers: Record<string, string> = {}) =>
    json({ status: 'ok', message: { 'total-results': 2, 'next-cursor': next, items } }, headers);

  it('gives a record in its own words, without tags', async () => {
    server.answer((_, count) => page(count === 1 ? [work] : [], 'more'));
    const { records } = await readSource(crossref, server, search);
    expect(records).toMatchObject([
      {
        key: '10.5555/invented.1',
        record: {
          title: 'Night watches with a machine: an invented study',
          authors: ['Kim, Minji', 'The Night Watch Group'],
          year: 2026,
          journal: 'Journal of Invented Results',
          pages: '11-19',
          doi: '10.5555/invented.1',
          abstract: 'Nobody slept; p < 0.05 was seen.',
          issns: ['1234-5679'],
          type: 'journal-article',
          source: { database: 'Crossref' },
        },
      },
    ]);
  });

  it('follows the cursor to the empty page, and asks for what is new of a span', async () => {
    server.answer((_, count) => page(count < 3 ? [{ ...work, DOI: `10.5555/${count}` }] : [], `c${count}`));
    const { pages } = await readSource(crossref, server, search, {
      ...spring,
      scan: { contact: 'library@hospital.example' },
    });
    expect(pages).toHaveLength(3);
    expect(asked('cursor')).toEqual(['*', 'c1', 'c2']);
    expect(asked('filter')[0]).toBe('from-created-date:2026-02-01,until-created-date:2026-03-02');
    expect(asked('mailto')[0]).toBe('library@hospital.example');
  });

  it('is asked no faster than the head of its answers says', async () => {
    const headers = { 'x-rate-limit-limit': '1', 'x-rate-limit-interval': '5s' };
    server.answer((_, count) =>
      page(count < 3 ? [{ ...work, DOI: `10.5555/${count}` }] : [], `c${count}`, headers),
    );
    expect((await readSource(crossref, server, search)).slept).toEqual([5000, 5000]);
  });

  it('says what it reports in place of results', async () => {
    server.answer(() => json({ status: 'failed', message: [{ message: 'This cursor has expired' }] }));
    await expect(readSource(crossref, server, search)).rejects.toMatchObject({
      code: 'error inside',
      detail: 'This cursor has expired',
    });
  });
});

describe('OpenAlex', () => {
  const key = 'secret-of-the-library';
  const scan = { keys: { openalex: key } };
  const work = {
    id: 'https://openalex.org/W1',
    doi: 'https://doi.org/10.5555/invented.1',
    title: 'Night watches with a machine',
    publication_year: 2026,
    type: 'article',
    authorships: [{ author: { display_name: 'Minji Kim' } }],
    primary_location: { source: { display_name: 'Journal of Invented Results', issn: ['1234-5679'] } },
    biblio: { volume: '7', issue: null, first_page: '11', last_page: '19' },
    ids: { pmid: 'https://pubmed.ncbi.nlm.nih.gov/12345678' },
    abstract_inverted_index: { slept: [1, 3], Nobody: [0], well: [4], and: [2] },
    keywords: [{ display_name: 'Night' }],
    cited_by_count: 3,
  };

  it('gives a record whose abstract is in order again', async () => {
    server.answer(() => json({ meta: { count: 1, next_cursor: null }, results: [work] }));
    const { records } = await readSource(openalex, server, search, { scan });
    expect(records).toMatchObject([
      {
        key: 'W1',
        record: {
          abstract: 'Nobody slept and slept well',
          authors: ['Minji Kim'],
          pages: '11-19',
          doi: '10.5555/invented.1',
          pmid: '12345678',
          keywords: ['Night'],
        },
      },
    ]);
    expect(asked('api_key')).toEqual([key]);
  });

  it('is not asked without a key', async () => {
    server.answer(() => json({}));
    await expect(readSource(openalex, server, search)).rejects.toMatchObject({ code: 'key missing' });
    expect(server.asked).toEqual([]);
  });

  it('never has its key repeated in what is told of an error', async () => {
    server.answer(() => ({ status: 403, body: `{"error":"no such key: ${key}"}` }));
    const fault = await readSource(openalex, server, search, { scan }).catch((error) => error);
    expect(fault).toMatchObject({ code: 'key refused' });
    expect(`${fault.message} ${fault.detail} ${fault.stack}`).not.toContain(key);
  });
});

describe('ClinicalTrials.gov', () => {
  const trial = (nctId: string) => ({
    protocolSection: {
      identificationModule: { nctId, briefTitle: 'A chatbot for night watches' },
      statusModule: { overallStatus: 'RECRUITING', startDateStruct: { date: '2026-01' } },
      sponsorCollaboratorsModule: { leadSponsor: { name: 'Invented Hospital' } },
      descriptionModule: { briefSummary: 'Whether anybody sleeps.' },
      conditionsModule: { conditions: ['Insomnia'] },
      designModule: { studyType: 'INTERVENTIONAL', phases: ['NA'] },
      armsInterventionsModule: { interventions: [{ name: 'Chatbot' }] },
    },
  });

  it('gives trials by their updates, page token by page token', async () => {
    server.answer((_, count) =>
      json({
        totalCount: 2,
        studies: [trial(`NCT0000000${count}`)],
        ...(count === 1 ? { nextPageToken: 't2' } : {}),
      }),
    );
    const { records, slept } = await readSource(clinicaltrials, server, search, spring);
    expect(records.map(({ key }) => key)).toEqual(['NCT00000001', 'NCT00000002']);
    expect(records[0]?.record).toMatchObject({
      year: 2026,
      authors: ['Invented Hospital'],
      keywords: ['Insomnia', 'Chatbot'],
      url: 'https://clinicaltrials.gov/study/NCT00000001',
    });
    expect(asked('query.term')[0]).toBe('(chatbot) AND AREA[LastUpdatePostDate]RANGE[2026-02-01,2026-03-02]');
    expect(asked('pageToken')).toEqual([null, 't2']);
    expect(slept).toEqual([1000]);
  });
});

describe('openFDA', () => {
  const settings = { list: '510k' as const, search: 'device_name:software', since: null };
  const clearances = (from: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      k_number: `K${String(from + at).padStart(6, '0')}`,
      device_name: 'Night watch software',
      applicant: 'Invented Devices',
      decision_date: '20260203',
      decision_description: 'Substantially Equivalent',
    }));
  const page = (results: unknown[], link?: string) =>
    json({ meta: { results: { total: 150 } }, results }, link === undefined ? {} : { link });

  it('follows the address in the head, and takes no more than the place from it', async () => {
    server.answer((url, count) =>
      count === 1
        ? page(clearances(0, 100), `<${url.href}&api_key=SECRET&search_after=0%3D7>; rel="next"`)
        : page(clearances(100, 50)),
    );
    const { records, pages } = await readSource(openfda, server, settings, spring);
    expect(records).toHaveLength(150);
    expect(records[0]?.record).toMatchObject({ year: 2026, authors: ['Invented Devices'] });
    expect(JSON.stringify(pages)).not.toContain('SECRET');
    expect(asked('search_after')).toEqual([null, '0=7']);
    expect(asked('skip')).toEqual([null, null]);
    expect(asked('search')[0]).toBe('(device_name:software) AND decision_date:[20260201 TO 20260302]');
  });

  it('counts places where there is no such address', async () => {
    server.answer((_, count) => page(clearances(count * 100, count === 1 ? 100 : 50)));
    expect((await readSource(openfda, server, settings)).records).toHaveLength(150);
    expect(asked('skip')).toEqual([null, '100']);
  });

  it('finds nothing where it answers that there is nothing', async () => {
    server.answer(() => ({
      status: 404,
      body: '{"error":{"code":"NOT_FOUND","message":"No matches found!"}}',
    }));
    expect(await readSource(openfda, server, settings)).toMatchObject({
      records: [],
      pages: [{ next: null }],
    });
  });

  it('gives reports of events with their text', async () => {
    const event = {
      mdr_report_key: '17',
      event_type: 'Malfunction',
      date_received: '20260101',
      manufacturer_name: 'Invented Devices',
      device: [{ brand_name: 'WATCHER' }],
      mdr_text: [{ text: 'It slept.' }, { text: 'It woke.' }],
      product_problems: ['Sleep'],
    };
    server.answer(() => json({ results: [event] }));
    const { records } = await readSource(openfda, server, { ...settings, list: 'event' });
    expect(records).toMatchObject([
      {
        key: 'event:17',
        record: { title: 'WATCHER: Malfunction (17)', abstract: 'It slept. It woke.', year: 2026 },
      },
    ]);
  });

  it('gives classes of devices', async () => {
    const given = {
      product_code: 'QQQ',
      device_name: 'Night watch',
      definition: 'It watches.',
      device_class: '2',
    };
    server.answer(() => json({ results: [given] }));
    const { records } = await readSource(openfda, server, { ...settings, list: 'classification' });
    expect(records).toMatchObject([
      { key: 'classification:QQQ', record: { type: 'Class 2', abstract: 'It watches.' } },
    ]);
  });
});

describe('medRxiv', () => {
  const preprint = (at: number) => ({
    doi: `10.1101/2026.01.01.${String(at).padStart(8, '0')}`,
    title: at % 2 === 0 ? `Chatbot ${at} at night` : `Sheep ${at} by day`,
    authors: 'Kim, M.; Lee, S.',
    date: '2026-02-01',
    version: '1',
    category: 'psychiatry',
    abstract: 'Invented.',
    published: 'NA',
  });
  const settings = { words: ['chat bot'], since: '2026-01-01' };

  it('is stepped through by what its pages held, and keeps what holds one of the words', async () => {
    const all = Array.from({ length: 75 }, (_, at) => preprint(at));
    server.answer((url) => {
      const at = Number(url.pathname.split('/').at(-2));
      // The second page holds less than the others, as it may.
      const collection = all.slice(at, at + (at === 30 ? 17 : 30));
      return json({ messages: [{ status: 'ok', total: '75' }], collection });
    });
    const { records } = await readSource(medrxiv, server, settings);
    expect(records).toHaveLength(38);
    expect(new Set(records.map(({ key }) => key)).size).toBe(38);
    expect(records[0]?.record).toMatchObject({ authors: ['Kim, M.', 'Lee, S.'], year: 2026 });
    expect(server.asked.map(({ pathname }) => pathname)).toEqual([
      '/details/medrxiv/2026-01-01/2026-03-02/0/json',
      '/details/medrxiv/2026-01-01/2026-03-02/30/json',
      '/details/medrxiv/2026-01-01/2026-03-02/47/json',
    ]);
  });

  it('is asked again where a page comes empty before the end', async () => {
    const messages = [{ status: 'ok', total: '1' }];
    server.answer((_, count) => json({ messages, collection: count === 1 ? [] : [preprint(0)] }));
    expect((await readSource(medrxiv, server, settings)).records).toHaveLength(1);
  });

  it('may have nothing', async () => {
    server.answer(() => json({ messages: [{ status: 'no posts found' }], collection: [] }));
    expect((await readSource(medrxiv, server, settings)).records).toEqual([]);
  });
});
