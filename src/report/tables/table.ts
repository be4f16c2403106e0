/** What every exported table has in common: names in both languages, numbers or the word for their absence. */
import type { Count, Share, Statistic } from '../../protect/released.ts';
import type { Localised } from '../../study/localised.ts';

export type Cell = string | number | null;

export interface Table {
  header: readonly string[];
  rows: Cell[][];
}

export const WITHHELD = 'withheld';

/** Header of the cells that `named` gives: id and words in both languages. */
export function namedHeader(what: string): string[] {
  return [what, `${what}_ko`, `${what}_en`];
}

/** An id with its words; an empty word where the study has none in that language. */
export function named(items: ReadonlyArray<{ id: string; label: Localised }>): (id: string) => Cell[] {
  const labels = new Map(items.map(({ id, label }) => [id, label]));
  return (id) => [id, labels.get(id)?.ko ?? '', labels.get(id)?.en ?? ''];
}

export const shareHeader = ['count', 'of', 'share', 'lower', 'upper', 'level', 'interval'] as const;

export function shareCells(share: Share): Cell[] {
  if (share.state !== 'shown') return absent(share.state, shareHeader.length);
  const { count, of, estimate, interval } = share;
  return [
    count,
    of,
    rounded(estimate),
    rounded(interval.lower),
    rounded(interval.upper),
    interval.level,
    interval.method,
  ];
}

export function statisticHeader(name: string): string[] {
  return [name, `${name}_lower`, `${name}_upper`];
}

export function statisticCells(statistic: Statistic): Cell[] {
  if (statistic.state !== 'shown') return absent(statistic.state, 3);
  const { estimate, interval } = statistic;
  return [
    rounded(estimate),
    interval === null ? null : rounded(interval.lower),
    interval === null ? null : rounded(interval.upper),
  ];
}

export function countCell(count: Count): Cell {
  return count.state === 'shown' ? count.value : WITHHELD;
}

/** The word in the first cell and in each other one, so that no column of numbers has a silent gap. */
function absent(state: 'withheld' | 'undefined', cells: number): Cell[] {
  return Array<Cell>(cells).fill(state === 'withheld' ? WITHHELD : 'undefined');
}

/** Six decimals: more than any reader uses, and the same on every machine. */
export function rounded(value: number): number {
  return Number(value.toFixed(6));
}
