/**
 * Kleinberg's two-state model of batched arrivals: "Bursty and Hierarchical Structure in Streams",
 * Data Mining and Knowledge Discovery 7 (2003) 373-397.
 */
import type { MethodWarning } from '../common/result.ts';
import { requireCounts, requireNonNegative, requireSameLength } from '../common/series-checks.ts';
import { cheapestStates } from './cheapest-states.ts';
import { nestedBursts } from './nested-bursts.ts';

export interface BurstBatchOptions {
  /** How much likelier a relevant document is in the burst state, s; 2 by default. */
  scaling?: number;
  /** The cost of rising, gamma; 1 by default. */
  gamma?: number;
}

export interface BatchBurst {
  /** Positions of the first and last batch, both included. */
  first: number;
  last: number;
  /** Sum of sigma_0 - sigma_1 over the burst, natural log units. */
  weight: number;
}

export interface BatchBursts {
  /** 0 or 1 for each batch; null where undefined. */
  states: number[] | null;
  /** Cost of the cheapest sequence without its binomial coefficients, which are the same in every sequence. */
  cost: number | null;
  /** p0 and p1. */
  baseRate: number | null;
  burstRate: number | null;
  bursts: BatchBurst[];
  /** The batches. */
  n: number;
  method: string;
  warnings: MethodWarning[];
}

/**
 * The states of least cost and the bursts they form: p0 = R / D (all relevant over all documents), p1 = s p0,
 * sigma_i = -ln[C(d, r) p_i^r (1 - p_i)^(d - r)], entering state 1 costs gamma ln n for n batches, leaving it nothing.
 * By Viterbi, exact. Undefined (states null) without a relevant document or where s p0 reaches 1.
 * A batch without documents says nothing and keeps the state that is cheapest around it.
 * @param relevant the relevant documents of each batch, r, in time order.
 * @param documents all documents of each batch, d.
 * @throws RangeError on counts that are not whole or are negative, r above d, lengths that differ, scaling not above 1.
 * @example
 * burstsInBatches([1, 1, 8, 9, 1, 1], [20, 20, 20, 20, 20, 20]).states // [0,0,1,1,0,0]
 */
export function burstsInBatches(
  relevant: ArrayLike<number>,
  documents: ArrayLike<number>,
  options: BurstBatchOptions = {},
): BatchBursts {
  const { scaling = 2, gamma = 1 } = options;
  requireCounts('relevant', relevant);
  requireCounts('documents', documents);
  requireSameLength('documents', documents, 'relevant', relevant);
  if (!(scaling > 1 && scaling < Infinity)) {
    throw new RangeError(`options.scaling: got ${scaling}; expected a finite number above 1, such as 2`);
  }
  requireNonNegative('options.gamma', gamma);
  const n = relevant.length;
  let relevantTotal = 0;
  let documentTotal = 0;
  for (let t = 0; t < n; t++) {
    if (relevant[t] > documents[t]) {
      throw new RangeError(
        `relevant[${t}]: got ${relevant[t]}; expected at most documents[${t}], ${documents[t]}`,
      );
    }
    relevantTotal += relevant[t];
    documentTotal += documents[t];
  }
  const method = `Kleinberg 2003, batched, s = ${scaling}, gamma = ${gamma}`;
  const undefinedWith = (code: string, message: string): BatchBursts => ({
    states: null,
    cost: null,
    baseRate: documentTotal > 0 ? relevantTotal / documentTotal : null,
    burstRate: null,
    bursts: [],
    n,
    method,
    warnings: [{ code, message }],
  });
  if (relevantTotal === 0) {
    return undefinedWith('no-relevant-documents', 'no batch has a relevant document: the base rate is 0');
  }
  const rates = [relevantTotal / documentTotal, (scaling * relevantTotal) / documentTotal];
  if (rates[1] >= 1) {
    const message = `scaling ${scaling} times the base rate ${rates[0]} is not below 1: take a smaller scaling`;
    return undefinedWith('scaling-too-large', message);
  }
  const stepCost = (t: number, state: number): number =>
    -(relevant[t] * Math.log(rates[state]) + (documents[t] - relevant[t]) * Math.log1p(-rates[state]));
  const path = cheapestStates(n, 2, gamma * Math.log(n), stepCost);
  return {
    states: Array.from(path.states),
    cost: path.cost,
    baseRate: rates[0],
    burstRate: rates[1],
    bursts: nestedBursts(path.states, stepCost).map(({ first, last, weight }) => ({ first, last, weight })),
    n,
    method,
    warnings: [],
  };
}
