/**
 * Fits the prior of the multi-item gamma Poisson shrinker by maximum likelihood: W. DuMouchel, The American Statistician
 * 53 (1999) 177-190; W. DuMouchel and D. Pregibon, Proceedings of KDD (2001) 67-76.
 */
import { type Minimum, minimise } from '../common/minimise.ts';
import type { MethodWarning } from '../common/result.ts';
import type { GammaMixture } from './gamma-mixture.ts';
import {
  type GammaMixtureCellOptions,
  logFactorials,
  negativeLogLikelihood,
  pointOf,
  type ReportCells,
  reportCells,
} from './gamma-mixture-likelihood.ts';

export interface GammaMixtureFit {
  /** The component with the larger mean ratio first; null where undefined. */
  prior: GammaMixture | null;
  /** The natural logarithm of the likelihood, null where undefined. */
  logLikelihood: number | null;
  /** Cells, weights counted. */
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/** DuMouchel's own start and three that lie apart from it and from each other. */
const STARTS: readonly GammaMixture[] = [
  { shape1: 0.2, rate1: 0.1, shape2: 2, rate2: 4, share: 1 / 3 },
  { shape1: 0.2, rate1: 0.1, shape2: 2, rate2: 2, share: 0.1 },
  { shape1: 2, rate1: 0.5, shape2: 2, rate2: 2, share: 0.1 },
  { shape1: 0.5, rate1: 0.5, shape2: 5, rate2: 5, share: 0.5 },
];

/** The logarithms are searched within ±16: where one component would do, another could wander off without end. */
const FARTHEST = 16;

function boundedObjective(cells: ReportCells, point: Float64Array, gradient: Float64Array): number {
  const value = negativeLogLikelihood(cells, point, gradient);
  return point.some((logarithm) => Math.abs(logarithm) > FARTHEST) ? Number.POSITIVE_INFINITY : value;
}

/** The components have no order of their own: the one with the larger mean comes first. */
function priorOf(point: Float64Array): GammaMixture {
  const [shape1, rate1, shape2, rate2] = point.subarray(0, 4).map(Math.exp);
  const share = 1 / (1 + Math.exp(-point[4]));
  if (shape1 / rate1 >= shape2 / rate2) return { shape1, rate1, shape2, rate2, share };
  return { shape1: shape2, rate1: rate2, shape2: shape1, rate2: rate1, share: 1 / (1 + Math.exp(point[4])) };
}

/** Cells of equal count and expectation weigh together: in a registry most pairs are reported once. */
function mergeEqualCells({ counts, expected, weights, truncated }: ReportCells): ReportCells {
  const order = Array.from({ length: counts.length }, (_, i) => i);
  order.sort((i, j) => counts[i] - counts[j] || expected[i] - expected[j]);
  const merged = { counts: [] as number[], expected: [] as number[], weights: [] as number[], truncated };
  for (const i of order) {
    const last = merged.counts.length - 1;
    const weight = weights === undefined ? 1 : weights[i];
    if (last >= 0 && merged.counts[last] === counts[i] && merged.expected[last] === expected[i]) {
      merged.weights[last] += weight;
      continue;
    }
    merged.counts.push(counts[i]);
    merged.expected.push(expected[i]);
    merged.weights.push(weight);
  }
  return merged;
}

/**
 * The mixture that makes the counts likeliest, the best of four starts. Weights make the fit to squashed counts, which
 * is faster and hardly differs.
 * @param counts reports of each pair of product and event, n.
 * @param expected reports expected of each, E, above 0, in the same order.
 * @returns `prior: null` for fewer than ten cells (five parameters cannot be told from so few). Warnings say where
 * the search did not settle, which happens where one component would do, and where a component ran to the end of it.
 * @throws RangeError on a count that is not whole, is negative, or is 0 with zeros left out; an expected count or weight
 * not above 0; lengths that differ.
 * @example
 * fitGammaMixture([1, 1, 1, 1, 2, 1, 1, 2, 1, 3, 9, 12, 8, 15], [0.5, 1, 0.2, 0.9, 1.5, 0.7, 0.3, 1.2, 0.8, 2, 0.9, 1, 0.7, 1.3]).prior.share // 0.298
 */
export function fitGammaMixture(
  counts: ArrayLike<number>,
  expected: ArrayLike<number>,
  options: GammaMixtureCellOptions = {},
): GammaMixtureFit {
  const cells = reportCells(counts, expected, options);
  let n = 0;
  for (let i = 0; i < counts.length; i++) n += cells.weights === undefined ? 1 : cells.weights[i];
  const method = `gamma mixture (DuMouchel 1999), maximum likelihood, zeros ${cells.truncated ? 'left out' : 'listed'}`;
  if (counts.length < 10) {
    const message = `${counts.length} cells are too few to fit five parameters: ten or more are needed`;
    return { prior: null, logLikelihood: null, n, method, warnings: [{ code: 'too-few-cells', message }] };
  }
  const merged = mergeEqualCells(cells);
  let best: Minimum | null = null;
  for (const start of STARTS) {
    const found = minimise((point, gradient) => boundedObjective(merged, point, gradient), pointOf(start));
    if (best === null || found.value < best.value) best = found;
  }
  const { point, value, converged } = best as Minimum; // There is always a first start.
  const warnings: MethodWarning[] = [];
  if (!converged) {
    const message = 'the likelihood is flat near its maximum: the two components can hardly be told apart';
    warnings.push({ code: 'not-converged', message });
  }
  if (point.some((logarithm) => Math.abs(logarithm) > FARTHEST - 2)) {
    const message =
      'a component of the prior has narrowed to one ratio or vanished: the cells are too few or too alike';
    warnings.push({ code: 'degenerate-component', message });
  }
  return { prior: priorOf(point), logLikelihood: -value - logFactorials(cells), n, method, warnings };
}
