/**
 * Plackett-Luce: the worth of items from rankings that may be partial and may hold ties.
 * Source: Turner, van Etten, Firth, Kosmidis, Computational Statistics 35 (2020) 1027, after Davidson and Luce.
 */
import { requireLevel } from '../common/checks.ts';
import { type ChoiceSet, type Features, fitConditionalLogit } from '../common/conditional-logit.ts';
import { stronglyConnected } from '../common/connected.ts';
import { NOT_CONNECTED, parameterOf, requireReference, type WorthResult, worthsOf } from './worths.ts';

export interface PlackettLuceInput {
  items: readonly string[];
  /** One row a ranking, one column an item: 1 is best, equal numbers are ties, `null` or 0 is not ranked. */
  rankings: ReadonlyArray<ReadonlyArray<number | null>>;
  /** The item whose log-worth is 0; the first by default. */
  reference?: string;
  /**
   * Half-counted wins and losses of every item against an item that does not exist, which keep worths finite where
   * some item never loses; 0, the default, is plain maximum likelihood, 0.5 what PlackettLuce in R does by default.
   */
  pseudoRankings?: number;
  level?: number;
}

export interface PlackettLuceResult extends WorthResult {
  /** ln delta_t: how readily t items tie. One for each number of items that tied somewhere. */
  ties: Array<{ size: number; logPrevalence: number | null; standardError: number | null }>;
}

/** Above this many alternatives in one choice the sum over possible ties is no longer practical. */
const MOST_ALTERNATIVES = 200_000;

/**
 * A ranking is a sequence of choices from what is left. P(set S from A) = f(S) / sum of f(T) over the sets T in A of the
 * sizes that occur, f(S) = delta_|S| (product of worths in S)^(1 / |S|), delta_1 = 1.
 * @returns `null` for all worths where some items never lose to the rest and no pseudo-rankings were asked for.
 * @throws RangeError for unknown items, ranks that are no counts, or ties so large that their sets cannot be listed.
 * @example plackettLuce({ items: ['x', 'y'], rankings: [[1, 2], [1, 2], [1, 2], [2, 1]] }).items[0].worth // 0.75
 */
export function plackettLuce(input: PlackettLuceInput): PlackettLuceResult {
  const { items, rankings, pseudoRankings = 0, level = 0.95 } = input;
  requireLevel(level);
  const reference = requireReference(items, input.reference);
  requireRankings(items, rankings, pseudoRankings);
  const sequences = rankings.map(groupsInOrder);
  const sizes = [...new Set(sequences.flatMap((groups) => groups.map((group) => group.length)))].sort(
    (x, y) => x - y,
  );
  const tieSizes = sizes.filter((size) => size > 1);
  const ghost = pseudoRankings > 0 ? items.length : null;
  const worthParameters = items.length - 1 + (ghost === null ? 0 : 1);
  const parameters = worthParameters + tieSizes.length;
  const featuresOf = (set: readonly number[]): Features => {
    const worths = set.flatMap((item) => {
      const parameter = item === ghost ? items.length - 1 : parameterOf(item, reference);
      return parameter === null ? [] : [[parameter, 1 / set.length] as const];
    });
    return set.length === 1
      ? worths
      : [...worths, [worthParameters + tieSizes.indexOf(set.length), 1] as const];
  };
  const sets = choiceSets(sequences, [1, ...tieSizes], featuresOf);
  if (ghost !== null) {
    items.forEach((_, item) => {
      const { set } = listAlternatives([item, ghost], [1, ...tieSizes], featuresOf);
      sets.push({ ...set, chosen: set.alternatives.map((_, a) => (a < 2 ? pseudoRankings : 0)) });
    });
  }
  const connected = ghost !== null || stronglyConnected(items.length, beatsIn(sequences));
  const fit = connected ? fitConditionalLogit(sets, parameters) : null;
  return {
    items: worthsOf(items, reference, level, fit, parameters),
    ties: tieSizes.map((size, t) => {
      const at = worthParameters + t;
      const standardError = fit === null ? null : Math.sqrt(fit.covariance[at * parameters + at]);
      return { size, logPrevalence: fit === null ? null : fit.estimates[at], standardError };
    }),
    logLikelihood: fit === null || ghost !== null ? null : fit.logLikelihood,
    n: sequences.filter((groups) => groups.length > 0).length,
    method:
      ghost === null
        ? 'Plackett-Luce, maximum likelihood'
        : `Plackett-Luce, ${pseudoRankings} pseudo-rankings`,
    warnings: fit === null ? [NOT_CONNECTED] : [],
  };
}

