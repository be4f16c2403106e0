/**
 * What the shares that are shown give away of those that are withheld. If 38 people gave one of two codes and 30 gave
 * the first, at least 8 gave the second; and so in every group, and from group to group. What narrows a withheld
 * share too much is named, so that it can be withheld too.
 */
import { type AtMost, type Bounds, narrow, sumOf } from './suppress-bounds.ts';
import type { CountedShares, WithheldShares } from './suppress-counted.ts';
import { isSmall, staysSecret } from './suppress-rule.ts';

/** A share to withhold: of a set as a whole, or of one group only. */
export interface Exposure {
  set: string;
  group: { attribute: string; at: number } | null;
}

/** Which sizes of groups are withheld, by attribute. */
export type WithheldSizes = ReadonlyMap<string, readonly boolean[]>;

/** A share among the numbers of the question. */
interface Cell {
  set: string;
  group: Exposure['group'];
  count: number;
  of: number;
  /** Where its number and that of its denominator stand. */
  at: number;
  ofAt: number;
  withheld: boolean;
}

/** Shares to withhold so that no withheld one can be bounded too closely; none when all are safe. */
export function exposedShares(
  counted: CountedShares,
  withheld: Pick<WithheldShares, 'sets' | 'groups'>,
  sizesWithheld: WithheldSizes,
  threshold: number,
): Exposure[] {
  if (withheld.sets.size === 0 && ![...withheld.groups.values()].some(hasWithheld)) return [];
  const { cells, bounds, relations } = numbersOf(counted, withheld, sizesWithheld);
  narrow(bounds, relations);
  const exposed = cells.filter((cell) => cell.withheld && isExposed(cell, bounds, threshold));
  return exposed.flatMap((cell) => remedy(cell, cells, counted));
}

function hasWithheld(byAttribute: ReadonlyMap<string, readonly boolean[]>): boolean {
  return [...byAttribute.values()].some((groups) => groups.includes(true));
}

function isExposed({ count, of, at, ofAt }: Cell, bounds: readonly Bounds[], threshold: number): boolean {
  const [own, whole] = [bounds[at], bounds[ofAt]];
  // That nobody, or everybody, is in it tells of nobody in particular.
  if (own === undefined || whole === undefined || count === 0) return false;
  if (isSmall(count, threshold) && !staysSecret(own.low, own.high, threshold)) return true;
  const lacking = { low: Math.max(1, whole.low - own.high), high: whole.high - own.low };
  if (isSmall(of - count, threshold) && !staysSecret(lacking.low, lacking.high, threshold)) return true;
  return own.low === own.high;
}

/** The cheapest thing to withhold beside an exposed share; harsher ones follow where that is withheld already. */
function remedy(exposed: Cell, cells: readonly Cell[], counted: CountedShares): Exposure[] {
  const { set, group } = exposed;
  const codes = new Set(counted.sets.get(set)?.codes);
  const overlaps = (cell: Cell) => counted.sets.get(cell.set)?.codes.some((code) => codes.has(code)) === true;
  const open = cells.filter((cell) => !cell.withheld && cell.count > 0);
  const inAttribute = (cell: Cell) => cell.group?.attribute === group?.attribute;
  const steps: ((cell: Cell) => boolean)[] =
    group === null
      ? [
          (cell) => cell.group === null && isPartner(cell, exposed, cells, counted),
          (cell) => cell.group === null && overlaps(cell),
          (cell) => overlaps(cell),
        ]
      : [
          (cell) => cell.set === set && inAttribute(cell),
          (cell) => cell.group?.at === group.at && inAttribute(cell) && overlaps(cell),
          (cell) => inAttribute(cell) && overlaps(cell),
          (cell) => cell.set === set && cell.group === null,
          (cell) => overlaps(cell),
        ];
  for (const step of steps) {
    const [cheapest] = open.filter(step).sort((a, b) => a.count - b.count);
    if (cheapest) return [{ set: cheapest.set, group: cheapest.group }];
  }
  return [];
}

