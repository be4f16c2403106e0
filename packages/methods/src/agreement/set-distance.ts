/**
 * How far apart two sets of labels are, 0 to 1, where coders may give a unit several codes or none.
 * Source: Jaccard (1901); Passonneau, "Measuring agreement on set-valued items (MASI)", LREC (2006).
 */

/** `jaccard`: 1 - J. `masi`: 1 - J M, which also asks whether one set holds the other. */
export type SetDistance = 'jaccard' | 'masi';

export type Label = string | number;

/**
 * 1 - |A and B| / |A or B|; 0 for two empty sets, which agree that nothing applies.
 * @example jaccardDistance(new Set(['A', 'B']), new Set(['A'])) // 0.5
 */
export function jaccardDistance(a: ReadonlySet<Label>, b: ReadonlySet<Label>): number {
  const common = countCommon(a, b);
  const union = a.size + b.size - common;
  return union === 0 ? 0 : 1 - common / union;
}

/**
 * 1 - J M, with M = 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap, 0 where they do not. The
 * similarity J is what M multiplies, and M is exact, not rounded to .67 and .33; two empty sets are 0 apart.
 * @example masiDistance(new Set(['A', 'B']), new Set(['A'])) // 2/3
 */
export function masiDistance(a: ReadonlySet<Label>, b: ReadonlySet<Label>): number {
  const common = countCommon(a, b);
  const union = a.size + b.size - common;
  if (union === common) return 0;
  if (common === 0) return 1;
  const monotonicity = common === a.size || common === b.size ? 2 / 3 : 1 / 3;
  return 1 - (common / union) * monotonicity;
}

function countCommon(a: ReadonlySet<Label>, b: ReadonlySet<Label>): number {
  let common = 0;
  for (const label of a) if (b.has(label)) common++;
  return common;
}
