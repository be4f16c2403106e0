/**
 * What counts as small, and when a withheld count is safe. The attacker is a reader who knows these rules, adds and
 * subtracts what is shown, and knows that zero is shown; to be safe a count must keep several possible values.
 */

/** Above zero and below the threshold. A threshold of 0 or 1 makes no count small. */
export function isSmall(count: number, threshold: number): boolean {
  return count > 0 && count < threshold;
}

/** A share gives a small group away by its count, by those left over, or by its denominator. */
export function isSmallShare(count: number, of: number, threshold: number): boolean {
  return isSmall(count, threshold) || isSmall(of - count, threshold) || isSmall(of, threshold);
}

/**
 * Whether a small count that lies between `low` and `high`, by all that can be worked out, is still secret: it keeps
 * half of the values that a small count can have, and at least two values in all.
 */
export function staysSecret(low: number, high: number, threshold: number): boolean {
  const small = Math.min(high, threshold - 1) - low + 1;
  return high > low && small >= Math.ceil((threshold - 1) / 2);
}
