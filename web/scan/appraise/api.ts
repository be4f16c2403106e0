/** What the appraisal page asks of the server. */
import { queryOptions } from '@tanstack/react-query';
import {
  Appraisal,
  type AppraisalEdit,
  AppraisalList,
  AppraisedRecord,
} from '../../../src/scan/appraisal/model.ts';
import { CriterionList, RecordList } from '../../../src/scan/screening/model.ts';
import { get, send, studyAddress } from '../../kit/http.ts';

const address = (study: string) => `${studyAddress(study)}/scan`;
const key = (study: string, ...rest: readonly unknown[]) => ['study', study, 'scan', ...rest];

/** As many as one request gives. */
const MOST = 500;

export const includedQuery = (study: string) =>
  queryOptions({
    queryKey: key(study, 'included'),
    queryFn: () => get(`${address(study)}/screening/records?outcome=include&count=${MOST}`, RecordList),
  });

export const appraisalsQuery = (study: string) =>
  queryOptions({
    queryKey: key(study, 'appraisals'),
    queryFn: () => get(`${address(study)}/appraisals?count=${MOST}`, AppraisalList),
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
