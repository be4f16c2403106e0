/**
 * Spans as coders could have marked them by chance, from which gamma takes the disorder to be expected.
 * Source: shifted: Mathet, Widlöcher, Métivier (2015) section 5.2; statistical: Titeux and Riad, "pygamma-agreement",
 * J Open Source Softw 6 (2021) 2989.
 */
import { normalQuantile } from '../common/normal.ts';
import { type Random, randomBelow } from '../common/random.ts';
import type { Span } from './continuum.ts';

/**
 * `shifted`: each sampled coder is a real one, drawn at random, whose spans are moved along the text by a random step,
 * what leaves at the end entering at the beginning. `statistical`: the numbers, gaps and lengths of spans are normal with
 * the mean and deviation of the real ones, and their values as frequent.
 */
export type SpanSampling = 'shifted' | 'statistical';

/** @param coders real spans, at least one of them. */
export function spanSampler(
  sampling: SpanSampling,
  coders: ReadonlyArray<ReadonlyArray<Span>>,
  length: number,
  random: Random,
): () => Span[][] {
  const draw =
    sampling === 'shifted' ? shiftedSampler(coders, length, random) : statisticalSampler(coders, random);
  return () => {
    for (;;) {
      const sample = draw();
      if (sample.some((spans) => spans.length > 0)) return sample;
    }
  };
}

/** How often a step is drawn again that lies too near another coder's. */
const TRIES = 100;

/** Steps stay half a mean span apart, so that two samples of one coder do not coincide. */
function shiftedSampler(
  coders: ReadonlyArray<ReadonlyArray<Span>>,
  length: number,
  random: Random,
): () => Span[][] {
  const spans = coders.flat();
  const apart = spans.reduce((sum, { start, end }) => sum + end - start, 0) / spans.length / 2;
  return () => {
    const steps: number[] = [];
    return coders.map(() => {
      let step = random() * length;
      const near = (other: number): boolean => {
        const distance = Math.abs(other - step);
        return Math.min(distance, length - distance) < apart;
      };
      for (let i = 0; i < TRIES && steps.some(near); i++) step = random() * length;
      steps.push(step);
      return coders[randomBelow(random, coders.length)].map(({ start, end, value }) => {
        const moved = (start + step) % length;
        return { start: moved, end: moved + end - start, value };
      });
    });
  };
}

interface Normal {
  mean: number;
  deviation: number;
}

function normalOf(values: readonly number[]): Normal {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

function statisticalSampler(coders: ReadonlyArray<ReadonlyArray<Span>>, random: Random): () => Span[][] {
  const spans = coders.flat();
  const number = normalOf(coders.map((own) => own.length));
  const length = normalOf(spans.map(({ start, end }) => end - start));
  const gap = normalOf(gapsOf(coders));
  // Half a step of the generator keeps 0, whose quantile is infinite, away.
  const draw = ({ mean, deviation }: Normal): number =>
    mean + deviation * normalQuantile(random() + 2 ** -54);
  return () =>
    coders.map(() => {
      let at = 0;
      return Array.from({ length: Math.abs(Math.trunc(draw(number))) }, () => {
        const start = at + draw(gap);
        // A length of exactly 0 cannot be drawn unless every span has it, which none may.
        at = start + Math.abs(draw(length));
        return { start, end: at, value: spans[randomBelow(random, spans.length)].value };
      });
    });
}

/** Between a coder's spans and before the first; and one of 0, as the source has it, so that there always is one. */
function gapsOf(coders: ReadonlyArray<ReadonlyArray<Span>>): number[] {
  const gaps = [0];
  for (const spans of coders) {
    const sorted = [...spans].sort((a, b) => a.start - b.start || a.end - b.end);
    sorted.forEach(({ start }, i) => {
      if (i > 0) gaps.push(start - sorted[i - 1].end);
      else if (start > 0) gaps.push(start);
    });
  }
  return gaps;
}
