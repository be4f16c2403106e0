/** What is asked of the server and kept: one name for each thing, so that two screens share one answer. */
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { fetchAnalysis, fetchEvidence, fetchMe, fetchStudies, fetchStudy } from './api.ts';
import { Refusal } from './http.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal stays one however often it is asked again; only a failed connection is worth another try.
        retry: (failures, error) => !(error instanceof Refusal) && failures < 2,
      },
    },
  });
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: fetchMe,
  staleTime: Number.POSITIVE_INFINITY,
});

export const studiesQuery = queryOptions({ queryKey: ['studies'], queryFn: fetchStudies });

export const studyQuery = (study: string) =>
  queryOptions({ queryKey: ['study', study], queryFn: () => fetchStudy(study) });

export const analysisQuery = (study: string) =>
  queryOptions({ queryKey: ['study', study, 'analysis'], queryFn: () => fetchAnalysis(study) });

export const evidenceQuery = (study: string, key: string) =>
  queryOptions({ queryKey: ['study', study, 'evidence', key], queryFn: () => fetchEvidence(study, key) });
