/** What the grid and the reading view ask of the server. */
import { queryOptions } from '@tanstack/react-query';
import { type AnswerFilter, GridPage, Reading } from '../../src/code/answers-model.ts';
import type { PassId } from '../../src/code/model.ts';
import { get, studyAddress } from '../kit/http.ts';

/** Participants that one request brings into the grid. */
export const GRID_PAGE = 100;

export interface GridWish {
  filter: readonly AnswerFilter[];
  /** Codes given in this pass alone; without it, in any. */
  pass: PassId | undefined;
}

export const gridQuery = (study: string, page: number, { filter, pass }: GridWish) =>
  queryOptions({
    queryKey: ['study', study, 'grid', filter, pass, page],
    queryFn: () => {
      const query = new URLSearchParams({ from: String(page * GRID_PAGE), count: String(GRID_PAGE) });
      if (filter.length > 0) query.set('filter', JSON.stringify(filter));
      if (pass !== undefined) query.set('passId', pass);
      return get(`${studyAddress(study)}/grid?${query}`, GridPage);
    },
  });

/** With the participant's place among those that meet the filter. */
export const readingQuery = (study: string, participant: string, filter: readonly AnswerFilter[]) =>
  queryOptions({
    queryKey: ['study', study, 'reading', participant, filter],
    queryFn: () => {
      const query = new URLSearchParams({ filter: JSON.stringify(filter) });
      return get(`${studyAddress(study)}/answers/${encodeURIComponent(participant)}?${query}`, Reading);
    },
  });
