/**
 * Gamma: agreement on spans and their values at once, by the alignment that disagrees least. Unlike the unitizing
 * alphas it lets one coder's spans overlap, and counts spans, not length.
 * Source: Mathet, Widlöcher, Métivier, Computational Linguistics 41 (2015) 437-479.
 */
import { requireLevel, requirePositiveInteger } from '../common/checks.ts';
import { normalQuantile } from '../common/normal.ts';
import type { Random } from '../common/random.ts';
import type { Interval, Progress, Result } from '../common/result.ts';
import { requireLength, type Span } from './continuum.ts';
import { type SpanSampling, spanSampler } from './sampled-spans.ts';
import { type SpanAlignment, spanAlignment } from './span-alignment.ts';
import { type DissimilarityOptions, spanDissimilarity } from './span-dissimilarity.ts';

export interface GammaInput extends DissimilarityOptions {
  /** Each coder's spans, two coders or more; spans of one coder may overlap. */
  coders: ReadonlyArray<ReadonlyArray<Span>>;
  /** Of the text, in the unit of the spans. */
  length: number;
  random: Random;
  /** Texts sampled at the least, 30 unless given. */
  samples?: number;
  /** Half-width of the interval of the expected disorder, relative to it, for which more texts are sampled; 0.02. */
  precision?: number;
  sampling?: SpanSampling;
  level?: number;
  progress?: Progress;
}

/** `n` counts spans. The interval holds the sampling error of the expected disorder alone, not that of the text. */
export interface GammaResult extends Result {
  observedDisorder: number | null;
  expectedDisorder: number | null;
  /** How many texts were sampled for it. */
  samples: number;
  /** Which span answers to which. */
  groups: SpanAlignment['groups'];
}

/**
 * gamma = 1 - disorder of the best alignment / mean disorder of the best alignments of sampled texts; 1 where all spans
 * coincide, 0 at chance.
 * @returns `estimate: null` where nobody marked a span, or where chance could only have placed them alike.
 * @throws RangeError for fewer than two coders, a span that is empty or beyond the text, weights below 0, and where spans
 * are too entangled to be aligned.
 * @example
 * const coders = [[{ start: 1, end: 5, value: 'a' }], [{ start: 1, end: 5, value: 'a' }]];
 * gammaAgreement({ coders, length: 20, random: seededRandom(1) }).estimate // 1
 */
export function gammaAgreement(input: GammaInput): GammaResult {
  const {
    coders,
    length,
    random,
    samples = 30,
    precision = 0.02,
    sampling = 'shifted',
    level = 0.95,
  } = input;
  checkInput(input, samples, precision, level);
  const n = coders.reduce((sum, spans) => sum + spans.length, 0);
  const method = `gamma, expected disorder of ${sampling} spans`;
  if (n === 0) return undefinedGamma(method, n, 'nobody marked a span');
  const observed = spanAlignment(coders, input);
  const sample = spanSampler(sampling, coders, length, random);
  const z = normalQuantile((1 + level) / 2);
  const disorders: number[] = [];
  let wanted = samples;
  while (disorders.length < wanted) {
    disorders.push(spanAlignment(sample(), input).disorder);
    if (disorders.length === samples) wanted = Math.max(samples, samplesFor(disorders, precision, z));
    input.progress?.(disorders.length / wanted);
  }
  const { mean, deviation } = moments(disorders);
  if (mean === 0) return undefinedGamma(method, n, 'by chance, too, all spans would coincide');
  const interval = intervalOf(observed.disorder, mean, (z * deviation) / Math.sqrt(disorders.length), level);
  return {
    estimate: 1 - observed.disorder / mean,
    interval,
    n,
    method,
    warnings: [],
    observedDisorder: observed.disorder,
    expectedDisorder: mean,
    samples: disorders.length,
    groups: observed.groups,
  };
}

function undefinedGamma(method: string, n: number, reason: string): GammaResult {
  return {
    estimate: null,
    interval: null,
    n,
    method,
    warnings: [{ code: 'no-variety', message: `gamma is undefined: ${reason}` }],
    observedDisorder: null,
    expectedDisorder: null,
    samples: 0,
    groups: [],
  };
}

function checkInput(
  { coders, length, ...options }: GammaInput,
  samples: number,
  precision: number,
  level: number,
): void {
  requireLevel(level);
  requireLength('length', length);
  requirePositiveInteger('samples', samples);
  if (!(precision > 0)) throw new RangeError(`precision: got ${precision}; expected a number above 0`);
  if (coders.length < 2) throw new RangeError(`coders: got ${coders.length}; expected two or more`);
  spanDissimilarity(options);
  coders.forEach((spans, c) => {
    spans.forEach(({ start, end }, i) => {
      if (start >= 0 && end > start && end <= length) return;
      const expected = `a span within 0 to ${length}`;
      throw new RangeError(`coders[${c}][${i}]: got ${start} to ${end}; expected ${expected}`);
    });
  });
}

function moments(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

/** (z deviation / (mean precision))^2: so many that the interval of the mean is as narrow as asked for. */
function samplesFor(disorders: readonly number[], precision: number, z: number): number {
  const { mean, deviation } = moments(disorders);
  return mean === 0 ? disorders.length : Math.ceil(((z * deviation) / (mean * precision)) ** 2);
}

function intervalOf(observed: number, expected: number, spread: number, level: number): Interval {
  const least = Math.max(expected - spread, Number.MIN_VALUE);
  return {
    lower: 1 - observed / least,
    upper: 1 - observed / (expected + spread),
    level,
    method: 'normal, sampling error of the expected disorder',
  };
}
