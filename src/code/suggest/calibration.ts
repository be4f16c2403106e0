/**
 * From a score to the share of hints with such a score that were right: isotonic regression by pooling adjacent
 * violators (Barlow et al., Statistical Inference under Order Restrictions, 1972; for classifiers Zadrozny and Elkan, KDD
 * 2002), each pool drawn a little to what hints are worth on the whole.
 */

export interface Outcome {
  score: number;
  right: boolean;
}

/** Fewer outcomes say nothing about how far to trust a score. */
const FEWEST = 30;
const PRIOR_WEIGHT = 2;

/** @returns confidence, 0 to 1, never falling with the score; the score itself where too little is known */
export function calibrate(outcomes: readonly Outcome[]): (score: number) => number {
  if (outcomes.length < FEWEST) return (score) => Math.max(0, Math.min(1, score));
  const ordered = outcomes.toSorted((a, b) => a.score - b.score);
  const overall = ordered.filter(({ right }) => right).length / ordered.length;
  const pools: { from: number; right: number; count: number }[] = [];
  for (const { score, right } of ordered) {
    pools.push({ from: score, right: right ? 1 : 0, count: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined) break;
      const isSameScore = before.from === last.from;
      if (!isSameScore && before.right / before.count < last.right / last.count) break;
      pools.splice(-2, 2, {
        from: before.from,
        right: before.right + last.right,
        count: before.count + last.count,
      });
    }
  }
  const shares = pools.map(({ right, count }) => (right + PRIOR_WEIGHT * overall) / (count + PRIOR_WEIGHT));
  // Drawing small pools to the whole may have undone the order.
  for (let at = 1; at < shares.length; at++) shares[at] = Math.max(shares[at] ?? 0, shares[at - 1] ?? 0);
  return (score) => {
    let at = pools.length - 1;
    while (at > 0 && (pools[at]?.from ?? 0) > score) at--;
    return shares[at] ?? overall;
  };
}
