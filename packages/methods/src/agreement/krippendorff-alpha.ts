/**
 * Krippendorff's alpha: agreement of any number of coders, beyond chance, on values of any level, with gaps.
 * Source: Krippendorff, "Computing Krippendorff's alpha-reliability" (2011); Content Analysis, 4th ed. (2019) ch. 12.
 */
import type { Progress } from '../common/result.ts';
import { type AlphaInterval, type AlphaResult, alphaResult } from './alpha-result.ts';
import { differenceAtLevel, type MeasurementLevel } from './difference.ts';

import { readRatings } from './rating-table.ts';
import type { Ratings } from './ratings.ts';
import { patternsOfRatings } from './unit-patterns.ts';

/** Units are rows and coders columns; without `interval` only the estimate is computed. */
export interface AlphaInput {
  ratings: Ratings;
  level: MeasurementLevel;
  interval?: AlphaInterval;
  progress?: Progress;
}

/**
 * alpha = 1 - D_o / D_e = 1 - (n - 1) sum_ck o_ck d2(c,k) / sum_ck n_c n_k d2(c,k), where o_ck adds the ordered pairs
 * of values within a unit, each weighing 1/(m_u - 1), and n_c counts the pairable values. Units with one value or none
 * are left out. d2 is 1 for unequal values (nominal), (c - k)^2 (interval), ((c - k)/(c + k))^2 (ratio), and the
 * squared distance in mid-ranks (ordinal).
 *
 * The interval resamples units by default. Krippendorff's own bootstrap redraws pairs and holds the expected disagreement
 * fixed; it is several times too narrow for what another sample of units would give.
 * @returns alpha, at most 1, 0 at chance, below 0 for systematic disagreement; `estimate: null` where the pairable
 * values are all the same or there are none. `n` is the number of pairable units.
 * @throws RangeError for ragged rows, values that are no finite numbers, negative values at the ratio level, a level
 * of confidence outside 0 to 1, cluster ids that do not match the rows.
 * @example
 * krippendorffAlpha({ ratings: [[1, 1], [2, 2], [1, 2], [2, 2]], level: 'nominal' }).estimate // 0.5333333333333333
 * krippendorffAlpha({ ratings, level: 'ordinal', interval: { random: seededRandom(1), clusters: participants } })
 */
export function krippendorffAlpha({ ratings, level, interval, progress }: AlphaInput): AlphaResult {
  const table = readRatings(ratings);
  return alphaResult({
    patterns: patternsOfRatings(table),
    differenceOf: differenceAtLevel(level, table.values),
    fixed: level !== 'ordinal',
    method: `Krippendorff's alpha, ${level}`,
    interval,
    progress,
  });
}
