/**
 * Jaro-Winkler similarity of two strings, the measure that record linkage uses for names and titles. W. E. Winkler,
 * String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of record linkage (1990).
 */

const PREFIX_WEIGHT = 0.1;
const LONGEST_PREFIX = 4;
/** Winkler rewards a common start only where the strings are alike already. */
const ALIKE = 0.7;

/** From 0 (nothing in common) to 1 (equal); two empty strings are equal. Cost: the product of the two lengths, at worst. */
export function jaroWinkler(first: string, second: string): number {
  if (first === second) return 1;
  // Matches are taken greedily from one side, which could make the order count: the shorter one is always that side.
  const ordered = first.length < second.length || (first.length === second.length && first < second);
  const jaro = ordered ? jaroOf(first, second) : jaroOf(second, first);
  if (jaro < ALIKE) return jaro;
  let prefix = 0;
  while (prefix < LONGEST_PREFIX && prefix < first.length && first[prefix] === second[prefix]) prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}

function jaroOf(first: string, second: string): number {
  const reach = Math.max(0, Math.floor(Math.max(first.length, second.length) / 2) - 1);
  const taken = new Uint8Array(second.length);
  const matched: number[] = [];
  for (let at = 0; at < first.length; at++) {
    const code = first.charCodeAt(at);
    const end = Math.min(second.length, at + reach + 1);
    for (let other = Math.max(0, at - reach); other < end; other++) {
      if (taken[other] === 1 || second.charCodeAt(other) !== code) continue;
      taken[other] = 1;
      matched.push(code);
      break;
    }
  }
  if (matched.length === 0) return 0;
  let transposed = 0;
  let next = 0;
  for (let other = 0; other < second.length; other++)
    if (taken[other] === 1 && second.charCodeAt(other) !== matched[next++]) transposed++;
  const common = matched.length;
  return (common / first.length + common / second.length + (common - transposed / 2) / common) / 3;
}
