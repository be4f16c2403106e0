/**
 * Conger's kappa: Cohen's for several coders, where chance takes account of each coder's own leanings.
 * Source: Conger, Psychol Bull 88 (1980) 322-328; with gaps, weights and variance, Gwet (2014) ch. 2, 3, 5.
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

/**
 * (p_a - p_e) / (1 - p_e) with p_e the mean, over pairs of coders g and h, of sum w_kl p_gk p_hl, where p_gk is the share
 * of coder g's ratings in category k. With two coders who rated every unit it is Cohen's kappa.
 * @returns `estimate: null` where every rating is the same. `n` counts units that somebody rated; the interval is t
 * with n - 1 degrees of freedom on the linearised standard error.
 * @throws RangeError for ragged rows, values off the list of categories, weights that do not fit them, a coder who
 * rated nothing.
 * @example congerKappa({ ratings: [[1, 1], [2, 2], [1, 2], [2, 2]] }).estimate // 0.5
 */
export function congerKappa(
  data: CoderRatings,
  { weights, level = 0.95 }: AgreementOptions = {},
): AgreementResult {
  const units = unitAgreement(data, weights);
  const { name } = units.weights;
  const method = `Conger's kappa, ${name}`;
  const undefinedResult = undefinedCoefficient(method, units);
  if (undefinedResult !== null) return undefinedResult;
  const warningsOf = (kappa: number) =>
    name === 'unweighted' ? prevalenceWarning(units.shares, units.observed, kappa) : [];
  return coefficientResult(method, units, level, chanceOfCoders(units), warningsOf);
}

/** `rated[g]`: how many units coder g rated; `share[g * q + k]`: the share of them put into category k. */
interface CoderShares {
  rated: Float64Array;
  share: Float64Array;
}

function coderShares({ table }: UnitAgreement): CoderShares {
  const { coders, category, times } = table;
  const q = table.values.length;
  const rated = new Float64Array(coders);
  const share = new Float64Array(coders * q);
  for (let r = 0; r < times.length; r++) {
    for (let g = 0; g < coders; g++) {
      const k = category[r * coders + g];
      if (k < 0) continue;
      rated[g] += times[r];
      share[g * q + k] += times[r];
    }
  }
  for (let g = 0; g < coders; g++) {
    if (rated[g] === 0)
      throw new RangeError(`ratings: coder ${g} rated nothing; expected a rating from each coder`);
    for (let k = 0; k < q; k++) share[g * q + k] /= rated[g];
  }
  return { rated, share };
}

function chanceOfCoders(units: UnitAgreement): { expected: number; ofRow: (row: number) => number } {
  const { table, weights } = units;
  const { coders, category } = table;
  const { at, size: q } = weights;
  const { rated, share } = coderShares(units);
  // others[g * q + l]: the weight, with category l, of what the coders other than g chose, summed over them.
  const others = new Float64Array(coders * q);
  const all = new Float64Array(q);
  for (let g = 0; g < coders; g++) for (let k = 0; k < q; k++) all[k] += share[g * q + k];
  let expected = 0;
  for (let g = 0; g < coders; g++) {
    for (let l = 0; l < q; l++) {
      for (let k = 0; k < q; k++) others[g * q + l] += at[k * q + l] * (all[k] - share[g * q + k]);
      expected += share[g * q + l] * others[g * q + l];
    }
  }
  const pairs = coders * (coders - 1);
  expected /= pairs;
  const meanOthers = Float64Array.from({ length: coders }, (_, g) => {
    let sum = 0;
    for (let l = 0; l < q; l++) sum += share[g * q + l] * others[g * q + l];
    return sum;
  });
  // The rating that a coder gave, less the mean of that coder where the coder rated at all, plus that mean.
  const ofRow = (row: number): number => {
    let sum = 0;
    for (let g = 0; g < coders; g++) {
      const k = category[row * coders + g];
      const here = k < 0 ? 0 : (units.rated / rated[g]) * (others[g * q + k] - meanOthers[g]);
      sum += here + meanOthers[g];
    }
    return sum / pairs;
  };
  return { expected, ofRow };
}
