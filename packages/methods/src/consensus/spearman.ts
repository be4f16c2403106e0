/** Spearman's rank correlation. Source: Spearman, Am J Psychol 15 (1904) 72. */
import { averageRanks } from '../common/average-ranks.ts';
import { requirePaired } from '../common/paired.ts';
import type { Result } from '../common/result.ts';

/**
 * The product-moment correlation of the ranks, tied values sharing their mean rank.
 * @param first one number a person or item; `second` theirs again, in the same order.
 * @returns `estimate: null` where either list is constant or shorter than 2.
 * @throws RangeError where the lengths differ or an entry is not a finite number.
 * @example spearman([1, 2, 3, 4], [1, 3, 2, 4]).estimate // 0.8
 */
export function spearman(first: ArrayLike<number>, second: ArrayLike<number>): Result {
  const n = requirePaired(first, second);
  const x = averageRanks(first).ranks;
  const y = averageRanks(second).ranks;
  const mean = (n + 1) / 2;
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    xx += (x[i] - mean) ** 2;
    yy += (y[i] - mean) ** 2;
    xy += (x[i] - mean) * (y[i] - mean);
  }
  const method = "Spearman's rank correlation";
  if (xx === 0 || yy === 0) {
    const warnings = [
      { code: 'constant', message: 'the correlation is undefined: a list has one value only' },
    ];
    return { estimate: null, interval: null, n, method, warnings };
  }
  return { estimate: xy / Math.sqrt(xx * yy), interval: null, n, method, warnings: [] };
}
