/** Yule's Q: the odds ratio brought onto -1 to 1. Source: Yule, Phil Trans R Soc A 194 (1900) 257. */
import type { Result } from '../common/result.ts';
import { type FourCells, requireFourCells } from './four-cells.ts';
import { oddsRatio } from './odds-ratio.ts';

/**
 * Q = (ad - bc) / (ad + bc), from -1 to 1. The interval is Woolf's for the odds ratio carried over by
 * Q = (OR - 1) / (OR + 1), so that it stays within -1 to 1; there is none where a cell is empty.
 * @param cells counts of participants.
 * @returns `estimate: null` where ad + bc = 0.
 * @throws RangeError where a cell is no count or the level lies outside 0 to 1.
 * @example yulesQ({ a: 18, b: 12, c: 22, d: 68 }).estimate // 0.645161290322581
 */
export function yulesQ(cells: FourCells, { level = 0.95 }: { level?: number } = {}): Result {
  const n = requireFourCells(cells);
  const { interval } = oddsRatio(cells, { level });
  const method = "Yule's Q";
  const together = cells.a * cells.d;
  const apart = cells.b * cells.c;
  if (together + apart === 0) {
    const message = "Yule's Q is undefined: ad and bc are both 0";
    return { estimate: null, interval: null, n, method, warnings: [{ code: 'zero-products', message }] };
  }
  const estimate = (together - apart) / (together + apart);
  if (interval === null) {
    const message =
      'a cell is empty: Q is 1 or -1 whatever the other cells are, and has no asymptotic interval';
    return { estimate, interval: null, n, method, warnings: [{ code: 'empty-cell', message }] };
  }
  const onQ = (ratio: number) => (ratio - 1) / (ratio + 1);
  const carried = { ...interval, lower: onQ(interval.lower), upper: onQ(interval.upper) };
  return { estimate, interval: carried, n, method, warnings: [] };
}
