/** Where the keys of the grid lead (WAI-ARIA Authoring Practices, grid pattern). */

export interface Cell {
  row: number;
  column: number;
}

const PAGE_ROWS = 8;

/** Where a key leads, or null where it is not one of the grid's. */
export function nextCell(
  { row, column }: Cell,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
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
