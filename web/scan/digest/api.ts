/** What the page with the digest asks of the server. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { Digest, type DigestQuery } from '../../../src/scan/digest/model.ts';
import { get, studyAddress } from '../../kit/http.ts';

export function digestAddress(study: string, asked: DigestQuery): string {
  return `${studyAddress(study)}/scan/digest?${new URLSearchParams(asked)}`;
}

export const digestQuery = (study: string, asked: DigestQuery) =>
  queryOptions({
    queryKey: ['study', study, 'scan', 'digest', asked],
    queryFn: () => get(digestAddress(study, asked), Digest),
    placeholderData: keepPreviousData,
  });