function requireRankings(
  items: readonly string[],
  rankings: ReadonlyArray<ReadonlyArray<number | null>>,
  pseudoRankings: number,
): void {
  if (!(pseudoRankings >= 0 && Number.isFinite(pseudoRankings))) {
    throw new RangeError(`pseudoRankings: got ${pseudoRankings}; expected a number of 0 or more`);
  }
  rankings.forEach((ranking, i) => {
    if (ranking.length !== items.length) {
      throw new RangeError(
        `rankings[${i}]: got ${ranking.length} ranks; expected ${items.length}, one an item`,
      );
    }
    ranking.forEach((rank, j) => {
      if (rank !== null && !(Number.isInteger(rank) && rank >= 0)) {
        throw new RangeError(`rankings[${i}][${j}]: got ${rank}; expected a rank from 1, or null`);
      }
    });
  });
}

/** Items that share a rank together, the best first; a ranking of one item compares nothing. */
function groupsInOrder(ranking: ReadonlyArray<number | null>): number[][] {
  const groups = new Map<number, number[]>();
  ranking.forEach((rank, item) => {
    if (rank === null || rank === 0) return;
    groups.set(rank, [...(groups.get(rank) ?? []), item]);
  });
  const ordered = [...groups.entries()].sort(([x], [y]) => x - y).map(([, group]) => group);
  return ordered.flat().length < 2 ? [] : ordered;
}

/** Choices from the same items count together. */
function choiceSets(
  sequences: number[][][],
  sizes: number[],
  featuresOf: (set: readonly number[]) => Features,
): ChoiceSet[] {
  const known = new Map<string, { set: ChoiceSet; position: Map<string, number> }>();
  for (const groups of sequences) {
    let left = groups.flat().sort((x, y) => x - y);
    for (const group of groups) {
      if (left.length < 2) break;
      const key = left.join();
      const choice = known.get(key) ?? listAlternatives(left, sizes, featuresOf);
      known.set(key, choice);
      choice.set.chosen[choice.position.get(group.join()) as number]++; // every group is one of the listed sets
      left = left.filter((item) => !group.includes(item));
    }
  }
  return [...known.values()].map(({ set }) => set);
}

function listAlternatives(left: number[], sizes: number[], featuresOf: (set: readonly number[]) => Features) {
  const subsets = sizes.filter((size) => size <= left.length).flatMap((size) => subsetsOf(left, size));
  const position = new Map(subsets.map((subset, i) => [subset.join(), i]));
  return { set: { alternatives: subsets.map(featuresOf), chosen: subsets.map(() => 0) }, position };
}

function subsetsOf(items: readonly number[], size: number): number[][] {
  let subsets: number[][] = [[]];
  let from: number[] = [0];
  for (let taken = 0; taken < size; taken++) {
    const longer: number[][] = [];
    const next: number[] = [];
    subsets.forEach((subset, s) => {
      for (let i = from[s]; i <= items.length - size + taken; i++) {
        longer.push([...subset, items[i]]);
        next.push(i + 1);
      }
    });
    if (longer.length > MOST_ALTERNATIVES) {
      const message = `rankings: got ties of ${size} among ${items.length} items; expected ties with fewer possible sets`;
      throw new RangeError(message);
    }
    subsets = longer;
    from = next;
  }
  return subsets;
}

/** A tie counts as a win of each over the other. */
function beatsIn(sequences: number[][][]): Array<readonly [number, number]> {
  return sequences.flatMap((groups) =>
    groups.flatMap((group, g) =>
      group.flatMap((item) => [
        ...groups.slice(g + 1).flatMap((later) => later.map((other) => [item, other] as const)),
        ...group.filter((other) => other !== item).map((other) => [item, other] as const),
      ]),
    ),
  );
}
