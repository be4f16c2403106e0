/** The rows of the grid, fetched a page at a time as they come into view, in whatever order they are wanted. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { AnswerFilter, AnswersRow } from '../../src/synthesise/answers-page.ts';
import { ANSWER_PAGE, answersQuery } from '../kit/queries.ts';
import { useStudySlug } from '../kit/study.ts';

export interface AnswerRows {
  total: number;
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => AnswersRow | undefined;
}

/** `wanted`: indices of the rows that are in view. Undefined until the first page is there. */
export function useAnswerRows(
  filter: readonly AnswerFilter[],
  wanted: readonly number[],
): AnswerRows | undefined {
  const study = useStudySlug();
  const first = useQuery({ ...answersQuery(study, 0, filter), placeholderData: keepPreviousData });
  const pages = [...new Set(wanted.map((index) => Math.floor(index / ANSWER_PAGE)))];
  const results = useQueries({ queries: pages.map((page) => answersQuery(study, page, filter)) });
  if (first.data === undefined) return undefined;
  const byPage = new Map(pages.map((page, at) => [page, results[at]?.data?.rows]));
  const rowAt = (index: number) => {
    const page = Math.floor(index / ANSWER_PAGE);
    const rows = page === 0 ? first.data.rows : byPage.get(page);
    return rows?.[index % ANSWER_PAGE];
  };
  return { total: first.data.total, rowAt };
}
