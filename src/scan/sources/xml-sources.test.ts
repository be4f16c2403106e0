import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../testing/read-source.ts';
import { type Given, type SourceServer, startSourceServer } from '../testing/source-server.ts';
import { arxiv } from './arxiv.ts';
import { pubmed } from './pubmed.ts';

let server: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
});
afterAll(() => server.close());

const search = { search: 'chatbot', since: null };
const xml = (body: string): Given => ({ type: 'text/xml; charset=UTF-8', body });
const asked = (name: string) => server.asked.map((url) => url.searchParams.get(name));

const article = (pmid: string) => `
  <PubmedArticle><MedlineCitation Status="MEDLINE"><PMID Version="1">${pmid}</PMID>
  <Article><Journal><ISSN IssnType="Print">1234-5679</ISSN>
  <JournalIssue><Volume>7</Volume><Issue>2</Issue><PubDate><MedlineDate>2026 Jan-Feb</MedlineDate></PubDate></JournalIssue>
  <Title>Journal of Invented Results</Title><ISOAbbreviation>J Invent Res</ISOAbbreviation></Journal>
  <ArticleTitle>Night watches &amp; a <i>machine</i> ${pmid}</ArticleTitle>
  <Pagination><StartPage>11</StartPage><EndPage>19</EndPage><MedlinePgn>11-9</MedlinePgn></Pagination>
  <Abstract><AbstractText Label="METHODS">Nobody slept.</AbstractText><AbstractText>Sheep&#8201;&lt;7.</AbstractText></Abstract>
  <AuthorList><Author><LastName>Kim</LastName><ForeName>Minji</ForeName></Author>
  <Author><CollectiveName>The Night Watch Group</CollectiveName></Author></AuthorList>
  <Language>eng</Language><PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList>
  </Article><KeywordList><Keyword>night</Keyword></KeywordList>
  <MeshHeadingList><MeshHeading><DescriptorName>Sleep</DescriptorName></MeshHeading></MeshHeadingList></MedlineCitation>
  <PubmedData><ArticleIdList><ArticleId IdType="doi">10.5555/own.${pmid}</ArticleId></ArticleIdList>
  <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/cited</ArticleId></ArticleIdList></Reference></ReferenceList>
  </PubmedData></PubmedArticle>`;
const articleSet = (ids: readonly string[]) =>
  `<?xml version="1.0"?><!DOCTYPE PubmedArticleSet SYSTEM "https://x.example/p.dtd"><PubmedArticleSet>${ids.map(article).join('')}</PubmedArticleSet>`;
const articles = (ids: readonly string[]) => xml(articleSet(ids));
const found = (count: number, idlist: readonly string[]): Given => ({
  body: JSON.stringify({ esearchresult: { count: String(count), idlist } }),
});

/** As PubMed would: `perDay` articles taken up on each day, ids by day and place. */
function pubmedWith(perDay: (day: string) => number) {
  return (url: URL): Given => {
    const { searchParams: said } = url;
    if (url.pathname.endsWith('efetch.fcgi')) return articles((said.get('id') ?? '').split(','));
    const days: string[] = [];
    const [from, to] = ['mindate', 'maxdate'].map((name) =>
      Date.parse(`${said.get(name)?.replaceAll('/', '-')}T00:00Z`),
    );
    for (let at = Math.max(from ?? 0, Date.parse('2026-01-01')); at <= (to ?? 0); at += 86_400_000)
      days.push(new Date(at).toISOString().slice(0, 10));
    const ids = days.flatMap((day) =>
      Array.from(
        { length: perDay(day) },
        (_, at) => `${day.replaceAll('-', '').slice(3)}${String(at).padStart(3, '0')}`,
      ),
    );
    const start = Number(said.get('retstart'));
    return found(ids.length, ids.slice(start, Math.min(9999, start + Number(said.get('retmax')))));
  };
}

