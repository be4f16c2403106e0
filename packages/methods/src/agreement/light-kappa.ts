/** Light's kappa: the mean of Cohen's kappa over all pairs of coders. Source: Light, Psychol Bull 76 (1971) 365-377. */
import { requireLevel } from '../common/checks.ts';
import type { MethodWarning, Result } from '../common/result.ts';
import { studentUpperQuantile } from '../common/student.ts';
import { type WeightMatrix, weightMatrix } from './agreement-weights.ts';
import { kappaParts } from './cohen-kappa.ts';
import { type RatingTable, readRatings } from './rating-table.ts';
import type { TwoCoderCounts } from './two-coder-table.ts';
import type { AgreementOptions, CoderRatings } from './unit-agreement.ts';

export interface LightResult extends Result {
  /** Cohen's kappa of each pair of coders (columns of the ratings, from 0); `null` where it is undefined. */
  pairs: { first: number; second: number; kappa: number | null }[];
  /** Of the jackknife over units; `null` where it does not exist. */
  standardError: number | null;
}

/**
 * The mean of the pairs' kappas, each on the units that both coders rated. Pairs whose kappa is undefined are left out
 * with a warning. No formula for its variance is agreed upon: the interval is that of the jackknife over units, t with
 * n - 1 degrees of freedom, cut off at -1 and 1.
 * @returns `estimate: null` where no pair has a kappa. `n` counts units that two coders or more rated.
 * @throws RangeError for ragged rows, values off the list of categories, weights that do not fit them.
 * @example lightKappa({ ratings: [[1, 1, 1], [2, 2, 1], [1, 2, 1], [2, 2, 2]] }).estimate // 0.4
 */
export function lightKappa(
  { ratings, categories }: CoderRatings,
  { weights = 'unweighted', level = 0.95 }: AgreementOptions = {},
): LightResult {
  requireLevel(level);
  const table = readRatings(ratings, categories);
  const matrix = weightMatrix(weights, table.values);
  const method = `Light's kappa, ${matrix.name}`;
  const tables = pairTables(table);
  const kappas = tables.map((pair) => kappaParts(pair, matrix)?.kappa ?? null);
  const pairs = tables.map(({ first, second }, i) => ({ first, second, kappa: kappas[i] }));
  const n = pairedUnits(table);
  const estimate = meanOfDefined(kappas);
  if (estimate === null) {
    const message = 'kappa is undefined: no two coders rated units in common with more than one category';
    const warnings = [{ code: 'single-category', message }];
    return { estimate, interval: null, n, method, warnings, pairs, standardError: null };
  }
  const warnings: MethodWarning[] = [];
  const left = kappas.filter((kappa) => kappa === null).length;
  if (left > 0) {
    const message = `${left} of ${pairs.length} pairs of coders have no kappa and were left out`;
    warnings.push({ code: 'undefined-pairs', message });
  }
  const standardError = jackknife(table, tables, matrix, n);
  if (standardError === null) return { estimate, interval: null, n, method, warnings, pairs, standardError };
  const spread = studentUpperQuantile((1 - level) / 2, n - 1) * standardError;
  const limits = { lower: Math.max(-1, estimate - spread), upper: Math.min(1, estimate + spread) };
  const interval = { ...limits, level, method: 'jackknife over units, t' };
  return { estimate, interval, n, method, warnings, pairs, standardError };
}

function meanOfDefined(kappas: readonly (number | null)[]): number | null {
  const defined = kappas.filter((kappa) => kappa !== null);
  return defined.length === 0 ? null : defined.reduce((sum, kappa) => sum + kappa, 0) / defined.length;
}

function pairedUnits({ coders, category, times }: RatingTable): number {
  let units = 0;
  for (let r = 0; r < times.length; r++) {
    let ratings = 0;
    for (let c = 0; c < coders; c++) if (category[r * coders + c] >= 0) ratings++;
    if (ratings >= 2) units += times[r];
  }
  return units;
}

interface PairTable extends TwoCoderCounts {
  first: number;
  second: number;
}

/** One cross-table a pair of coders. */
function pairTables({ coders, values, category, times }: RatingTable): PairTable[] {
  const size = values.length;
  const pairs: PairTable[] = [];
  for (let first = 0; first < coders; first++) {
    for (let second = first + 1; second < coders; second++) {
      const counts = new Float64Array(size * size);
      let n = 0;
      for (let r = 0; r < times.length; r++) {
        const k = category[r * coders + first];
        const l = category[r * coders + second];
        if (k < 0 || l < 0) continue;
        counts[k * size + l] += times[r];
        n += times[r];
      }
      pairs.push({ first, second, size, counts, n });
    }
  }
  return pairs;
}

/** Leaves out one unit at a time, units that are alike once; `null` where no kappa is left without one of them. */
function jackknife(table: RatingTable, tables: PairTable[], matrix: WeightMatrix, n: number): number | null {
  const { coders, category, times } = table;
  const without: { kappa: number; units: number }[] = [];
  for (let r = 0; r < times.length; r++) {
    const kappas = tables.map((pair) => {
      const k = category[r * coders + pair.first];
      const l = category[r * coders + pair.second];
      if (k < 0 || l < 0) return kappaParts(pair, matrix)?.kappa ?? null;
      pair.counts[k * pair.size + l]--;
      const kappa = kappaParts({ ...pair, n: pair.n - 1 }, matrix)?.kappa ?? null;
      pair.counts[k * pair.size + l]++;
      return kappa;
    });
    if (category.subarray(r * coders, (r + 1) * coders).filter((k) => k >= 0).length < 2) continue;
    const kappa = meanOfDefined(kappas);
    if (kappa === null) return null;
    without.push({ kappa, units: times[r] });
  }
  if (n < 2) return null;
  const mean = without.reduce((sum, one) => sum + (one.units * one.kappa) / n, 0);
  const squares = without.reduce((sum, one) => sum + one.units * (one.kappa - mean) ** 2, 0);
  return Math.sqrt(((n - 1) / n) * squares);
}
