/** The grid: only the rows in view are drawn, and the arrow keys reach them all. */
import { useNavigate } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useLanguage } from '../kit/language.tsx';
import { useNames, useStudy, useStudySlug } from '../kit/study.ts';
import { GridRow } from './grid-row.tsx';
import { useGridFocus } from './use-grid-focus.ts';
import type { GridRows } from './use-grid-rows.ts';
import { collectWords } from './words.ts';

const LIKELY_ROW_HEIGHT = 112;

interface AnswerGridProps {
  rows: GridRows;
  /** Told which rows are in view, so that they are fetched. */
  want: (indices: readonly number[]) => void;
}

export function AnswerGrid({ rows, want }: AnswerGridProps) {
  const { words, language } = useLanguage();
  const names = useNames();
  const { study } = useStudy();
  const slug = useStudySlug();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const focus = useGridFocus({ rows: rows.total, columns: study.questions.length + 1 });
  const virtual = useVirtualizer({
    count: rows.total,
    getScrollElement: () => place.current,
    estimateSize: () => LIKELY_ROW_HEIGHT,
    overscan: 4,
    // The row with the focus stays drawn, or the Tab key could not find its way back into the grid.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), focus.active.row])].toSorted((a, b) => a - b),
  });
  const drawn = virtual.getVirtualItems();
  const indices = drawn.map(({ index }) => index);
  const inView = indices.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is new at every render, its content is not
  useEffect(() => want(indices), [inView, want]);
  const read = (index: number) => {
    const row = rows.rowAt(index);
    if (row === undefined) return;
    void navigate({
      to: '/studies/$study/collect/$participant',
      params: { study: slug, participant: row.participant },
      search: true,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.role === 'gridcell') {
      event.preventDefault();
      read(focus.active.row);
      return;
    }
    const row = focus.move(event);
    if (row !== null) virtual.scrollToIndex(row);
  };
  const onClick = (event: MouseEvent) => {
    const at = event.target instanceof Element ? event.target.closest('[data-row]') : null;
    const isSelecting = getSelection()?.isCollapsed === false;
    if (at instanceof HTMLElement && !isSelecting) read(Number(at.dataset.row));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot draw the rows in view alone
    <div
      ref={place}
      className="grid"
      role="grid"
      tabIndex={-1}
      aria-label={words.stages.collect}
      aria-rowcount={rows.total + 1}
      aria-colcount={study.questions.length + 1}
      style={{ '--questions': study.questions.length }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: cells take the focus */}
      <div className="grid-head" role="row" aria-rowindex={1}>
        {[collectWords[language].participant, ...study.questions.map(({ id }) => names.question(id))].map(
          (name, column) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: as above
            <span key={name} role="columnheader" aria-colindex={column + 1}>
              {name}
            </span>
          ),
        )}
      </div>
      <div role="presentation" className="grid-rows" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => (
          <GridRow
            key={index}
            index={index}
            rows={rows}
            top={start}
            focus={focus}
            measure={virtual.measureElement}
          />
        ))}
      </div>
    </div>
  );
}
