/** The rows of the grid, fetched a page at a time as they come into view, in whatever order they are wanted. */
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import type { GridPage, GridRow } from '../../src/code/answers-model.ts';
import { useStudySlug } from '../kit/study.ts';
import { GRID_PAGE, type GridWish, gridQuery } from './api.ts';

export interface GridRows extends Pick<GridPage, 'total' | 'attributes' | 'columns'> {
  /** Undefined while the row is on its way. */
  rowAt: (index: number) => GridRow | undefined;
}

/** `wanted`: indices of the rows that are in view. Undefined until the first page is there. */
export function useGridRows(
  wish: GridWish,
  wanted: readonly number[],
): { rows: GridRows | undefined; error: Error | null } {
  const study = useStudySlug();
  const first = useQuery({ ...gridQuery(study, 0, wish), placeholderData: keepPreviousData });
  const pages = [...new Set(wanted.map((index) => Math.floor(index / GRID_PAGE)))];
  const results = useQueries({ queries: pages.map((page) => gridQuery(study, page, wish)) });
  if (first.data === undefined) return { rows: undefined, error: first.error };
  const byPage = new Map(pages.map((page, at) => [page, results[at]?.data?.rows]));
  const { total, attributes, columns, rows } = first.data;
  const rowAt = (index: number) => {
    const page = Math.floor(index / GRID_PAGE);
    return (page === 0 ? rows : byPage.get(page))?.[index % GRID_PAGE];
  };
  return { rows: { total, attributes, columns, rowAt }, error: null };
}
