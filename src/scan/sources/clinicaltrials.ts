/** ClinicalTrials.gov, version 2: https://clinicaltrials.gov/data-api/api. Trials come back whenever they are updated. */
import { z } from 'zod';
import type { SourceField } from '../records/model.ts';
import { givenRecord, jsonOf, list, noNames, readEach, text } from './reading.ts';
import { SearchSettings } from './settings.ts';
import type { GivenRecord, Page, Source } from './source.ts';

const PAGE_SIZE = 200;

const Answered = z.object({
  totalCount: z.number().nullish(),
  nextPageToken: text,
  studies: z.array(z.unknown()),
});

const day = z.object({ date: text }).nullish();
const Trial = z.object({
  protocolSection: z.object({
    identificationModule: z.object({ nctId: text, briefTitle: text, officialTitle: text }),
    statusModule: z
      .object({
        overallStatus: text,
        startDateStruct: day,
        studyFirstPostDateStruct: day,
        lastUpdatePostDateStruct: day,
      })
      .nullish(),
    sponsorCollaboratorsModule: z.object({ leadSponsor: z.object({ name: text }).nullish() }).nullish(),
    descriptionModule: z.object({ briefSummary: text }).nullish(),
    conditionsModule: z.object({ conditions: list(text), keywords: list(text) }).nullish(),
    designModule: z.object({ studyType: text, phases: list(text) }).nullish(),
    armsInterventionsModule: z.object({ interventions: list(z.object({ name: text })) }).nullish(),
  }),
});

const kind = {
  source: 'clinicaltrials',
  database: 'ClinicalTrials.gov',
  names: {
    ...noNames,
    title: ['briefTitle', 'officialTitle'],
    abstract: ['briefSummary'],
    authors: ['leadSponsor'],
    keywords: ['condition', 'intervention', 'keyword'],
    year: ['studyFirstPostDate', 'startDate'],
    urls: ['url'],
    type: ['studyType'],
  },
};

export const clinicaltrials: Source<SearchSettings> = {
  name: 'clinicaltrials',
  title: 'ClinicalTrials.gov',
  address: 'https://clinicaltrials.gov/api/v2',
  key: 'none',
  settings: SearchSettings,
  overlapDays: 2,
  gapMs: () => 1000,
  async page(ask, { settings, span, cursor }): Promise<Page> {
    const url = new URL(`${ask.base}/studies`);
    const updated = `AREA[LastUpdatePostDate]RANGE[${span.from},${span.until}]`;
    url.searchParams.set(
      'query.term',
      span.from === null ? settings.search : `(${settings.search}) AND ${updated}`,
    );
    url.searchParams.set('pageSize', String(PAGE_SIZE));
    url.searchParams.set('countTotal', 'true');
    if (cursor !== null) url.searchParams.set('pageToken', cursor);
    const answered = await ask.get(url, (answer) => jsonOf(answer, Answered));
    return {
      ...readEach(answered.studies, Trial, recordOf),
      next: answered.nextPageToken === '' ? null : answered.nextPageToken,
      expected: answered.totalCount ?? null,
      notes: [],
    };
  },
};

function recordOf({ protocolSection: trial }: z.output<typeof Trial>): GivenRecord | null {
  const { identificationModule: name, statusModule: status, conditionsModule: about } = trial;
  const { designModule: design, armsInterventionsModule: arms } = trial;
  const fields: SourceField[] = [
    ['nctId', name.nctId],
    ['briefTitle', name.briefTitle],
    ['officialTitle', name.officialTitle],
    ['briefSummary', trial.descriptionModule?.briefSummary ?? ''],
    ['leadSponsor', trial.sponsorCollaboratorsModule?.leadSponsor?.name ?? ''],
    ['overallStatus', status?.overallStatus ?? ''],
    ['startDate', status?.startDateStruct?.date ?? ''],
    ['studyFirstPostDate', status?.studyFirstPostDateStruct?.date ?? ''],
    ['lastUpdatePostDate', status?.lastUpdatePostDateStruct?.date ?? ''],
    [
      'studyType',
      [design?.studyType ?? '', ...(design?.phases ?? [])].filter((part) => part !== '').join(', '),
    ],
    ...(about?.conditions ?? []).map((one): SourceField => ['condition', one]),
    ...(about?.keywords ?? []).map((one): SourceField => ['keyword', one]),
    ...(arms?.interventions ?? []).map((one): SourceField => ['intervention', one.name]),
    ['url', `https://clinicaltrials.gov/study/${name.nctId}`],
  ];
  return givenRecord(name.nctId, kind, fields);
}
