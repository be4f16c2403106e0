/**
 * Which shares of one question are withheld: of codes, of themes and priorities (unions of codes), and of each by
 * groups of participants. A union of codes that leaves the same codes once those nobody gave are dropped is the same
 * number under another name and is decided once.
 */
import type { CountedShares, WithheldShares } from './suppress-counted.ts';
import { type Exposure, exposedShares } from './suppress-exposures.ts';
import { completeWithholding, type Partition } from './suppress-partition.ts';
import { isSmall, isSmallShare } from './suppress-rule.ts';

/** Decides for all shares of a question together. */
export function withholdShares(counted: CountedShares, threshold: number): WithheldShares {
  const sets = new Set<string>();
  for (const [key, { count }] of counted.sets) if (isSmallShare(count, counted.of, threshold)) sets.add(key);
  const { denominators, unlisted } = withheldDenominators(counted, threshold);
  const forced: Exposure[] = [];
  for (;;) {
    const groups = withheldGroups(counted, sets, denominators, forced, threshold);
    const found = exposedShares(counted, { sets, groups }, denominators, threshold);
    if (found.length === 0) return { sets, groups, unlisted };
    for (const exposure of found) {
      if (exposure.group === null) sets.add(exposure.set);
      else forced.push(exposure);
    }
  }
}

/** By attribute: the groups whose size is withheld; everything in such a group is. */
function withheldDenominators(
  counted: CountedShares,
  threshold: number,
): { denominators: Map<string, boolean[]>; unlisted: Set<string> } {
  const denominators = new Map<string, boolean[]>();
  const unlisted = new Set<string>();
  for (const [attribute, sizes] of counted.groups) {
    const small = sizes.map((size) => isSmall(size, threshold));
    const { withheld, total } = completeWithholding([{ parts: sizes }], small, sizes, threshold);
    if (total) unlisted.add(attribute);
    denominators.set(attribute, total ? sizes.map(() => true) : withheld);
  }
  return { denominators, unlisted };
}

/** Adds to `sets` those whose breakdown cannot be made safe otherwise. */
function withheldGroups(
  counted: CountedShares,
  sets: Set<string>,
  denominators: Map<string, boolean[]>,
  forced: readonly Exposure[],
  threshold: number,
): WithheldShares['groups'] {
  const withheld: WithheldShares['groups'] = new Map();
  for (const [key, set] of counted.sets) {
    const byAttribute = new Map<string, boolean[]>();
    withheld.set(key, byAttribute);
    for (const [attribute, counts] of set.groups) {
      const sizes = counted.groups.get(attribute) ?? [];
      const hiddenSizes = denominators.get(attribute) ?? [];
      const start = counts.map(
        (count, at) =>
          hiddenSizes[at] === true ||
          isSmallShare(count, sizes[at] ?? 0, threshold) ||
          forced.some((one) => one.set === key && one.group?.attribute === attribute && one.group.at === at),
      );
      const lacked = sizes.map((size, at) => size - (counts[at] ?? 0));
      // Whoever knows the size of a group knows that no more people can have the theme, or lack it.
      const most = (others: readonly number[]) =>
        sizes.map((size, at) => (hiddenSizes[at] ? Infinity : size - Math.min(1, others[at] ?? 0)));
      const having: Partition = { parts: counts, most: most(lacked) };
      const lacking: Partition = { parts: lacked, most: most(counts) };
      const { withheld: chosen, total } = completeWithholding([having, lacking], start, sizes, threshold);
      if (total) sets.add(key);
      byAttribute.set(attribute, chosen);
    }
  }
  for (const key of sets) {
    for (const [attribute, counts] of counted.sets.get(key)?.groups ?? []) {
      withheld.get(key)?.set(
        attribute,
        counts.map(() => true),
      );
    }
  }
  return withheld;
}
