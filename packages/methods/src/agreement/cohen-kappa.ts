/**
 * Cohen's kappa of two coders, plain or weighted, with the standard error for its interval and the one under chance.
 * Source: Cohen, Educ Psychol Meas 20 (1960) 37-46; Fleiss, Cohen, Everitt, Psychol Bull 72 (1969) 323-327.
 */
import { requireLevel } from '../common/checks.ts';
import { normalQuantile } from '../common/normal.ts';
import type { Result } from '../common/result.ts';
import { type AgreementWeights, type WeightMatrix, weightMatrix } from './agreement-weights.ts';
import { prevalenceWarning } from './prevalence-warning.ts';
import {
  type TwoCoderCounts,
  type TwoCoderData,
  type TwoCoderTable,
  twoCoderTable,
} from './two-coder-table.ts';

/** Agreements are weighted shares, 0 to 1; all four are `null` where kappa is undefined or there are no units. */
export interface KappaResult extends Result {
  observedAgreement: number | null;
  expectedAgreement: number | null;
  /** For intervals: does not suppose that kappa is 0. */
  asymptoticStandardError: number | null;
  /** For testing kappa = 0 only: kappa over this is standard normal if the coders agree by chance. */
  nullStandardError: number | null;
}

/**
 * kappa = (p_o - p_e) / (1 - p_e), p_o = sum w_kl p_kl, p_e = sum w_kl p_k. p_.l, the weights w being 1 on the diagonal.
 *
 * Asymptotic variance, v_k. = sum_l w_kl p_.l, v_.l = sum_k w_kl p_k.:
 * [sum p_kl (w_kl - (v_k. + v_.l)(1 - kappa))^2 - (kappa - p_e (1 - kappa))^2] / (n (1 - p_e)^2);
 * under chance: [sum p_k. p_.l (w_kl - (v_k. + v_.l))^2 - p_e^2] / (n (1 - p_e)^2).
 * The interval is kappa +- z times the asymptotic standard error, cut off at -1 and 1.
 * @param data two coders' ratings, units as rows, or their square table of counts. In a table the categories are taken
 * as equally far apart; in ratings their values say how far.
 * @returns `estimate: null` where both coders use one and the same category throughout. `n` counts units that both
 * coders rated.
 * @throws RangeError for other than two coders, ragged or negative tables, weights that do not fit the categories.
 * @example
 * cohenKappa({ table: [[88, 14, 18], [10, 40, 10], [2, 6, 12]] }).estimate // 0.49152542372881...
 * cohenKappa({ ratings: [[1, 1], [2, 3], [3, 3]] }, { weights: 'quadratic' })
 */
export function cohenKappa(
  data: TwoCoderData,
  { weights = 'unweighted', level = 0.95 }: { weights?: AgreementWeights; level?: number } = {},
): KappaResult {
  requireLevel(level);
  const table = twoCoderTable(data);
  const matrix = weightMatrix(weights, table.values);
  const method = `Cohen's kappa, ${matrix.name}`;
  const parts = kappaParts(table, matrix);
  if (parts === null) return undefinedKappa(table, method);
  const { kappa, observed, expected, asymptotic, underChance, shares } = parts;
  const spread = normalQuantile((1 + level) / 2) * asymptotic;
  const interval = {
    lower: Math.max(-1, kappa - spread),
    upper: Math.min(1, kappa + spread),
    level,
    method: 'normal, asymptotic standard error',
  };
  const prevalence = matrix.name === 'unweighted' ? prevalenceWarning(shares, observed, kappa) : [];
  return {
    estimate: kappa,
    interval,
    n: table.n,
    method,
    warnings: [...table.warnings, ...prevalence],
    observedAgreement: observed,
    expectedAgreement: expected,
    asymptoticStandardError: asymptotic,
    nullStandardError: underChance,
  };
}

function undefinedKappa({ n, warnings }: TwoCoderTable, method: string): KappaResult {
  const [code, message] =
    n === 0
      ? ['no-pairable-units', 'kappa is undefined: no unit was rated by both coders']
      : ['single-category', 'kappa is undefined: both coders used one category only'];
  return {
    estimate: null,
    interval: null,
    n,
    method,
    warnings: [{ code, message }, ...warnings],
    observedAgreement: null,
    expectedAgreement: null,
    asymptoticStandardError: null,
    nullStandardError: null,
  };
}

interface KappaParts {
  kappa: number;
  observed: number;
  expected: number;
  asymptotic: number;
  underChance: number;
  /** Of both coders' ratings, in each category. */
  shares: Float64Array;
}

/** `null` where the coders' shares leave no room for disagreement. */
export function kappaParts({ size, counts, n }: TwoCoderCounts, { at }: WeightMatrix): KappaParts | null {
  const row = new Float64Array(size);
  const column = new Float64Array(size);
  let disagreement = 0;
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      const share = counts[k * size + l] / n;
      row[k] += share;
      column[l] += share;
      disagreement += (1 - at[k * size + l]) * share;
    }
  }
  const rowWeight = new Float64Array(size);
  const columnWeight = new Float64Array(size);
  let chanceDisagreement = 0;
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      rowWeight[k] += at[k * size + l] * column[l];
      columnWeight[l] += at[k * size + l] * row[k];
      chanceDisagreement += (1 - at[k * size + l]) * row[k] * column[l];
    }
  }
  if (n === 0 || chanceDisagreement === 0) return null;
  const expected = 1 - chanceDisagreement;
  const kappa = 1 - disagreement / chanceDisagreement;
  let seen = 0;
  let chance = 0;
  for (let k = 0; k < size; k++) {
    for (let l = 0; l < size; l++) {
      const weight = at[k * size + l];
      const margin = rowWeight[k] + columnWeight[l];
      seen += (counts[k * size + l] / n) * (weight - margin * (1 - kappa)) ** 2;
      chance += row[k] * column[l] * (weight - margin) ** 2;
    }
  }
  const scale = chanceDisagreement * Math.sqrt(n);
  const asymptotic = Math.sqrt(Math.max(0, seen - (kappa - expected * (1 - kappa)) ** 2)) / scale;
  const underChance = Math.sqrt(Math.max(0, chance - expected ** 2)) / scale;
  const shares = row.map((share, k) => (share + column[k]) / 2);
  return { kappa, observed: 1 - disagreement, expected, asymptotic, underChance, shares };
}
