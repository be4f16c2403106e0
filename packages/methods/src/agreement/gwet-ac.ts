/**
 * Gwet's AC1, and AC2 with weights: agreement beyond chance that does not collapse where one category prevails.
 * Source: Gwet, Br J Math Stat Psychol 61 (2008) 29-48; Handbook of Inter-Rater Reliability, 4th ed. (2014) ch. 3, 5.
 */
import {
  type AgreementOptions,
  type AgreementResult,
  type CoderRatings,
  coefficientResult,
  undefinedCoefficient,
  unitAgreement,
} from './unit-agreement.ts';

/**
 * (p_a - p_e) / (1 - p_e) with p_e = T / (q (q - 1)) sum_k pi_k (1 - pi_k): T is the sum of all weights, q the number of
 * categories, pi_k the mean share of a unit's ratings in category k. Any number of coders, with gaps.
 *
 * Chance agreement depends on q: name `categories` where one that was available went unused.
 * @returns `estimate: null` where every rating is the same: whether that is agreement or want of variety cannot be told.
 * `n` counts units that somebody rated; the interval is t with n - 1 degrees of freedom.
 * @throws RangeError for ragged rows, values off the list of categories, weights that do not fit them.
 * @example
 * gwetAc({ ratings: [[1, 1], [2, 2], [1, 2], [2, 2]] }).estimate // 0.5294117647058824
 * gwetAc({ ratings, categories: [1, 2, 3, 4, 5] }, { weights: 'quadratic' }) // AC2
 */
export function gwetAc(
  data: CoderRatings,
  { weights, level = 0.95 }: AgreementOptions = {},
): AgreementResult {
  const units = unitAgreement(data, weights);
  const { counts, raters, shares } = units;
  const { name, total } = units.weights;
  const method = name === 'unweighted' ? "Gwet's AC1" : `Gwet's AC2, ${name}`;
  const undefinedResult = undefinedCoefficient(method, units);
  if (undefinedResult !== null) return undefinedResult;
  const q = shares.length;
  const scale = total / (q * (q - 1));
  const mean = (share: (k: number) => number): number => {
    let sum = 0;
    for (let k = 0; k < q; k++) sum += share(k) * (1 - shares[k]);
    return scale * sum;
  };
  const chance = {
    expected: mean((k) => shares[k]),
    ofRow: (row: number) => mean((k) => counts[row * q + k] / raters[row]),
  };
  return coefficientResult(method, units, level, chance, () => []);
}