describe('PubMed', () => {
  it('gives articles with all that they say', async () => {
    server.answer((url) =>
      url.pathname.endsWith('efetch.fcgi') ? articles(['10000001']) : found(1, ['10000001']),
    );
    const { records } = await readSource(pubmed, server, search, {
      scan: { contact: 'library@hospital.example', keys: { pubmed: 'secret' } },
    });
    expect(records).toMatchObject([
      {
        key: '10000001',
        record: {
          title: 'Night watches & a machine 10000001',
          abstract: 'METHODS: Nobody slept. Sheep <7.',
          authors: ['Kim, Minji', 'The Night Watch Group'],
          year: 2026,
          journalAbbreviation: 'J Invent Res',
          pages: '11-19',
          doi: '10.5555/own.10000001',
          pmid: '10000001',
          keywords: ['night', 'Sleep'],
          type: 'Journal Article',
        },
      },
    ]);
    expect(asked('tool')).toEqual(['firsthand', 'firsthand']);
    expect(asked('email')).toEqual(['library@hospital.example', 'library@hospital.example']);
    expect(asked('api_key')).toEqual(['secret', 'secret']);
  });

  it('asks by the day on which articles were taken up, three times a second', async () => {
    server.answer(() => found(0, []));
    await readSource(pubmed, server, search, { span: { from: '2026-02-01', until: '2026-03-02' } });
    expect([asked('datetype')[0], asked('mindate')[0], asked('maxdate')[0]]).toEqual([
      'edat',
      '2026/02/01',
      '2026/03/02',
    ]);
    expect(pubmed.gapMs(false)).toBeGreaterThan(333);
    expect(pubmed.gapMs(true)).toBeGreaterThan(100);
  });

  it('reads what one search would not give in shorter spans, and nothing twice', async () => {
    server.answer(pubmedWith((day) => (day === '2026-01-05' ? 300 : 990)));
    const span = { from: '2026-01-01', until: '2026-01-15' };
    const { records, pages } = await readSource(pubmed, server, search, { span });
    expect(records).toHaveLength(14 * 990 + 300);
    expect(new Set(records.map(({ key }) => key)).size).toBe(records.length);
    expect(pages.flatMap(({ notes }) => notes)).toEqual([]);
  });

  it('says where even a day holds more than it gives', async () => {
    server.answer((url) =>
      url.pathname.endsWith('efetch.fcgi')
        ? articles(['10000001'])
        : found(12_000, Number(url.searchParams.get('retstart')) > 0 ? [] : ['10000001']),
    );
    const { pages } = await readSource(pubmed, server, search, {
      span: { from: '2026-01-01', until: '2026-01-01' },
    });
    expect(pages.at(-1)?.notes).toEqual(['beyond what the source gives']);
  });

  it('asks again for articles that break off', async () => {
    let times = 0;
    server.answer((url) => {
      if (!url.pathname.endsWith('efetch.fcgi')) return found(1, ['10000001']);
      const whole = articleSet(['10000001']);
      return times++ === 0 ? xml(whole.slice(0, 900)) : xml(whole);
    });
    expect((await readSource(pubmed, server, search)).records).toHaveLength(1);
    expect(times).toBe(2);
  });

  it('says what it reports inside of an answer', async () => {
    server.answer(() => ({ body: '{"esearchresult":{"ERROR":"Empty term and query_key - nothing todo"}}' }));
    await expect(readSource(pubmed, server, search)).rejects.toMatchObject({ code: 'error inside' });
  });
});

describe('arXiv', () => {
  const entry = (
    at: number,
    version = 1,
  ) => `<entry><id>http://arxiv.org/abs/2601.${String(at).padStart(5, '0')}v${version}</id>
    <title>Night watches
      ${at}</title><summary>Nobody slept &amp; nobody woke.</summary><published>2026-01-05T00:00:00Z</published>
    <updated>2026-02-05T00:00:00Z</updated><author><name>Minji Kim</name></author>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.5555/1</arxiv:doi><category term="cs.CL"/></entry>`;
  const page = (total: number, entries: readonly string[]) =>
    xml(
      `<feed xmlns="http://www.w3.org/2005/Atom"><opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:totalResults>${entries.join('')}</feed>`,
    );

  it('gives preprints by their number without version, one request in three seconds', async () => {
    server.answer((url) => {
      const start = Number(url.searchParams.get('start'));
      return page(
        150,
        Array.from({ length: Math.min(100, 150 - start) }, (_, at) => entry(start + at, 2)),
      );
    });
    const { records, slept } = await readSource(arxiv, server, search, {
      span: { from: '2026-01-01', until: '2026-03-02' },
    });
    expect(records).toHaveLength(150);
    expect(records[3]).toMatchObject({
      key: '2601.00003',
      record: {
        title: 'Night watches 3',
        year: 2026,
        authors: ['Minji Kim'],
        keywords: ['cs.CL'],
        doi: '10.5555/1',
      },
    });
    expect(slept).toEqual([3000]);
    expect(asked('search_query')[0]).toBe('(chatbot) AND submittedDate:[202601010000 TO 202603022359]');
  });

  it('is asked again where a page comes empty before the end', async () => {
    server.answer((_, count) => page(1, count === 1 ? [] : [entry(1)]));
    expect((await readSource(arxiv, server, search)).records).toHaveLength(1);
  });

  it('waits where it says in plain words that it is asked too fast', async () => {
    server.answer((_, count) =>
      count === 1 ? { status: 429, type: 'text/plain', body: 'Rate exceeded.' } : page(1, [entry(1)]),
    );
    expect((await readSource(arxiv, server, search)).records).toHaveLength(1);
  });

  it('reports errors as an entry', async () => {
    server.answer(() =>
      page(1, [
        '<entry><id>http://arxiv.org/api/errors#bad</id><title>Error</title><summary>malformed query</summary></entry>',
      ]),
    );
    await expect(readSource(arxiv, server, search)).rejects.toMatchObject({
      code: 'error inside',
      detail: 'malformed query',
    });
  });
});
