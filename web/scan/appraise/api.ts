/** What the appraisal page asks of the server. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import {
  Appraisal,
  type AppraisalEdit,
  AppraisedRecord,
  IncludedPage,
  IncludedPlace,
} from '../../../src/scan/appraisal/model.ts';
import { CriterionList } from '../../../src/scan/screening/model.ts';
import { get, send, studyAddress } from '../../kit/http.ts';

const address = (study: string) => `${studyAddress(study)}/scan`;
const key = (study: string, ...rest: readonly unknown[]) => ['study', study, 'scan', ...rest];

/** Included records that are listed at once. */
export const LIST_PART = 100;

/** @param record where one stands; null for the first to appraise */
export const placeQuery = (study: string, record: string | null) =>
  queryOptions({
    queryKey: key(study, 'included', 'place', record),
    queryFn: () => {
      const query = record === null ? '' : `?${new URLSearchParams({ record })}`;
      return get(`${address(study)}/included/place${query}`, IncludedPlace);
    },
    placeholderData: keepPreviousData,
  });

export const includedQuery = (study: string, from: number) =>
  queryOptions({
    queryKey: key(study, 'included', from),
    queryFn: () => get(`${address(study)}/included?from=${from}&count=${LIST_PART}`, IncludedPage),
    placeholderData: keepPreviousData,
  });

export const appraisedQuery = (study: string, record: string) =>
  queryOptions({
    queryKey: key(study, 'appraised', record),
    queryFn: () => get(`${address(study)}/appraisals/${encodeURIComponent(record)}`, AppraisedRecord),
  });

export const criteriaQuery = (study: string) =>
  queryOptions({
    queryKey: key(study, 'criteria'),
    queryFn: () => get(`${address(study)}/criteria`, CriterionList),
  });

export const saveAppraisal = (study: string, record: string, edit: AppraisalEdit) =>
  send('PUT', `${address(study)}/appraisals/${encodeURIComponent(record)}`, edit, Appraisal);
