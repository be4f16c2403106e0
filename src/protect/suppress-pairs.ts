/**
 * Which tables of two themes are withheld. A table is shown as a whole or not at all: with its margins, which stand in
 * the other tables of the same row and column, any one cell and any statistic of it gives the other three away.
 */
import { isSmall, staysSecret } from './suppress-rule.ts';

/** Both, only the left one, only the right one, neither. */
export type Cells = readonly [both: number, leftOnly: number, rightOnly: number, neither: number];

/** A row or column: the codes of its theme, and whether its share in its own question is withheld. */
export interface PairEnd {
  codes: ReadonlySet<string>;
  withheld: boolean;
}

export interface CountedPairs {
  left: readonly PairEnd[];
  right: readonly PairEnd[];
  /** The table of left i and right j at `i * right.length + j`. */
  tables: readonly Cells[];
}

/** `true` for each table that is withheld, in the order of the tables. */
export function withholdPairs({ left, right, tables }: CountedPairs, threshold: number): boolean[] {
  const withheld = tables.map((cells, at) => {
    const [i, j] = [Math.floor(at / right.length), at % right.length];
    return (
      left[i]?.withheld === true ||
      right[j]?.withheld === true ||
      cells.some((cell) => isSmall(cell, threshold)) ||
      isSmall(cells[0] + cells[1] + cells[2] + cells[3], threshold)
    );
  });
  if (!withheld.includes(true)) return withheld;
  const table = (i: number, j: number) => i * right.length + j;
  const lines: number[][] = [
    ...left.map((_, i) => right.map((_, j) => table(i, j))),
    ...right.map((_, j) => left.map((_, i) => table(i, j))),
  ];
  const [amongLeft, amongRight] = [relationsOf(left), relationsOf(right)];
  for (let found = true; found; ) {
    found = false;
    lines.forEach((line, at) => {
      for (const exposing of exposingTables(
        line,
        at < left.length ? amongRight : amongLeft,
        tables,
        withheld,
        threshold,
      )) {
        withheld[exposing] = true;
        found = true;
      }
    });
  }
  return withheld;
}

/** Whoever has `union` has `of` or `cover`; where `cover` is null, `union` lies within `of`. */
interface Relation {
  of: number;
  union: number;
  cover: number | null;
}

function relationsOf(ends: readonly PairEnd[]): Relation[] {
  const relations: Relation[] = [];
  ends.forEach((one, of) => {
    ends.forEach((other, union) => {
      if (of === union || ![...other.codes].some((code) => one.codes.has(code))) return;
      const rest = [...other.codes].filter((code) => !one.codes.has(code));
      if (rest.length === 0) relations.push({ of, union, cover: null });
      ends.forEach((third, cover) => {
        if (cover === of || cover === union || rest.length === 0) return;
        if (rest.every((code) => third.codes.has(code))) relations.push({ of, union, cover });
      });
    });
  });
  return relations;
}

/** Shown tables of one row or column whose themes overlap so that they narrow a small cell of a withheld table. */
function exposingTables(
  line: readonly number[],
  relations: readonly Relation[],
  tables: readonly Cells[],
  withheld: readonly boolean[],
  threshold: number,
): number[] {
  const shownBoth = (at: number): number | null => {
    const table = line[at] ?? -1;
    return withheld[table] === false ? (tables[table]?.[0] ?? null) : null;
  };
  const exposing: number[] = [];
  for (const { of, union, cover } of relations) {
    const table = line[of] ?? -1;
    const cells = tables[table];
    if (withheld[table] !== true || cells === undefined) continue;
    const whole = shownBoth(union);
    if (whole !== null) {
      const covered = cover === null ? 0 : shownBoth(cover);
      if (covered !== null && isNarrowed(cells, { low: whole - covered }, threshold))
        exposing.push(line[union] ?? -1);
    }
  }
  for (const { of: superset, union: subset, cover } of relations) {
    // Where nothing is left to cover, the union is a part, and a part cannot be larger than what holds it.
    if (cover !== null) continue;
    const table = line[subset] ?? -1;
    const cells = tables[table];
    const whole = shownBoth(superset);
    if (withheld[table] !== true || cells === undefined || whole === null) continue;
    if (isNarrowed(cells, { high: whole }, threshold)) exposing.push(line[superset] ?? -1);
  }
  return exposing;
}

/** Whether a bound on those with both themes narrows a small cell too much, the margins being known. */
function isNarrowed(cells: Cells, bound: { low?: number; high?: number }, threshold: number): boolean {
  const [a, b, c, d] = cells;
  const low = Math.max(0, a - d, bound.low ?? 0);
  const high = Math.min(a + b, a + c, bound.high ?? Number.POSITIVE_INFINITY);
  if (low <= Math.max(0, a - d) && high >= Math.min(a + b, a + c)) return false;
  // a and d grow together, b and c shrink as they grow.
  return (
    narrowed(a, low, high) ||
    narrowed(d, d - a + low, d - a + high) ||
    narrowed(b, a + b - high, a + b - low) ||
    narrowed(c, a + c - high, a + c - low)
  );

  function narrowed(cell: number, least: number, most: number): boolean {
    return isSmall(cell, threshold) && !staysSecret(Math.max(1, least), most, threshold);
  }
}
