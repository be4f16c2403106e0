/**
 * Best-worst scaling: people name the best and the worst of several items, over many small sets.
 * Sources: Finn, Louviere, J Public Policy Mark 11 (1992) 12; Louviere, Flynn, Marley, Best-Worst Scaling (2015).
 */
import { requireLevel } from '../common/checks.ts';
import { type ChoiceSet, type Features, fitConditionalLogit } from '../common/conditional-logit.ts';
import { stronglyConnected } from '../common/connected.ts';
import type { MethodWarning } from '../common/result.ts';
import {
  NOT_CONNECTED,
  parameterOf,
  requireItem,
  requireReference,
  type WorthResult,
  worthsOf,
} from './worths.ts';

/** One answer: the items shown, and which of them were named best and worst, by position among all items. */
export interface BestWorstAnswer {
  shown: readonly number[];
  best: number;
  worst: number;
}

export interface BestWorstCount {
  item: string;
  best: number;
  worst: number;
  shown: number;
  /** best - worst, and that over the times shown, -1 to 1; `null` where the item was never shown. */
  difference: number;
  standardised: number | null;
  /** sqrt(best / worst), and that over the largest; `null` where the item was never worst. */
  ratio: number | null;
  relativeRatio: number | null;
}

export interface BestWorstScores {
  items: BestWorstCount[];
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/**
 * Counts, differences and ratios of best and worst choices.
 * @throws RangeError where best or worst was not among the items shown, or both are the same.
 * @example bestWorstScores(['x', 'y', 'z'], [{ shown: [0, 1, 2], best: 0, worst: 2 }]).items[0].standardised // 1
 */
export function bestWorstScores(
  items: readonly string[],
  answers: readonly BestWorstAnswer[],
): BestWorstScores {
  requireAnswers(items, answers);
  const counts = items.map(() => ({ best: 0, worst: 0, shown: 0 }));
  for (const { shown, best, worst } of answers) {
    for (const item of shown) counts[item].shown++;
    counts[best].best++;
    counts[worst].worst++;
  }
  const ratios = counts.map(({ best, worst }) => (worst === 0 ? null : Math.sqrt(best / worst)));
  const largest = ratios.some((ratio, i) => ratio === null && counts[i].best > 0)
    ? null
    : Math.max(0, ...ratios.filter((ratio) => ratio !== null));
  const warnings: MethodWarning[] = [];
  const never = ratios.filter((ratio) => ratio === null).length;
  if (never > 0) {
    const message = `${never} of ${items.length} items were never worst: their ratio has no value`;
    warnings.push({ code: 'never-worst', message });
  }
  return {
    items: items.map((item, i) => {
      const { best, worst, shown } = counts[i];
      const ratio = ratios[i];
      const relativeRatio = ratio === null || largest === null || largest === 0 ? null : ratio / largest;
      const standardised = shown === 0 ? null : (best - worst) / shown;
      return { item, best, worst, shown, difference: best - worst, standardised, ratio, relativeRatio };
    }),
    n: answers.length,
    method: 'best-worst counts',
    warnings,
  };
}

export interface BestWorstLogit extends WorthResult {
  /** Log-likelihood if every pair were chosen alike. */
  nullLogLikelihood: number | null;
}

/**
 * The paired (maxdiff) model: P(best i, worst j) = exp(v_i - v_j) / sum over ordered pairs of the items shown.
 * @returns `null` for all worths where some items are never worse than the rest.
 * @throws RangeError as `bestWorstScores`, or for an unknown reference item or a level outside 0 to 1.
 * @example bestWorstLogit(['x', 'y'], [{ shown: [0, 1], best: 0, worst: 1 }, { shown: [0, 1], best: 1, worst: 0 }]).items[0].worth // 0.5
 */
export function bestWorstLogit(
  items: readonly string[],
  answers: readonly BestWorstAnswer[],
  { reference, level = 0.95 }: { reference?: string; level?: number } = {},
): BestWorstLogit {
  requireLevel(level);
  const base = requireReference(items, reference);
  requireAnswers(items, answers);
  const sets = new Map<string, { set: ChoiceSet; position: Map<string, number> }>();
  for (const { shown, best, worst } of answers) {
    const key = [...shown].sort((x, y) => x - y).join();
    const choice = sets.get(key) ?? orderedPairs(shown, base);
    sets.set(key, choice);
    choice.set.chosen[choice.position.get(`${best},${worst}`) as number]++; // both are among the items shown
  }
  const beats = answers.flatMap(({ shown, best, worst }) => [
    ...shown.filter((item) => item !== best).map((item) => [best, item] as const),
    ...shown.filter((item) => item !== worst).map((item) => [item, worst] as const),
  ]);
  const parameters = items.length - 1;
  const choices = [...sets.values()].map(({ set }) => set);
  const fit = stronglyConnected(items.length, beats) ? fitConditionalLogit(choices, parameters) : null;
  return {
    items: worthsOf(items, base, level, fit, parameters),
    logLikelihood: fit === null ? null : fit.logLikelihood,
    nullLogLikelihood: fit === null ? null : fit.nullLogLikelihood,
    n: answers.length,
    method: 'best-worst conditional logit (maxdiff)',
    warnings: fit === null ? [NOT_CONNECTED] : [],
  };
}

function orderedPairs(shown: readonly number[], reference: number) {
  const alternatives: Features[] = [];
  const position = new Map<string, number>();
  const term = (item: number, value: number): Features => {
    const parameter = parameterOf(item, reference);
    return parameter === null ? [] : [[parameter, value]];
  };
  for (const best of shown) {
    for (const worst of shown) {
      if (best === worst) continue;
      position.set(`${best},${worst}`, alternatives.length);
      alternatives.push([...term(best, 1), ...term(worst, -1)]);
    }
  }
  return { set: { alternatives, chosen: alternatives.map(() => 0) }, position };
}

function requireAnswers(items: readonly string[], answers: readonly BestWorstAnswer[]): void {
  answers.forEach(({ shown, best, worst }, i) => {
    shown.forEach((item, k) => {
      requireItem(`answers[${i}].shown[${k}]`, item, items);
    });
    for (const [name, item] of [['best', best] as const, ['worst', worst] as const]) {
      if (!shown.includes(item)) {
        throw new RangeError(`answers[${i}].${name}: got ${item}; expected one of the items shown`);
      }
    }
    if (best === worst)
      throw new RangeError(`answers[${i}]: got ${best} as best and worst; expected two items`);
  });
}
