/** The counts of one question that stand in relation to each other, and which of them are withheld. */

/** People who gave one code or more of a set. */
export interface CountedSet {
  /** Codes of the set that somebody gave in the question, sorted. */
  codes: readonly string[];
  count: number;
  /** By attribute, then by group; empty where the set is not shown by groups. */
  groups: ReadonlyMap<string, readonly number[]>;
}

export interface CountedShares {
  /** People with an interpretable answer: the denominator. */
  of: number;
  /** By attribute: how many of them are in each group. The groups of an attribute are a partition. */
  groups: ReadonlyMap<string, readonly number[]>;
  sets: ReadonlyMap<string, CountedSet>;
}

export interface WithheldShares {
  /** Keys of sets whose share is withheld; their breakdowns are withheld with it. */
  sets: Set<string>;
  /** By set key and attribute: which groups are withheld. */
  groups: Map<string, Map<string, boolean[]>>;
  /** Attributes whose groups must not even be listed, since so many small ones would give each other away. */
  unlisted: Set<string>;
}

/** The key of a set of codes: the same for sets that are the same people by construction. */
export function setKey(liveCodes: Iterable<string>): string {
  return [...new Set(liveCodes)].sort().join(' ');
}
