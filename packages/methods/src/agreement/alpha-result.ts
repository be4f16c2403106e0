/** Puts an alpha and its uncertainty together; every public form of alpha ends here. */
import { requireLevel, requirePositiveInteger } from '../common/checks.ts';
import type { Random } from '../common/random.ts';
import type { MethodWarning, Progress, Result } from '../common/result.ts';
import { studentUpperQuantile } from '../common/student.ts';
import { alphaJackknife, jackknifeStandardError } from './alpha-jackknife.ts';
import { type AlphaOfTimes, type AlphaParts, alphaOfTimes } from './alpha-of-times.ts';
import { alphaUnitBootstrap, drawBlocks } from './alpha-unit-bootstrap.ts';
import type { DifferenceOf } from './difference.ts';
import { krippendorffBootstrap } from './krippendorff-bootstrap.ts';
import { percentileInterval, type Uncertainty } from './percentile-interval.ts';
import { type ClusterIds, resamplingBlocks } from './resampling-blocks.ts';
import type { UnitPatterns } from './unit-patterns.ts';

/**
 * How the interval of an alpha is made.
 * - `unit-bootstrap` (default): percentiles of alpha over `draws` resamples of units, or of whole clusters.
 * - `jackknife`: leaves out one unit, or one cluster, at a time; t with blocks - 1 degrees of freedom, cut off at 1.
 * - `krippendorff-bootstrap`: Krippendorff's redrawing of pairs, for comparison; much narrower.
 *
 * `clusters` names what each row belongs to, such as its participant; rows of one cluster are kept together.
 * `draws` is 1000 and `level` 0.95 unless given.
 */
export type AlphaInterval =
  | { method?: 'unit-bootstrap'; random: Random; draws?: number; level?: number; clusters?: ClusterIds }
  | { method: 'jackknife'; level?: number; clusters?: ClusterIds }
  | { method: 'krippendorff-bootstrap'; random: Random; draws?: number; level?: number };

/** `n` counts the pairable units; disagreements are in squared units of the difference. */
export interface AlphaResult extends Result {
  observedDisagreement: number;
  /** `null` where alpha is undefined. */
  expectedDisagreement: number | null;
  pairableValues: number;
  /** Of the method that made the interval; `null` where none was asked for or possible. */
  standardError: number | null;
}

export interface AlphaTask {
  patterns: UnitPatterns;
  differenceOf: DifferenceOf;
  /** Whether the difference stays the same in every resample. */
  fixed: boolean;
  method: string;
  interval?: AlphaInterval;
  progress?: Progress;
}

export function alphaResult(task: AlphaTask): AlphaResult {
  const { patterns, differenceOf, fixed, method, interval } = task;
  checkInterval(interval);
  const alphaOf = alphaOfTimes(patterns, differenceOf, fixed);
  const parts = alphaOf(patterns.times);
  const uncertainty = uncertaintyOf(task, alphaOf, parts);
  return {
    estimate: parts.alpha,
    interval: uncertainty.interval,
    n: patterns.units,
    method,
    warnings: [...dataWarnings(patterns, parts.alpha), ...uncertainty.warnings],
    observedDisagreement: parts.observed,
    expectedDisagreement: parts.expected,
    pairableValues: parts.values,
    standardError: uncertainty.standardError,
  };
}

function checkInterval(interval: AlphaInterval | undefined): void {
  if (interval?.level !== undefined) requireLevel(interval.level);
  if (interval !== undefined && 'draws' in interval && interval.draws !== undefined) {
    requirePositiveInteger('draws', interval.draws);
  }
}

function dataWarnings(patterns: UnitPatterns, alpha: number | null): MethodWarning[] {
  const warnings: MethodWarning[] = [];
  if (patterns.units === 0) {
    const message = 'alpha is undefined: no unit has the values of two coders';
    warnings.push({ code: 'no-pairable-units', message });
  } else if (alpha === null) {
    const message =
      'alpha is undefined: every pairable value is the same, so agreement cannot be told from chance';
    warnings.push({ code: 'single-category', message });
  }
  if (patterns.unpaired > 0) {
    const message = `${patterns.unpaired} units with one value only were left out`;
    warnings.push({ code: 'units-left-out', message });
  }
  return warnings;
}

const NONE: Uncertainty = { interval: null, standardError: null, warnings: [] };

function uncertaintyOf(task: AlphaTask, alphaOf: AlphaOfTimes, parts: AlphaParts): Uncertainty {
  const { patterns, interval, progress } = task;
  if (interval === undefined || parts.alpha === null || parts.expected === null) return NONE;
  const level = interval.level ?? 0.95;
  if (interval.method === 'krippendorff-bootstrap') {
    const draws = interval.draws ?? 1000;
    const alphas = krippendorffBootstrap(patterns, parts, parts.expected, draws, interval.random, progress);
    return percentileInterval(
      alphas,
      parts.alpha,
      level,
      `Krippendorff's bootstrap, ${draws} draws, percentiles`,
    );
  }
  const blocks = resamplingBlocks(patterns, interval.clusters);
  const what = interval.clusters === undefined ? 'units' : 'clusters';
  if (blocks.blocks < 2) {
    const message = `an interval needs two ${what} or more; there is ${blocks.blocks}`;
    return { ...NONE, warnings: [{ code: 'too-few-blocks', message }] };
  }
  if (interval.method !== 'jackknife') {
    const draws = interval.draws ?? 1000;
    const drawTimes = drawBlocks(blocks, patterns.times, interval.random);
    const alphas = alphaUnitBootstrap(alphaOf, drawTimes, patterns.times.length, draws, progress);
    return percentileInterval(
      alphas,
      parts.alpha,
      level,
      `bootstrap of ${what}, ${draws} draws, percentiles`,
    );
  }
  const standardError = jackknifeStandardError(alphaJackknife(alphaOf, blocks, patterns.times, progress));
  if (standardError === null) {
    const message = `without one of the ${what} a single category is left, so the jackknife does not exist`;
    return { ...NONE, warnings: [{ code: 'undefined-resamples', message }] };
  }
  const spread = studentUpperQuantile((1 - level) / 2, blocks.blocks - 1) * standardError;
  const limits = { lower: parts.alpha - spread, upper: Math.min(1, parts.alpha + spread) };
  return { interval: { ...limits, level, method: `jackknife over ${what}, t` }, standardError, warnings: [] };
}
