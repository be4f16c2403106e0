/**
 * Krippendorff's unitizing alphas: agreement on where spans lie and on what they are called.
 * Source: Krippendorff, Mathet, Bouvry, Widlöcher, Qual Quant 50 (2016) 2347-2364; Krippendorff, Content Analysis,
 * 4th ed. (2019) ch. 12.
 */
import { requireLevel, requirePositiveInteger } from '../common/checks.ts';
import type { Random } from '../common/random.ts';
import type { MethodWarning, Progress, Result } from '../common/result.ts';
import { studentUpperQuantile } from '../common/student.ts';
import { jackknifeStandardError } from './alpha-jackknife.ts';
import { drawBlocks } from './alpha-unit-bootstrap.ts';
import { type Continuum, numberValues } from './continuum.ts';
import { percentileInterval } from './percentile-interval.ts';
import { type Blocks, type ClusterIds, resamplingBlocks } from './resampling-blocks.ts';
import type { Label } from './set-distance.ts';
import { type SpanAlphas, spanAlphas } from './span-alphas.ts';
import { addSums, emptySums, type SpanSums, spanSums } from './span-coincidences.ts';

/**
 * `unit-bootstrap`: percentiles over resamples of texts, or of whole clusters such as the texts of a participant.
 * `jackknife`: leaves out one text, or cluster, at a time.
 */
export type UnitizingInterval =
  | { method?: 'unit-bootstrap'; random: Random; draws?: number; level?: number; clusters?: ClusterIds }
  | { method: 'jackknife'; level?: number; clusters?: ClusterIds };

export interface ValueAlpha extends Result {
  value: Label;
  /** Of the length that coders gave this value, the share that others, on average, marked with any value; 0 to 1. */
  coverage: number;
}

/** `n` counts the texts that two coders or more read. */
export interface UnitizingResult {
  /** Agreement on spans and their values, gaps included. */
  u: Result;
  /** Agreement on what is marked at all. */
  binary: Result;
  /** Agreement on values where both coders of a pair marked something. */
  cu: Result;
  /** The same for each value against all others, in the order of first use. */
  byValue: ValueAlpha[];
  /** The summed length of the texts, as often as it was read. */
  length: number;
}

/**
 * alpha = 1 - D_o / D_e on lengths: o_ck is the length that one coder marked c and another k, averaged over the others,
 * e_ck = l (l_c l_k - [c = k] S_c) / (l^2 - S) what chance would give, S being squared lengths of units (for gaps, plain
 * lengths). With units of length 1 it is the nominal alpha. Text that nobody marked counts, as agreement on the gap.
 * @param continua one text or several; their sums are taken before alpha is.
 * @returns `estimate: null` where chance leaves no room for disagreement, such as with one value only for `cu`.
 * @throws RangeError for a length not above 0, a span that is empty, beyond its text or overlapping another of the same
 * coder, a level outside 0 to 1, cluster ids that do not match the texts.
 * @example
 * const text = { length: 24, coders: [
 *   [{ start: 2, end: 10, value: 'A' }, { start: 14, end: 20, value: 'A' }],
 *   [{ start: 4, end: 8, value: 'A' }, { start: 15, end: 17, value: 'A' }],
 * ] };
 * unitizingAlpha([text]).u.estimate // 0.3583333333333334
 */
export function unitizingAlpha(
  continua: ReadonlyArray<Continuum>,
  { interval, progress }: { interval?: UnitizingInterval; progress?: Progress } = {},
): UnitizingResult {
  const level = interval?.level ?? 0.95;
  requireLevel(level);
  const numbers = numberValues(continua);
  const parts = continua.map((continuum, i) => spanSums(continuum, numbers, `continua[${i}]`));
  const read = parts.filter((part) => part !== null);
  const alphasOf = (times: ArrayLike<number>): SpanAlphas => {
    const sums = emptySums(numbers.size + 1);
    read.forEach((part, i) => {
      if (times[i] > 0) addSums(sums, part, times[i]);
    });
    return spanAlphas(sums);
  };
  const whole = alphasOf(new Float64Array(read.length).fill(1));
  const spread = interval === undefined ? null : resampled(parts, alphasOf, interval, progress);
  const result = (name: string, alphaOf: (alphas: SpanAlphas) => number | null): Result =>
    withInterval(name, alphaOf, whole, spread, read.length, level);
  return {
    u: result("Krippendorff's u-alpha", ({ u }) => u),
    binary: result("Krippendorff's binary u-alpha", ({ binary }) => binary),
    cu: result("Krippendorff's cu-alpha", ({ cu }) => cu),
    byValue: Array.from(numbers.keys(), (value, i) => ({
      ...result("Krippendorff's (k)u-alpha", ({ ofValue }) => ofValue[i]),
      value,
      coverage: whole.coverage[i],
    })),
    length: read.reduce((length, part) => length + part.shared.reduce((sum, one) => sum + one, 0), 0),
  };
}

