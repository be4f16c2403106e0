/**
 * Brennan and Prediger's coefficient: chance is an even choice among the categories. With two categories it is the
 * "prevalence-adjusted bias-adjusted kappa"; for any number of coders it is Randolph's free-marginal kappa.
 * Source: Brennan and Prediger, Educ Psychol Meas 41 (1981) 687-699; Gwet (2014) ch. 3, 5.
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
 * (p_a - p_e) / (1 - p_e) with p_e = T / q^2: T is the sum of all weights, q the number of categories, so name
 * `categories` where one that was available went unused. Any number of coders, with gaps.
 * @returns `estimate: null` where every rating is the same. `n` counts units that somebody rated.
 * @throws RangeError for ragged rows, values off the list of categories, weights that do not fit them.
 * @example brennanPrediger({ ratings: [[1, 1], [2, 2], [1, 2], [2, 2]] }).estimate // 0.5
 */
export function brennanPrediger(
  data: CoderRatings,
  { weights, level = 0.95 }: AgreementOptions = {},
): AgreementResult {
  const units = unitAgreement(data, weights);
  const method = `Brennan-Prediger, ${units.weights.name}`;
  const undefinedResult = undefinedCoefficient(method, units);
  if (undefinedResult !== null) return undefinedResult;
  const expected = units.weights.total / units.weights.size ** 2;
  return coefficientResult(method, units, level, { expected, ofRow: () => expected }, () => []);
}
