/**
 * Fleiss' kappa: agreement of several coders beyond chance, where each unit may have other coders (Scott's pi for two).
 * Source: Fleiss, Psychol Bull 76 (1971) 378-382; Fleiss, Nee, Landis, Psychol Bull 86 (1979) 974-977; with gaps and
 * weights, Gwet (2014) ch. 2, 3, 5.
 */
import { prevalenceWarning } from './prevalence-warning.ts';
import {
  type AgreementOptions,
  type AgreementResult,
  type CoderRatings,
  coefficientResult,
  type UnitAgreement,
  undefinedCoefficient,
  unitAgreement,
} from './unit-agreement.ts';

export interface FleissResult extends AgreementResult {
  /**
   * For testing kappa = 0 only: kappa over this is standard normal if coders agree by chance. `null` with weights, or
   * where units have different numbers of ratings, for which it is not defined.
   */
  nullStandardError: number | null;
  /** Each category against all others, with its own standard error under chance; empty where the above is `null`. */
  byCategory: { value: number; kappa: number | null; nullStandardError: number }[];
}

/**
 * (p_a - p_e) / (1 - p_e) with p_e = sum w_kl pi_k pi_l, pi_k being the mean share of a unit's ratings in category k.
 * Under chance, with m ratings each of n units and s = sum pi_k (1 - pi_k),
 * Var = 2 (s^2 - sum pi_k (1 - pi_k)(1 - 2 pi_k)) / (n m (m - 1) s^2).
 * @returns `estimate: null` where every rating is the same. `n` counts units that somebody rated; the interval is t
 * with n - 1 degrees of freedom on the linearised standard error.
 * @throws RangeError for ragged rows, values off the list of categories, weights that do not fit them.
 * @example fleissKappa({ ratings: [[1, 1], [2, 2], [1, 2], [2, 2]] }).estimate // 0.4666666666666667
 */
export function fleissKappa(
  data: CoderRatings,
  { weights, level = 0.95 }: AgreementOptions = {},
): FleissResult {
  const units = unitAgreement(data, weights);
  const { counts, raters, shares, observed } = units;
  const { at, name, size } = units.weights;
  const method = `Fleiss' kappa, ${name}`;
  const undefinedResult = undefinedCoefficient(method, units);
  if (undefinedResult !== null) return { ...undefinedResult, nullStandardError: null, byCategory: [] };
  const weighted = new Float64Array(size);
  let expected = 0;
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) weighted[k] += at[k * size + l] * shares[l];
    expected += shares[k] * weighted[k];
  }
  const ofRow = (row: number): number => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += (weighted[k] * counts[row * size + k]) / raters[row];
    return sum;
  };
  const warningsOf = (kappa: number) =>
    name === 'unweighted' ? prevalenceWarning(shares, observed, kappa) : [];
  const result = coefficientResult(method, units, level, { expected, ofRow }, warningsOf);
  const even = name === 'unweighted' ? evenRaters(units) : null;
  if (even === null) return { ...result, nullStandardError: null, byCategory: [] };
  return { ...result, ...underChance(units, even) };
}

/** How many ratings each unit has, where all rated units have as many; else `null`. */
function evenRaters({ raters }: UnitAgreement): number | null {
  const rated = raters.filter((count) => count > 0);
  return rated.every((count) => count === rated[0]) ? rated[0] : null;
}

function underChance(
  { table, counts, shares, rated }: UnitAgreement,
  m: number,
): Pick<FleissResult, 'nullStandardError' | 'byCategory'> {
  const q = shares.length;
  const pairs = rated * m * (m - 1);
  let sum = 0;
  let third = 0;
  for (const share of shares) {
    sum += share * (1 - share);
    third += share * (1 - share) * (1 - 2 * share);
  }
  const nullStandardError = Math.sqrt((2 * (sum * sum - third)) / pairs) / sum;
  const byCategory = Array.from(shares, (share, k) => {
    let split = 0;
    for (let r = 0; r < table.times.length; r++) {
      split += table.times[r] * counts[r * q + k] * (m - counts[r * q + k]);
    }
    const room = share * (1 - share);
    // A category that nobody used has no kappa.
    const kappa = room === 0 ? null : 1 - split / (pairs * room);
    return { value: table.values[k], kappa, nullStandardError: Math.sqrt(2 / pairs) };
  });
  return { nullStandardError, byCategory };
}
