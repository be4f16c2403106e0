/** What the search asks of the server. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { WorkingCoding } from '../../src/code/model.ts';
import { SearchResult } from '../../src/code/search-model.ts';
import { get, studyAddress } from '../kit/http.ts';

/** Hits that are shown at once, and as many as the server gives. */
export const FEW_HITS = 50;
export const MOST_HITS = 200;

/** What was found before stays until the new is there. */
export const searchQuery = (study: string, q: string, count: number) =>
  queryOptions({
    queryKey: ['study', study, 'search', q, count],
    queryFn: () => {
      const query = new URLSearchParams({ q, count: String(count) });
      return get(`${studyAddress(study)}/search?${query}`, SearchResult);
    },
    placeholderData: keepPreviousData,
    enabled: q !== '',
  });

export const fetchCoding = (study: string, coding: string) =>
  get(`${studyAddress(study)}/codings/${encodeURIComponent(coding)}`, WorkingCoding);
