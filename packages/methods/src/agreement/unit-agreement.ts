/**
 * The weighted agreement of any number of coders, unit by unit: what percent agreement, AC1/AC2, Brennan-Prediger,
 * Fleiss' and Conger's kappa share, and the variance that Gwet's linearisation gives each of them.
 * Source: Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014) ch. 2, 3 and 5; Br J Math Stat Psychol 61 (2008) 29.
 */
import { requireLevel } from '../common/checks.ts';
import type { MethodWarning, Result } from '../common/result.ts';
import { studentUpperQuantile } from '../common/student.ts';
import { type AgreementWeights, type WeightMatrix, weightMatrix } from './agreement-weights.ts';
import { type RatingTable, readRatings } from './rating-table.ts';
import type { Ratings } from './ratings.ts';

/** Units are rows, coders columns; `categories` are the values there were, where some may have gone unused. */
export interface CoderRatings {
  ratings: Ratings;
  categories?: ArrayLike<number>;
}

export interface AgreementOptions {
  weights?: AgreementWeights;
  /** Of confidence, 0.95 unless given. */
  level?: number;
}

/** Agreements are weighted shares, 0 to 1, and `null`, as the standard error, where the coefficient is undefined. */
export interface AgreementResult extends Result {
  observedAgreement: number | null;
  expectedAgreement: number | null;
  standardError: number | null;
}

/** Row r of the table has `raters[r]` ratings, `counts[r * q + k]` of them in category k, and agreement `agreement[r]`. */
export interface UnitAgreement {
  table: RatingTable;
  weights: WeightMatrix;
  raters: Float64Array;
  counts: Float64Array;
  /** Mean weight of the pairs of coders who rated the unit; 0 where only one did. */
  agreement: Float64Array;
  /** Units that somebody rated, and those that two or more did. */
  rated: number;
  paired: number;
  /** Mean over rated units of the share of their ratings in each category. */
  shares: Float64Array;
  /** Categories that occur. */
  used: number;
  observed: number;
}

export function unitAgreement(
  { ratings, categories }: CoderRatings,
  weighting: AgreementWeights = 'unweighted',
): UnitAgreement {
  const table = readRatings(ratings, categories);
  const q = table.values.length;
  const weights = weightMatrix(weighting, table.values);
  const rows = table.times.length;
  const raters = new Float64Array(rows);
  const counts = new Float64Array(rows * q);
  const agreement = new Float64Array(rows);
  const shares = new Float64Array(q);
  let rated = 0;
  let paired = 0;
  let observed = 0;
  for (let r = 0; r < rows; r++) {
    for (let i = r * table.coders; i < (r + 1) * table.coders; i++) {
      if (table.category[i] < 0) continue;
      counts[r * q + table.category[i]]++;
      raters[r]++;
    }
    if (raters[r] === 0) continue;
    rated += table.times[r];
    for (let k = 0; k < q; k++) shares[k] += (table.times[r] * counts[r * q + k]) / raters[r];
    if (raters[r] < 2) continue;
    paired += table.times[r];
    agreement[r] = meanWeight(counts, r * q, raters[r], weights);
    observed += table.times[r] * agreement[r];
  }
  for (let k = 0; k < q; k++) shares[k] /= rated;
  const used = shares.reduce((sum, share) => sum + (share > 0 ? 1 : 0), 0);
  return {
    table,
    weights,
    raters,
    counts,
    agreement,
    rated,
    paired,
    shares,
    used,
    observed: observed / paired,
  };
}

/** sum_k r_k (sum_l w_kl r_l - 1) / (r (r - 1)). */
function meanWeight(counts: Float64Array, from: number, raters: number, { at, size }: WeightMatrix): number {
  let sum = 0;
  for (let k = 0; k < size; k++) {
    if (counts[from + k] === 0) continue;
    let weighted = -1;
    for (let l = 0; l < size; l++) weighted += at[k * size + l] * counts[from + l];
    sum += counts[from + k] * weighted;
  }
  return sum / (raters * (raters - 1));
}

/** Chance agreement, and how each row of the table bears on it (the rows' mean over rated units is `expected`). */
export interface ChanceAgreement {
  expected: number;
  ofRow: (row: number) => number;
}

/**
 * (p_a - p_e) / (1 - p_e), with the linearised standard error
 * sqrt(sum (x_i - coefficient)^2 / (n (n - 1))), x_i = (n/n') (p_a|i - p_e) / (1 - p_e) - 2 (1 - coefficient)
 * (p_e|i - p_e) / (1 - p_e); n counts rated units, n' those with two ratings, and the first term is 0 for the others.
 * The interval uses t with n - 1 degrees of freedom and is cut off at 1.
 */
export function coefficientResult(
  method: string,
  units: UnitAgreement,
  level: number,
  chance: ChanceAgreement,
  warningsOf: (coefficient: number) => MethodWarning[],
): AgreementResult {
  requireLevel(level);
  const { table, raters, agreement, rated, paired, observed } = units;
  const { expected, ofRow } = chance;
  const room = 1 - expected;
  const estimate = 1 - (1 - observed) / room;
  let squares = 0;
  for (let r = 0; r < table.times.length; r++) {
    if (raters[r] === 0) continue;
    const own = raters[r] < 2 ? 0 : ((rated / paired) * (agreement[r] - expected)) / room;
    const x = own - (2 * (1 - estimate) * (ofRow(r) - expected)) / room;
    squares += table.times[r] * (x - estimate) ** 2;
  }
  const standardError = rated < 2 ? null : Math.sqrt(squares / (rated * (rated - 1)));
  const spread =
    standardError === null ? 0 : studentUpperQuantile((1 - level) / 2, rated - 1) * standardError;
  return {
    estimate,
    interval:
      standardError === null
        ? null
        : {
            lower: estimate - spread,
            upper: Math.min(1, estimate + spread),
            level,
            method: 't, linearised standard error',
          },
    n: rated,
    method,
    warnings: [...warningsOf(estimate), ...(standardError === null ? [oneUnit] : [])],
    observedAgreement: observed,
    expectedAgreement: expected,
    standardError,
  };
}

const oneUnit: MethodWarning = {
  code: 'too-few-units',
  message: 'an interval needs two units or more; there is one',
};

/** The answer where a coefficient is undefined; `null` where it is defined. */
export function undefinedCoefficient(method: string, units: UnitAgreement): AgreementResult | null {
  if (units.paired > 0 && units.used > 1) return null;
  const warning =
    units.paired === 0
      ? { code: 'no-pairable-units', message: 'agreement is undefined: no unit was rated by two coders' }
      : {
          code: 'single-category',
          message: 'agreement beyond chance is undefined: every rating is the same',
        };
  return {
    estimate: null,
    interval: null,
    n: units.rated,
    method,
    warnings: [warning],
    observedAgreement: units.paired === 0 ? null : units.observed,
    expectedAgreement: null,
    standardError: null,
  };
}
