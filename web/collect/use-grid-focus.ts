/** One cell of the grid is in the Tab order; the arrow keys move it (WAI-ARIA grid pattern). */
import { type KeyboardEvent, useCallback, useRef, useState } from 'react';
import { type Cell, nextCell } from './grid-keys.ts';

export interface GridFocus {
  active: Cell;
  setActive: (cell: Cell) => void;
  /** Moves by a key. @returns the row that must be in view, or null where the key is not one of the grid's */
  move: (event: KeyboardEvent) => number | null;
  /** Takes the focus if the cell has been moved to. */
  attend: (cell: Cell) => (node: HTMLElement | null) => void;
}

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
