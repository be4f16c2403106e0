/**
 * A total and its parts: whoever knows the total and all parts but one knows that one too, and whoever knows the sum of
 * the withheld parts knows a group of people. So parts are withheld until their sum is not small and each small one
 * could be several numbers. Source of the problem: Willenborg, de Waal, Elements of Statistical Disclosure Control
 * (2001), secondary cell suppression.
 */
import { isSmall, staysSecret } from './suppress-rule.ts';

/** Parts of one total. `most` holds what a reader knows each part cannot exceed; without it, the total. */
export interface Partition {
  parts: readonly number[];
  most?: readonly number[];
}

/** Whether none of the withheld parts can be worked out from the total and the parts that are shown. */
export function isSafePartition(
  { parts, most }: Partition,
  withheld: readonly boolean[],
  threshold: number,
): boolean {
  const hidden = parts.flatMap((part, at) => (withheld[at] ? [{ part, most: most?.[at] ?? Infinity }] : []));
  if (hidden.length === 0) return true;
  const sum = hidden.reduce((total, { part }) => total + part, 0);
  if (sum === 0) return true;
  if (hidden.length === 1 || isSmall(sum, threshold)) return false;
  const mostInAll = hidden.reduce((total, one) => total + Math.min(one.most, sum), 0);
  return hidden.every((one) => {
    // Each of the others is at least 1, since zero would have been shown.
    const high = Math.min(one.most, sum - (hidden.length - 1));
    const low = Math.max(1, sum - (mostInAll - Math.min(one.most, sum)));
    return isSmall(one.part, threshold) ? staysSecret(low, high, threshold) : high > low;
  });
}

/**
 * Withholds further parts until every partition is safe; all of them are over the same parts. Of those that would
 * settle it the part with the lowest cost goes first.
 * @returns what to withhold, and whether the totals have to be withheld as well because no choice of parts is safe.
 */
export function completeWithholding(
  partitions: readonly Partition[],
  withheld: readonly boolean[],
  cost: readonly number[],
  threshold: number,
): { withheld: boolean[]; total: boolean } {
  const chosen = [...withheld];
  const isSafe = () => partitions.every((partition) => isSafePartition(partition, chosen, threshold));
  while (!isSafe()) {
    const candidates = cost
      .map((_, at) => at)
      .filter((at) => !chosen[at] && partitions.every(({ parts }) => (parts[at] ?? 0) > 0))
      .sort((a, b) => (cost[a] ?? 0) - (cost[b] ?? 0));
    const settles = candidates.find((at) => {
      chosen[at] = true;
      const safe = isSafe();
      chosen[at] = false;
      return safe;
    });
    const next = settles ?? candidates.at(-1);
    if (next === undefined) return { withheld: chosen, total: true };
    chosen[next] = true;
  }
  return { withheld: chosen, total: false };
}