/** A single code that stands in a shown union together with a code of the exposed share. */
function isPartner(cell: Cell, exposed: Cell, cells: readonly Cell[], counted: CountedShares): boolean {
  const [code, ...others] = counted.sets.get(cell.set)?.codes ?? [];
  if (code === undefined || others.length > 0) return false;
  const own = new Set(counted.sets.get(exposed.set)?.codes);
  return cells.some((union) => {
    const codes = union.withheld ? [] : (counted.sets.get(union.set)?.codes ?? []);
    return codes.includes(code) && codes.some((one) => own.has(one));
  });
}

/** Every number of the question with what a reader knows of it at once, and how the numbers hang together. */
function numbersOf(
  counted: CountedShares,
  withheld: Pick<WithheldShares, 'sets' | 'groups'>,
  sizesWithheld: WithheldSizes,
): { cells: Cell[]; bounds: Bounds[]; relations: AtMost[] } {
  const bounds: Bounds[] = [{ low: counted.of, high: counted.of }];
  const relations: AtMost[] = [];
  const add = (low: number, high: number): number => bounds.push({ low, high }) - 1;
  const sizes = new Map<string, number[]>();
  for (const [attribute, counts] of counted.groups) {
    const hidden = sizesWithheld.get(attribute);
    const at = counts.map((size, group) => (hidden?.[group] ? add(0, counted.of) : add(size, size)));
    sizes.set(attribute, at);
    relations.push(...sumOf(0, at));
  }
  const cells: Cell[] = [];
  for (const [set, { count, groups }] of counted.sets) {
    const isWithheld = withheld.sets.has(set);
    const whole = isWithheld ? add(1, counted.of) : add(count, count);
    cells.push({ set, group: null, count, of: counted.of, at: whole, ofAt: 0, withheld: isWithheld });
    for (const [attribute, counts] of groups) {
      const hidden = withheld.groups.get(set)?.get(attribute);
      const parts = counts.map((part, at): number => {
        const ofAt = sizes.get(attribute)?.[at] ?? 0;
        const partWithheld = hidden?.[at] === true;
        // Zero would have been shown, unless the size of the group or the whole share is withheld.
        const least = isWithheld || sizesWithheld.get(attribute)?.[at] ? 0 : 1;
        const own = partWithheld ? add(least, counted.of) : add(part, part);
        const of = counted.groups.get(attribute)?.[at] ?? 0;
        cells.push({ set, group: { attribute, at }, count: part, of, at: own, ofAt, withheld: partWithheld });
        return own;
      });
      relations.push(...sumOf(whole, parts));
    }
  }
  for (const { at, ofAt } of cells) relations.push({ plus: [at], minus: [ofAt] });
  return { cells, bounds, relations: [...relations, ...inclusions(counted, cells)] };
}

/** A union holds each of its parts, and no more people than parts that cover it; so in all and in every group. */
function inclusions(counted: CountedShares, cells: readonly Cell[]): AtMost[] {
  const codesOf = new Map([...counted.sets].map(([key, set]) => [key, new Set(set.codes)]));
  const whole = new Map(cells.filter(({ group }) => group === null).map((cell) => [cell.set, cell]));
  const relations: AtMost[] = [];
  for (const cell of cells) {
    const own = codesOf.get(cell.set) ?? new Set();
    const singles = (codes: readonly string[]) => codes.flatMap((code) => whole.get(code)?.at ?? []);
    if (own.size > 1) relations.push({ plus: [cell.at], minus: singles([...own]) });
    const beside = cells.filter(
      (other) =>
        other !== cell &&
        other.group?.attribute === cell.group?.attribute &&
        other.group?.at === cell.group?.at &&
        [...(codesOf.get(other.set) ?? [])].some((code) => own.has(code)),
    );
    for (const other of beside) {
      const codes = codesOf.get(other.set) ?? new Set();
      const rest = [...own].filter((code) => !codes.has(code));
      if (rest.length === 0) {
        relations.push({ plus: [cell.at], minus: [other.at] });
        continue;
      }
      relations.push({ plus: [cell.at], minus: [other.at, ...singles(rest)] });
      for (const third of beside) {
        if (rest.every((code) => codesOf.get(third.set)?.has(code))) {
          relations.push({ plus: [cell.at], minus: [other.at, third.at] });
        }
      }
    }
  }
  return relations;
}
