/** What the codebook and the codings to look at again ask of the server. */
import { queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import {
  type NewCodebookVersion,
  type NewCoding,
  ReviewItem,
  WorkingCodebook,
  WorkingCoding,
  WorkingPass,
} from '../../../src/code/model.ts';
import { get, send, studyAddress, tell } from '../../kit/http.ts';

/** @param version the latest where it is not given */
export const codebookQuery = (study: string, version?: number) =>
  queryOptions({
    queryKey: ['study', study, 'codebook', version ?? 'latest'],
    queryFn: () =>
      get(
        `${studyAddress(study)}/codebook${version === undefined ? '' : `?version=${version}`}`,
        WorkingCodebook,
      ),
  });

export const publish = (study: string, version: NewCodebookVersion) =>
  send('POST', `${studyAddress(study)}/codebook`, version, WorkingCodebook);

export const setExample = (study: string, example: { code: string; coding: string }, isExample: boolean) =>
  tell('POST', `${studyAddress(study)}/codebook/examples${isExample ? '' : '/end'}`, example);

export const reviewQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'review'],
    queryFn: () => get(`${studyAddress(study)}/review`, z.array(ReviewItem)),
  });

export const keepReviewed = (study: string, review: string) =>
  tell('POST', `${studyAddress(study)}/review/${encodeURIComponent(review)}/keep`);

export const recode = (study: string, coding: NewCoding) =>
  send('POST', `${studyAddress(study)}/codings`, coding, WorkingCoding);

export const endCoding = (study: string, coding: string) =>
  send('POST', `${studyAddress(study)}/codings/${encodeURIComponent(coding)}/end`, undefined, WorkingCoding);

export const moveToVersion = (study: string, pass: string, version: number) =>
  send(
    'POST',
    `${studyAddress(study)}/passes/${encodeURIComponent(pass)}/codebook`,
    { version },
    WorkingPass,
  );
