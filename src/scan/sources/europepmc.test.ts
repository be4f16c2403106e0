import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { europepmcResult } from '../testing/europepmc-pages.ts';
import { readSource } from '../testing/read-source.ts';
import { type SourceServer, startSourceServer } from '../testing/source-server.ts';
import { europepmc } from './europepmc.ts';

let server: SourceServer;
beforeAll(async () => {
  server = await startSourceServer();
});
afterAll(() => server.close());

async function recordOf(result: object) {
  server.answer(() => ({ body: JSON.stringify({ hitCount: 1, resultList: { result: [result] } }) }));
  const { records } = await readSource(europepmc, server, { search: 'chatbot', since: null });
  return records[0]?.record;
}

describe('Europe PMC', () => {
  it('keeps the parts of a structured abstract apart, so that results and conclusions are known as such', async () => {
    const abstractText =
      '<h4>Background</h4>Nobody slept.<h4>Results:</h4>Two of <i>n</i> = 9 woke.<h4>Conclusions</h4>Let them sleep.';
    expect(await recordOf({ ...europepmcResult({ id: '1' }), abstractText })).toMatchObject({
      abstract: 'Background: Nobody slept. Results: Two of n = 9 woke. Conclusions: Let them sleep.',
    });
  });

  it('keeps the subject headings beside the keywords, and the identifier of the full text', async () => {
    const record = await recordOf({
      ...europepmcResult({ id: '2' }),
      pmcid: 'PMC17',
      meshHeadingList: { meshHeading: [{ descriptorName: 'Sleep', majorTopic_YN: 'Y' }] },
    });
    expect(record?.keywords).toEqual(['chatbot', 'psychiatry', 'Sleep']);
    expect(record?.source.fields).toContainEqual(['pmcid', 'PMC17']);
  });

  it('ends at an empty page, whatever that says of the number of records', async () => {
    const result = [europepmcResult({ id: '1' })];
    server.answer(({ searchParams }) => ({
      body: JSON.stringify(
        searchParams.get('cursorMark') === '*'
          ? { hitCount: 1, nextCursorMark: 'after', resultList: { result } }
          : { hitCount: 0, resultList: { result: [] } },
      ),
    }));
    const { pages } = await readSource(europepmc, server, { search: 'chatbot', since: null });
    expect(pages.map(({ expected, next }) => [expected, next])).toEqual([
      [1, 'after'],
      [null, null],
    ]);
  });

  it('reads a record of a preprint server, which has no journal', async () => {
    const record = await recordOf({
      id: 'PPR3',
      source: 'PPR',
      doi: '10.1101/2026.01.02.3',
      title: 'Sheep &lt;i&gt;at night&lt;/i&gt;',
      authorString: 'Kim M, Lee S.',
      pubYear: '2026',
      pubType: 'preprint',
      bookOrReportDetails: { publisher: 'medRxiv', yearOfPublication: 2026 },
    });
    expect(record).toMatchObject({
      title: 'Sheep at night',
      authors: ['Kim M', 'Lee S'],
      journal: null,
      type: 'preprint',
    });
    expect(record?.source.fields).toContainEqual(['publisher', 'medRxiv']);
  });
});
