/** The caller in the study: the role, the name to code under, what may be seen, the passes with work. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { MeInStudy } from '../../src/code/model.ts';
import { get, studyAddress } from './http.ts';
import { useStudySlug } from './study.ts';

export const meInStudyQuery = (study: string) =>
  queryOptions({
    queryKey: ['study', study, 'me'],
    queryFn: () => get(`${studyAddress(study)}/me`, MeInStudy),
  });

/** The route of the study has waited for it. */
export function useMeInStudy(): MeInStudy {
  return useSuspenseQuery(meInStudyQuery(useStudySlug())).data;
}
