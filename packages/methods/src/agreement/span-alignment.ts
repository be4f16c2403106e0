/**
 * The alignment of several coders' spans that disagrees least: which span of one coder answers to which of another.
 * Source: Mathet, Widlöcher, Métivier, Computational Linguistics 41 (2015) 437-479, sections 4.2 to 4.4.
 */
import { cheapestAssignment } from './assignment.ts';
import type { Span } from './continuum.ts';
import { cheapestCover } from './exact-cover.ts';
import { type DissimilarityOptions, spanDissimilarity } from './span-dissimilarity.ts';
import { type PlacedSpan, placeSpans, type SpanGroup, worthwhileGroups } from './span-groups.ts';

export interface SpanAlignment {
  /** One entry a coder: the position of the coder's span in its list, or `null` where the coder has none here. */
  groups: (number | null)[][];
  /** Sum of the groups' mean dissimilarities over the mean number of spans a coder; 0 where all coincide. */
  disorder: number;
}

/**
 * Exact. With two coders every linked stretch of spans is an assignment problem; with more, a division into groups,
 * whose search grows with the spans that overlap and with the coders, and gives up with an error.
 * @param coders each coder's spans, two coders or more, one span or more in all.
 * @throws RangeError for fewer coders or no spans, weights below 0, spans too entangled to be aligned.
 * @example
 * spanAlignment([[{ start: 1, end: 5, value: 'a' }], [{ start: 2, end: 6, value: 'a' }]]).disorder // 0.0625
 */
export function spanAlignment(
  coders: ReadonlyArray<ReadonlyArray<Span>>,
  options: DissimilarityOptions = {},
): SpanAlignment {
  const empty = options.empty ?? 1;
  const dissimilarity = spanDissimilarity(options);
  if (coders.length < 2) throw new RangeError(`coders: got ${coders.length}; expected two or more`);
  const placed = placeSpans(coders);
  const spans = placed.flat();
  if (spans.length === 0) throw new RangeError('coders: got no spans; expected one or more');
  const chosen: SpanGroup[] = [];
  for (const { units, groups } of linkedStretches(spans, worthwhileGroups(placed, dissimilarity, empty))) {
    chosen.push(...(coders.length === 2 ? assigned(units, groups, empty) : covered(units, groups, empty)));
  }
  const cost = chosen.reduce((sum, group) => sum + group.cost, 0);
  const groups = chosen.map(({ units }) => {
    const row: (number | null)[] = coders.map(() => null);
    for (const unit of units) {
      const { coder } = spans[unit];
      row[coder] = unit - placed[coder][0].unit;
    }
    return row;
  });
  return { groups, disorder: (cost * coders.length) / spans.length };
}

/** Spans that groups link, directly or through others, by their beginnings; and those groups. */
interface Stretch {
  units: PlacedSpan[];
  groups: SpanGroup[];
}

function linkedStretches(spans: PlacedSpan[], groups: SpanGroup[]): Stretch[] {
  const parent = spans.map((_, unit) => unit);
  const root = (unit: number): number => {
    let at = unit;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  };
  for (const { units } of groups) for (const unit of units) parent[root(unit)] = root(units[0]);
  const stretches = new Map<number, Stretch>();
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const own = root(span.unit);
    const stretch = stretches.get(own);
    if (stretch === undefined) stretches.set(own, { units: [span], groups: [] });
    else stretch.units.push(span);
  }
  for (const group of groups) stretches.get(root(group.units[0]))?.groups.push(group);
  return [...stretches.values()];
}

/** Two coders: what pairing saves against leaving both alone is assigned at its best. */
function assigned(units: PlacedSpan[], pairs: SpanGroup[], empty: number): SpanGroup[] {
  const [first, second] = [0, 1].map((coder) => units.filter((span) => span.coder === coder));
  const [rows, columns] = first.length <= second.length ? [first, second] : [second, first];
  const rowAt = new Map(rows.map(({ unit }, i) => [unit, i]));
  const columnAt = new Map(columns.map(({ unit }, j) => [unit, j]));
  const savings = new Float64Array(rows.length * columns.length);
  const pairAt = new Map<number, SpanGroup>();
  for (const pair of pairs) {
    const [a, b] = pair.units;
    const at =
      (rowAt.get(a) ?? rowAt.get(b) ?? 0) * columns.length + (columnAt.get(b) ?? columnAt.get(a) ?? 0);
    savings[at] = pair.cost - 2 * empty;
    pairAt.set(at, pair);
  }
  const alone = new Set(units.map(({ unit }) => unit));
  const chosen: SpanGroup[] = [];
  cheapestAssignment(savings, rows.length, columns.length).forEach((column, row) => {
    const pair = pairAt.get(row * columns.length + column);
    if (pair === undefined) return;
    chosen.push(pair);
    for (const unit of pair.units) alone.delete(unit);
  });
  for (const unit of alone) chosen.push({ units: [unit], cost: empty });
  return chosen;
}

/** Three coders or more: units are numbered by their beginnings, so that the search goes along the text. */
function covered(units: PlacedSpan[], groups: SpanGroup[], empty: number): SpanGroup[] {
  const number = new Map(units.map(({ unit }, i) => [unit, i]));
  const numbered = groups.map(({ units: own, cost }) => ({
    units: own.map((unit) => number.get(unit) ?? 0),
    cost,
  }));
  const alone = units.map((_, i) => ({ units: [i], cost: empty }));
  return cheapestCover([...numbered, ...alone], units.length).map(({ units: own, cost }) => ({
    units: own.map((i) => units[i].unit),
    cost,
  }));
}
