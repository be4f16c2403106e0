/** What the screening pages ask of the server. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { ScreeningAgreement } from '../../../src/scan/screening/agreement-model.ts';
import {
  Conflict,
  type NewScreening,
  type NewSettlement,
  NextRecord,
  type Outcome,
  ReasonList,
  RecordList,
  ScreenedDocument,
  Screening,
  Settlement,
  WhereReadingStands,
} from '../../../src/scan/screening/model.ts';
import { get, send, studyAddress } from '../../kit/http.ts';

const address = (study: string) => `${studyAddress(study)}/scan`;

export type Order = 'ranked' | 'random';

export function fetchNext(study: string, order: Order, except: readonly string[]): Promise<NextRecord> {
  const query = new URLSearchParams({ order, except: except.join(',') });
  return get(`${address(study)}/screening/next?${query}`, NextRecord);
}

export const fetchStanding = (study: string) =>
  get(`${address(study)}/screening/standing`, WhereReadingStands);

export const fetchScreened = (study: string, record: string) =>
  get(`${address(study)}/screening/records/${record}`, ScreenedDocument);

export const decide = (study: string, screening: NewScreening) =>
  send('POST', `${address(study)}/screening/decisions`, screening, Screening);

export const settle = (study: string, settlement: NewSettlement) =>
  send('POST', `${address(study)}/screening/settlements`, settlement, Settlement);

export const reasonsQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'scan', 'reasons'],
    queryFn: () => get(`${address(study)}/reasons`, ReasonList),
  });

export const LIST_PART = 100;

export const listQuery = (study: string, outcome: Outcome | null, from: number) =>
  queryOptions({
    queryKey: ['study', study, 'scan', 'screening', outcome, from],
    queryFn: () => {
      const query = new URLSearchParams({
        from: String(from),
        count: String(LIST_PART),
        ...(outcome === null ? {} : { outcome }),
      });
      return get(`${address(study)}/screening/records?${query}`, RecordList);
    },
    placeholderData: keepPreviousData,
  });

/** Not made old by every decision of the team: it is counted anew whenever it is looked at. */
export const agreementQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'screening-agreement'],
    queryFn: () => get(`${address(study)}/screening/agreement`, ScreeningAgreement),
  });

export const conflictsQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'scan', 'conflicts'],
    queryFn: () => get(`${address(study)}/screening/conflicts`, z.array(Conflict)),
  });
