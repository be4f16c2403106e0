/**
 * openFDA, devices: https://open.fda.gov/apis/device. Pages follow the `Link` head, whose `search_after` goes beyond the
 * 25,000 records to which `skip` leads; the two are never sent together. Nothing found is answered with 404.
 */
import { z } from 'zod';
import type { SourceField } from '../records/model.ts';
import { givenRecord, jsonOf, list, noNames, readEach, text } from './reading.ts';
import { OpenFdaSettings } from './settings.ts';
import { type Ask, type GivenRecord, type Page, type Source, SourceFault, type Span } from './source.ts';

const PAGE_SIZE = 100;
const LAST_SKIP = 25_000;
const AFTER = 'after ';

const Answered = z.object({
  error: z.object({ code: text, message: text }).optional(),
  meta: z.object({ results: z.object({ total: z.number().optional() }).optional() }).optional(),
  results: list(z.unknown()),
});

const Clearance = z.object({
  k_number: text,
  device_name: text,
  applicant: text,
  decision_date: text,
  decision_description: text,
  clearance_type: text,
  advisory_committee_description: text,
  product_code: text,
});
const Classification = z.object({
  product_code: text,
  device_name: text,
  definition: text,
  device_class: text,
  regulation_number: text,
  medical_specialty_description: text,
});
const Event = z.object({
  mdr_report_key: text,
  event_type: text,
  date_received: text,
  manufacturer_name: text,
  product_problems: list(text),
  device: list(z.object({ brand_name: text, generic_name: text, manufacturer_d_name: text })),
  mdr_text: list(z.object({ text })),
});

const kind = {
  source: 'openfda',
  database: 'openFDA',
  names: {
    ...noNames,
    title: ['title', 'device_name'],
    abstract: ['definition', 'mdr_text'],
    authors: ['applicant', 'manufacturer'],
    keywords: ['advisory_committee_description', 'medical_specialty_description', 'product_problem'],
    year: ['decision_date', 'date_received'],
    urls: ['url'],
    type: ['decision_description', 'device_class', 'event_type'],
  },
};
const CDRH = 'https://www.accessdata.fda.gov/scripts/cdrh/cfdocs';

/** What each list is dated by, and how its records are read. */
const lists = {
  '510k': {
    dated: 'decision_date',
    read: (items: unknown[]) => readEach(items, Clearance, clearance),
  },
  classification: {
    dated: null,
    read: (items: unknown[]) => readEach(items, Classification, classification),
  },
  event: { dated: 'date_received', read: (items: unknown[]) => readEach(items, Event, event) },
} as const;

export const openfda: Source<OpenFdaSettings> = {
  name: 'openfda',
  title: 'openFDA',
  address: 'https://api.fda.gov',
  key: 'optional',
  settings: OpenFdaSettings,
  overlapDays: 30,
  gapMs: () => 300,
  async page(ask, { settings, span, cursor }): Promise<Page> {
    const { dated, read } = lists[settings.list];
    const url = new URL(`${ask.base}/device/${settings.list}.json`);
    url.searchParams.set('search', searchOf(settings.search, dated, span));
    url.searchParams.set('limit', String(PAGE_SIZE));
    if (dated !== null) url.searchParams.set('sort', `${dated}:asc`);
    if (cursor?.startsWith(AFTER)) url.searchParams.set('search_after', cursor.slice(AFTER.length));
    else if (cursor !== null) url.searchParams.set('skip', cursor);
    if (ask.key !== null) url.searchParams.set('api_key', ask.key);
    const { items, total, after } = await answered(ask, url);
    const skip = cursor?.startsWith(AFTER) ? null : Number(cursor ?? 0) + PAGE_SIZE;
    const isFull = items.length === PAGE_SIZE;
    const isBeyond = isFull && after === null && (skip === null || skip > LAST_SKIP);
    return {
      ...read(items),
      next: !isFull || isBeyond ? null : after === null ? String(skip) : `${AFTER}${after}`,
      expected: total,
      notes: isBeyond && (total ?? 0) > LAST_SKIP ? ['beyond what the source gives'] : [],
    };
  },
};

function searchOf(search: string, dated: string | null, { from, until }: Span): string {
  if (from === null || dated === null) return search;
  const compact = (day: string) => day.replaceAll('-', '');
  return `(${search}) AND ${dated}:[${compact(from)} TO ${compact(until)}]`;
}

async function answered(
  ask: Ask,
  url: URL,
): Promise<{ items: unknown[]; total: number | null; after: string | null }> {
  try {
    return await ask.get(url, (answer) => {
      const { error, meta, results } = jsonOf(answer, Answered);
      if (error !== undefined) throw new SourceFault('error inside', `${error.code} ${error.message}`);
      return { items: results, total: meta?.results?.total ?? null, after: afterIn(answer.header('link')) };
    });
  } catch (error) {
    if (error instanceof SourceFault && /NOT_FOUND/.test(error.detail))
      return { items: [], total: 0, after: null };
    throw error;
  }
}

/** From `<https://…&search_after=0%3D…>; rel="next"`; the rest of that address may hold the key and is left. */
function afterIn(link: string | null): string | null {
  const address = /<([^>]+)>\s*;\s*rel="?next"?/i.exec(link ?? '')?.[1];
  return address !== undefined && URL.canParse(address)
    ? new URL(address).searchParams.get('search_after')
    : null;
}

/** `20260302` and `2026-03-02` both occur. */
function withDashes(day: string): string {
  return day.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
}

function clearance(given: z.output<typeof Clearance>): GivenRecord | null {
  return givenRecord(`510k:${given.k_number}`, kind, [
    ['k_number', given.k_number],
    ['device_name', given.device_name],
    ['applicant', given.applicant],
    ['decision_date', withDashes(given.decision_date)],
    ['decision_description', given.decision_description],
    ['clearance_type', given.clearance_type],
    ['advisory_committee_description', given.advisory_committee_description],
    ['product_code', given.product_code],
    ['url', `${CDRH}/cfpmn/pmn.cfm?ID=${given.k_number}`],
  ]);
}

function classification(given: z.output<typeof Classification>): GivenRecord | null {
  return givenRecord(`classification:${given.product_code}`, kind, [
    ['product_code', given.product_code],
    ['device_name', given.device_name],
    ['definition', given.definition],
    ['device_class', given.device_class === '' ? '' : `Class ${given.device_class}`],
    ['regulation_number', given.regulation_number],
    ['medical_specialty_description', given.medical_specialty_description],
    ['url', `${CDRH}/cfPCD/classification.cfm?start_search=1&productcode=${given.product_code}`],
  ]);
}

function event(given: z.output<typeof Event>): GivenRecord | null {
  const [device] = given.device;
  const name = device?.brand_name || device?.generic_name || 'Device';
  return givenRecord(`event:${given.mdr_report_key}`, kind, [
    ['mdr_report_key', given.mdr_report_key],
    ['title', `${name}: ${given.event_type || 'event'} (${given.mdr_report_key})`],
    ['event_type', given.event_type],
    ['date_received', withDashes(given.date_received)],
    ['manufacturer', given.manufacturer_name || (device?.manufacturer_d_name ?? '')],
    ...given.product_problems.map((one): SourceField => ['product_problem', one]),
    ['mdr_text', given.mdr_text.map((part) => part.text).join('\n')],
    ['url', `${CDRH}/cfmaude/detail.cfm?mdrfoi__id=${given.mdr_report_key}`],
  ]);
}
