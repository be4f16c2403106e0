/** Kendall's tau-b, corrected for ties. Source: Kendall, Biometrika 33 (1945) 239. */
import { requirePaired } from '../common/paired.ts';
import type { Result } from '../common/result.ts';

/**
 * tau_b = (concordant - discordant) / sqrt((pairs - pairs tied in first)(pairs - pairs tied in second)).
 * @param first one number a person or item; `second` theirs again, in the same order.
 * @returns `estimate: null` where either list is constant or shorter than 2.
 * @throws RangeError where the lengths differ or an entry is not a finite number.
 * @example kendallTauB([1, 2, 3, 4], [1, 3, 2, 4]).estimate // 0.6666666666666666
 */
export function kendallTauB(first: ArrayLike<number>, second: ArrayLike<number>): Result {
  const n = requirePaired(first, second);
  let [score, untiedFirst, untiedSecond] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const x = Math.sign(first[i] - first[j]);
      const y = Math.sign(second[i] - second[j]);
      score += x * y;
      untiedFirst += Math.abs(x);
      untiedSecond += Math.abs(y);
    }
  }
  const method = "Kendall's tau-b";
  if (untiedFirst === 0 || untiedSecond === 0) {
    const warnings = [{ code: 'constant', message: 'tau is undefined: a list has one value only' }];
    return { estimate: null, interval: null, n, method, warnings };
  }
  return { estimate: score / Math.sqrt(untiedFirst * untiedSecond), interval: null, n, method, warnings: [] };
}
