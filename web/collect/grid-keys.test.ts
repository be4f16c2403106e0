import { describe, expect, it } from 'vitest';
import { nextCell } from './grid-keys.ts';

const size = { rows: 100, columns: 4 };
const at = { row: 10, column: 2 };
const press = (key: string, ctrlKey = false, from = at) => nextCell(from, { key, ctrlKey }, size);

describe('the keys of the grid', () => {
  it.each([
    ['ArrowDown', { row: 11, column: 2 }],
    ['ArrowUp', { row: 9, column: 2 }],
    ['ArrowRight', { row: 10, column: 3 }],
    ['ArrowLeft', { row: 10, column: 1 }],
    ['Home', { row: 10, column: 0 }],
    ['End', { row: 10, column: 3 }],
    ['PageDown', { row: 18, column: 2 }],
    ['PageUp', { row: 2, column: 2 }],
  ])('%s', (key, cell) => expect(press(key)).toEqual(cell));

  it('go to the first and last row with Ctrl', () => {
    expect(press('Home', true)).toEqual({ row: 0, column: 0 });
    expect(press('End', true)).toEqual({ row: 99, column: 3 });
  });

  it('stop at the edges', () => {
    expect(press('ArrowUp', false, { row: 0, column: 0 })).toEqual({ row: 0, column: 0 });
    expect(press('PageDown', false, { row: 97, column: 0 })).toEqual({ row: 99, column: 0 });
    expect(press('ArrowRight', false, { row: 0, column: 3 })).toEqual({ row: 0, column: 3 });
  });

  it('leave every other key alone', () => {
    expect(press('a')).toBeNull();
    expect(press('Tab')).toBeNull();
  });
});
