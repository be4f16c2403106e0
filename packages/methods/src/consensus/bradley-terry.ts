/**
 * Bradley-Terry: the worth of items from pairwise comparisons, by maximum likelihood.
 * Sources: Bradley, Terry, Biometrika 39 (1952) 324; Turner, Firth, J Stat Softw 48 (2012) 9.
 */
import { requireCount, requireLevel } from '../common/checks.ts';
import { type ChoiceSet, type Features, fitConditionalLogit } from '../common/conditional-logit.ts';
import { stronglyConnected } from '../common/connected.ts';
import {
  NOT_CONNECTED,
  parameterOf,
  requireItem,
  requireReference,
  type WorthResult,
  worthsOf,
} from './worths.ts';

/** How often `first` was preferred to `second` and the reverse; items by their position. */
export interface Comparison {
  first: number;
  second: number;
  firstWins: number;
  secondWins: number;
}

export interface BradleyTerryInput {
  items: readonly string[];
  comparisons: readonly Comparison[];
  /** The item whose log-worth is 0; the first by default. */
  reference?: string;
  /** Estimates how much being named first helps, such as being shown on the left. */
  firstAdvantage?: boolean;
  level?: number;
}

export interface BradleyTerryResult extends WorthResult {
  /** Log-odds that being first adds; `null` where not asked for or not estimable. */
  firstAdvantage: { estimate: number; standardError: number } | null;
  /** Against a probability of its own for every comparison given. */
  deviance: number | null;
  degreesOfFreedom: number;
}

/**
 * P(i preferred to j) = worth_i / (worth_i + worth_j), times exp(advantage) on the side named first where asked for.
 * @returns `null` for all worths where the items fall into two groups of which one never loses to the other.
 * @throws RangeError for an unknown or repeated item, a comparison of an item with itself, or a win that is no count.
 * @example bradleyTerry({ items: ['x', 'y'], comparisons: [{ first: 0, second: 1, firstWins: 3, secondWins: 1 }] }).items[0].worth // 0.75
 */
export function bradleyTerry(input: BradleyTerryInput): BradleyTerryResult {
  const { items, comparisons, level = 0.95, firstAdvantage = false } = input;
  requireLevel(level);
  const reference = requireReference(items, input.reference);
  requireComparisons(items, comparisons);
  const parameters = items.length - 1 + (firstAdvantage ? 1 : 0);
  const held = comparisons.filter(({ firstWins, secondWins }) => firstWins + secondWins > 0);
  const sets = held.map(({ first, second, firstWins, secondWins }): ChoiceSet => {
    const advantage: Features = firstAdvantage ? [[items.length - 1, 1]] : [];
    const own = (item: number): Features => {
      const parameter = parameterOf(item, reference);
      return parameter === null ? [] : [[parameter, 1]];
    };
    return { alternatives: [[...own(first), ...advantage], own(second)], chosen: [firstWins, secondWins] };
  });
  const beats = held.flatMap(({ first, second, firstWins, secondWins }) => [
    ...(firstWins > 0 ? [[first, second] as const] : []),
    ...(secondWins > 0 ? [[second, first] as const] : []),
  ]);
  const fit = stronglyConnected(items.length, beats) ? fitConditionalLogit(sets, parameters) : null;
  const place = items.length - 1;
  return {
    items: worthsOf(items, reference, level, fit, parameters),
    firstAdvantage:
      fit === null || !firstAdvantage
        ? null
        : {
            estimate: fit.estimates[place],
            standardError: Math.sqrt(fit.covariance[place * parameters + place]),
          },
    logLikelihood: fit === null ? null : fit.logLikelihood,
    deviance: fit === null ? null : 2 * (saturated(held) - fit.logLikelihood),
    degreesOfFreedom: held.length - parameters,
    n: held.reduce((sum, { firstWins, secondWins }) => sum + firstWins + secondWins, 0),
    method: 'Bradley-Terry, maximum likelihood',
    warnings: fit === null ? [NOT_CONNECTED] : [],
  };
}

function requireComparisons(items: readonly string[], comparisons: readonly Comparison[]): void {
  comparisons.forEach(({ first, second, firstWins, secondWins }, i) => {
    requireItem(`comparisons[${i}].first`, first, items);
    requireItem(`comparisons[${i}].second`, second, items);
    requireCount(`comparisons[${i}].firstWins`, firstWins);
    requireCount(`comparisons[${i}].secondWins`, secondWins);
    if (first === second)
      throw new RangeError(`comparisons[${i}]: got item ${first} twice; expected two items`);
  });
}

function saturated(comparisons: readonly Comparison[]): number {
  return comparisons.reduce((sum, { firstWins, secondWins }) => {
    const n = firstWins + secondWins;
    const part = (wins: number) => (wins === 0 ? 0 : wins * Math.log(wins / n));
    return sum + part(firstWins) + part(secondWins);
  }, 0);
}
