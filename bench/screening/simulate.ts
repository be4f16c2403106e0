/** Screening played on a labelled set: the record of the highest score is read next, until the last relevant one. */
import {
  createScreeningLearner,
  prepareScreening,
  refit,
  type ScreeningFeatures,
  scoreRecords,
} from '../../packages/methods/src/index.ts';
import type { LabelledRecords } from './labelled-records.ts';
import { numpyRandom } from './numpy-random.ts';
import { type ReadingFigures, readingFigures } from './reading-figures.ts';

export interface Run extends ReadingFigures {
  seed: number;
  priors: number[];
  features_s: number;
  step_ms_mean: number;
  total_s: number;
  order: number[];
}

/** A run from the two records that each seed draws; what is made of the texts beforehand is the same for all. */
export function simulate({ texts, relevant }: LabelledRecords, seeds: number): Run[] {
  const start = performance.now();
  const features = prepareScreening(texts);
  const featuresMs = performance.now() - start;
  return Array.from({ length: seeds }, (_, seed) => simulateFrom(features, featuresMs, relevant, seed));
}

function simulateFrom(
  features: ScreeningFeatures,
  featuresMs: number,
  relevant: readonly boolean[],
  seed: number,
): Run {
  const priors = drawPriors(relevant, seed);
  const learner = createScreeningLearner(features);
  const order = [...priors];
  let news = priors;
  let left = relevant.filter(Boolean).length - 1;
  let stepsMs = 0;
  while (left > 0) {
    const began = performance.now();
    refit(
      learner,
      news.map((record) => ({ record, relevant: relevant[record] })),
    );
    const pick = highestUnread(scoreRecords(learner), learner.labels);
    stepsMs += performance.now() - began;
    news = [pick];
    order.push(pick);
    if (relevant[pick]) left--;
  }
  const steps = order.length - priors.length;
  return {
    seed,
    priors,
    ...readingFigures(
      order.slice(priors.length).map((record) => relevant[record]),
      relevant.length - priors.length,
    ),
    features_s: featuresMs / 1000,
    step_ms_mean: stepsMs / steps,
    total_s: (featuresMs + stepsMs) / 1000,
    order,
  };
}

/** One relevant record and one that is not, relevant first. */
export function drawPriors(relevant: readonly boolean[], seed: number): number[] {
  const random = numpyRandom(seed);
  const rowsOf = (kind: boolean): number[] => relevant.flatMap((is, row) => (is === kind ? [row] : []));
  return [random.choice(rowsOf(true)), random.choice(rowsOf(false))];
}

/** The lowest row among those with the highest score. */
function highestUnread(scores: Float32Array, labels: Int8Array): number {
  let best = -1;
  for (let row = 0; row < scores.length; row++) {
    if (labels[row] === -1 && (best === -1 || scores[row] > scores[best])) best = row;
  }
  return best;
}
