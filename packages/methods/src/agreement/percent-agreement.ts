/** Percent agreement: the share of pairs of coders who agree, chance not taken off. Source: Gwet (2014) ch. 2. */
import {
  type AgreementOptions,
  type AgreementResult,
  type CoderRatings,
  coefficientResult,
  undefinedCoefficient,
  unitAgreement,
} from './unit-agreement.ts';

/**
 * Mean over units of the mean weight of their pairs of coders; with two coders and no weights, the share of units on
 * which they agree. Units with one rating tell nothing of agreement, but widen the interval as Gwet has it.
 * @returns a share, 0 to 1, defined also where one category alone was used; `estimate: null` without two ratings of
 * any unit.
 * @throws RangeError for ragged rows, values off the list of categories, weights that do not fit them.
 * @example percentAgreement({ ratings: [[1, 1], [2, 2], [1, 2], [2, 2]] }).estimate // 0.75
 */
export function percentAgreement(
  data: CoderRatings,
  { weights, level = 0.95 }: AgreementOptions = {},
): AgreementResult {
  const units = unitAgreement(data, weights);
  const method = `percent agreement, ${units.weights.name}`;
  if (units.paired === 0) return undefinedCoefficient(method, units)!;
  const result = coefficientResult(method, units, level, { expected: 0, ofRow: () => 0 }, () => []);
  if (result.interval !== null) result.interval.lower = Math.max(0, result.interval.lower);
  return result;
}
