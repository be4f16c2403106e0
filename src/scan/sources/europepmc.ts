/**
 * Europe PMC: https://europepmc.org/RestfulWebService. Errors come with status 200 and `errCode`; the end of the list is
 * the cursor that was sent, echoed. `SRC:"PPR"` in a search asks for preprints.
 */
import { z } from 'zod';
import type { SourceField } from '../records/model.ts';
import { givenRecord, jsonOf, list, noNames, readEach, text } from './reading.ts';
import { SearchSettings } from './settings.ts';
import { type GivenRecord, type Page, type Source, SourceFault, type Span } from './source.ts';

const PAGE_SIZE = 200;
const FIRST = '*';

const Answered = z.object({
  errCode: text,
  errMsg: text,
  hitCount: z.number().optional(),
  nextCursorMark: text,
  resultList: z.object({ result: list(z.unknown()) }).optional(),
});

const Result = z.object({
  id: text,
  source: text,
  pmid: text,
  pmcid: text,
  doi: text,
  title: text,
  authorString: text,
  authorList: z.object({ author: list(z.object({ fullName: text, collectiveName: text })) }).optional(),
  journalTitle: text,
  journalVolume: text,
  issue: text,
  journalIssn: text,
  journalInfo: z
    .object({
      volume: text,
      issue: text,
      journal: z.object({ title: text, isoabbreviation: text, issn: text, essn: text }).optional(),
    })
    .optional(),
  pubYear: text,
  pageInfo: text,
  abstractText: text,
  language: text,
  pubType: text,
  pubTypeList: z.object({ pubType: list(text) }).optional(),
  keywordList: z.object({ keyword: list(text) }).optional(),
  meshHeadingList: z.object({ meshHeading: list(z.object({ descriptorName: text })) }).optional(),
  bookOrReportDetails: z.object({ publisher: text }).optional(),
  firstPublicationDate: text,
});

const kind = {
  source: 'europepmc',
  database: 'Europe PMC',
  names: {
    ...noNames,
    title: ['title'],
    abstract: ['abstractText'],
    authors: ['author', 'authorString'],
    authorSeparator: /,\s+/,
    keywords: ['keyword', 'meshHeading'],
    year: ['pubYear', 'firstPublicationDate'],
    journal: ['journalTitle'],
    journalAbbreviation: ['isoabbreviation'],
    volume: ['volume'],
    issue: ['issue'],
    pages: ['pageInfo'],
    doi: ['doi'],
    pmid: ['pmid'],
    urls: ['url'],
    serialNumbers: ['issn'],
    type: ['pubType'],
    language: ['language'],
  },
};

export const europepmc: Source<SearchSettings> = {
  name: 'europepmc',
  title: 'Europe PMC',
  address: 'https://www.ebi.ac.uk/europepmc/webservices/rest',
  key: 'none',
  settings: SearchSettings,
  overlapDays: 3,
  gapMs: () => 500,
  async page(ask, { settings, span, cursor }): Promise<Page> {
    const sent = cursor ?? FIRST;
    const url = new URL(`${ask.base}/search`);
    url.searchParams.set('query', queryOf(settings.search, span));
    url.searchParams.set('format', 'json');
    url.searchParams.set('resultType', 'core');
    url.searchParams.set('pageSize', String(PAGE_SIZE));
    url.searchParams.set('cursorMark', sent);
    if (ask.contact !== null) url.searchParams.set('email', ask.contact);
    const answered = await ask.get(url, (answer) => {
      const given = jsonOf(answer, Answered);
      if (given.errCode !== '' || given.resultList === undefined)
        throw new SourceFault('error inside', `${given.errCode} ${given.errMsg}`.trim(), {
          again: given.errCode.startsWith('5'),
        });
      return given;
    });
    const results = answered.resultList?.result ?? [];
    const next = answered.nextCursorMark;
    return {
      ...readEach(results, Result, recordOf),
      next: results.length === 0 || next === '' || next === sent ? null : next,
      // The page after the last one may count nothing, which is not what was found.
      expected: results.length === 0 && cursor !== null ? null : (answered.hitCount ?? null),
      notes: [],
    };
  },
};

/** By the day on which Europe PMC took a document up, so that one published long ago and added late is found. */
function queryOf(search: string, { from, until }: Span): string {
  return from === null ? `(${search})` : `(${search}) AND (FIRST_IDATE:[${from} TO ${until}])`;
}

function recordOf(result: z.output<typeof Result>): GivenRecord | null {
  if (result.id === '') return null;
  const { journalInfo: issue, authorList, keywordList, meshHeadingList, pubTypeList } = result;
  const journal = issue?.journal;
  const fields: SourceField[] = [
    ['id', result.id],
    ['source', result.source],
    ['pmid', result.pmid],
    ['pmcid', result.pmcid],
    ['doi', result.doi],
    ['title', result.title],
    ...(authorList?.author ?? []).map(
      ({ fullName, collectiveName }): SourceField => ['author', fullName || collectiveName],
    ),
    ['authorString', result.authorString.replace(/\.$/, '')],
    ['journalTitle', journal?.title || result.journalTitle],
    ['isoabbreviation', journal?.isoabbreviation ?? ''],
    ['issn', journal === undefined ? result.journalIssn : `${journal.issn} ; ${journal.essn}`],
    ['volume', issue?.volume || result.journalVolume],
    ['issue', issue?.issue || result.issue],
    ['pubYear', result.pubYear],
    ['firstPublicationDate', result.firstPublicationDate],
    ['pageInfo', result.pageInfo],
    ['abstractText', result.abstractText],
    ['language', result.language],
    ...(pubTypeList?.pubType ?? [result.pubType]).map((type): SourceField => ['pubType', type]),
    ...(keywordList?.keyword ?? []).map((word): SourceField => ['keyword', word]),
    ...(meshHeadingList?.meshHeading ?? []).map(
      ({ descriptorName }): SourceField => ['meshHeading', descriptorName],
    ),
    ['publisher', result.bookOrReportDetails?.publisher ?? ''],
    ['url', `https://europepmc.org/article/${result.source}/${result.id}`],
  ];
  return givenRecord(`${result.source}:${result.id}`, kind, fields);
}