/** Alphas of the resamples, and how to make an interval of them. */
interface Resampled {
  method: string;
  alphas: SpanAlphas[];
  blocks: number;
  jackknife: boolean;
}

function resampled(
  parts: readonly (SpanSums | null)[],
  alphasOf: (times: ArrayLike<number>) => SpanAlphas,
  interval: UnitizingInterval,
  progress: Progress | undefined,
): Resampled {
  let units = 0;
  const patternOf = Int32Array.from(parts, (part) => (part === null ? -1 : units++));
  const rowOf = Int32Array.from(parts, (_, i) => i);
  const blocks = resamplingBlocks({ patternOf, rowOf, units }, interval.clusters);
  const what = interval.clusters === undefined ? 'texts' : 'clusters';
  if (interval.method === 'jackknife') {
    const alphas = leftOut(blocks, units, alphasOf, progress);
    return { method: `jackknife over ${what}, t`, alphas, blocks: blocks.blocks, jackknife: true };
  }
  const draws = interval.draws ?? 1000;
  requirePositiveInteger('draws', draws);
  const times = new Float64Array(units);
  const draw = drawBlocks(blocks, new Float64Array(units).fill(1), interval.random);
  const alphas: SpanAlphas[] = [];
  for (let d = 0; d < draws && blocks.blocks > 1; d++) {
    draw(times);
    alphas.push(alphasOf(times));
    if (d % 32 === 31) progress?.((d + 1) / draws);
  }
  const method = `bootstrap of ${what}, ${draws} draws, percentiles`;
  return { method, alphas, blocks: blocks.blocks, jackknife: false };
}

function leftOut(
  { blocks, start, pattern }: Blocks,
  units: number,
  alphasOf: (times: ArrayLike<number>) => SpanAlphas,
  progress: Progress | undefined,
): SpanAlphas[] {
  const alphas: SpanAlphas[] = [];
  for (let b = 0; b < blocks; b++) {
    const times = new Float64Array(units).fill(1);
    for (let e = start[b]; e < start[b + 1]; e++) times[pattern[e]] = 0;
    alphas.push(alphasOf(times));
    if (b % 32 === 31) progress?.((b + 1) / blocks);
  }
  return alphas;
}

function withInterval(
  method: string,
  alphaOf: (alphas: SpanAlphas) => number | null,
  whole: SpanAlphas,
  spread: Resampled | null,
  n: number,
  level: number,
): Result {
  const estimate = alphaOf(whole);
  if (estimate === null) return { estimate, interval: null, n, method, warnings: [undefinedAlpha(n)] };
  if (spread === null) return { estimate, interval: null, n, method, warnings: [] };
  if (spread.blocks < 2) {
    const message = 'an interval needs two texts or clusters or more; there is one';
    return { estimate, interval: null, n, method, warnings: [{ code: 'too-few-blocks', message }] };
  }
  const alphas = Float64Array.from(spread.alphas, (one) => alphaOf(one) ?? Number.NaN);
  if (!spread.jackknife) {
    const { interval, warnings } = percentileInterval(alphas, estimate, level, spread.method);
    return { estimate, interval, n, method, warnings };
  }
  const error = jackknifeStandardError(alphas);
  if (error === null) {
    const message = 'without one of the texts alpha is undefined, so the jackknife does not exist';
    return { estimate, interval: null, n, method, warnings: [{ code: 'undefined-resamples', message }] };
  }
  const reach = studentUpperQuantile((1 - level) / 2, spread.blocks - 1) * error;
  const limits = { lower: estimate - reach, upper: Math.min(1, estimate + reach) };
  return { estimate, interval: { ...limits, level, method: spread.method }, n, method, warnings: [] };
}

function undefinedAlpha(n: number): MethodWarning {
  if (n === 0)
    return { code: 'no-pairable-units', message: 'alpha is undefined: no text was read by two coders' };
  const message = 'alpha is undefined: the lengths compared all have one and the same value';
  return { code: 'single-category', message };
}
