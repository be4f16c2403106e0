/** One cell of the grid is in the Tab order; the arrow keys move it (WAI-ARIA grid pattern). */
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';

export interface Cell {
  row: number;
  column: number;
}

export interface GridFocus {
  active: Cell;
  setActive: (cell: Cell) => void;
  /** Moves by a key. @returns the row that must be in view, or null where the key is not one of the grid's */
  move: (event: KeyboardEvent) => number | null;
  /** Takes the focus if the cell has been moved to. */
  attend: (cell: Cell) => (node: HTMLElement | null) => void;
}

const PAGE_ROWS = 8;

export function useGridFocus({ rows, columns }: { rows: number; columns: number }): GridFocus {
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const isMoving = useRef(false);
  const move = (event: KeyboardEvent): number | null => {
    const next = nextCell(active, event, { rows, columns });
    if (next === null) return null;
    event.preventDefault();
    isMoving.current = true;
    setActive(next);
    return next.row;
  };
  const { row, column } = active;
  const attend = useCallback(
    (cell: Cell) => (node: HTMLElement | null) => {
      if (node === null || !isMoving.current || cell.row !== row || cell.column !== column) return;
      isMoving.current = false;
      node.focus({ preventScroll: true });
    },
    [row, column],
  );
  return { active, setActive, move, attend };
}

/** Where a key leads, or null where it is not one of the grid's. */
export function nextCell(
  { row, column }: Cell,
  { key, ctrlKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey'>,
  { rows, columns }: { rows: number; columns: number },
): Cell | null {
  const lastRow = rows - 1;
  const lastColumn = columns - 1;
  switch (key) {
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'PageDown':
      return { row: Math.min(lastRow, row + PAGE_ROWS), column };
    case 'PageUp':
      return { row: Math.max(0, row - PAGE_ROWS), column };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
