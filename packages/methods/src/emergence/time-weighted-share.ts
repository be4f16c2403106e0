/**
 * Degree of visibility and degree of diffusion of a keyword: J. Yoon, "Detecting weak signals for long-term business
 * opportunities using text mining of Web news", Expert Systems with Applications 39 (2012) 12543-12550.
 */
import { requireCounts, requireNonNegative, requireSameLength } from '../common/series-checks.ts';

export interface TimeWeightOptions {
  /** Weight lost for each period of age, tw; 0.05 by default. */
  timeWeight?: number;
}

/**
 * The weights 1 - tw (n - j) of periods j = 1..n.
 * @throws RangeError where the oldest weight is not above 0: an old period would then count for nothing or against.
 */
export function periodWeights(periods: number, timeWeight: number): number[] {
  requireNonNegative('options.timeWeight', timeWeight);
  if (timeWeight * (periods - 1) >= 1) {
    throw new RangeError(
      `options.timeWeight: got ${timeWeight} with ${periods} periods, which leaves the oldest no weight; expected below 1 / (periods - 1) = ${1 / (periods - 1)}, or fewer periods`,
    );
  }
  return Array.from({ length: periods }, (_, j) => 1 - timeWeight * (periods - 1 - j));
}

export function requireDocuments(documents: ArrayLike<number>): void {
  requireCounts('documents', documents);
  for (let j = 0; j < documents.length; j++) {
    if (documents[j] === 0) {
      throw new RangeError(
        `documents[${j}]: got 0; expected 1 or more; join a period without documents to the next`,
      );
    }
  }
}

/** A document counts once for a keyword, so that document frequencies cannot exceed the documents. */
export function requireDocumentFrequencies(
  name: string,
  frequencies: ArrayLike<number>,
  documents: ArrayLike<number>,
): void {
  for (let j = 0; j < documents.length; j++) {
    if (frequencies[j] > documents[j]) {
      throw new RangeError(
        `${name}[${j}]: got ${frequencies[j]}; expected at most documents[${j}], ${documents[j]}`,
      );
    }
  }
}

function timeWeightedShare(
  frequencies: ArrayLike<number>,
  documents: ArrayLike<number>,
  timeWeight: number,
): number[] {
  requireCounts('frequencies', frequencies);
  requireDocuments(documents);
  requireSameLength('frequencies', frequencies, 'documents', documents);
  const weights = periodWeights(documents.length, timeWeight);
  return weights.map((weight, j) => (frequencies[j] / documents[j]) * weight);
}

/**
 * DoV_j = (TF_j / NN_j) (1 - tw (n - j)), from term frequencies TF: how often a keyword is said, recent periods
 * weighing more. One value a period, in occurrences a document.
 * @param frequencies occurrences of one keyword, one count a period, oldest first.
 * @param documents all documents of each period, NN.
 * @throws RangeError on counts that are not whole or are negative, a period without documents, lengths that differ,
 * or a time weight that leaves the oldest period no weight (tw = 0.05 from 21 periods).
 * @example
 * degreeOfVisibility([4, 6, 30], [10, 10, 20]) // [0.36,0.57,1.5]
 */
export function degreeOfVisibility(
  frequencies: ArrayLike<number>,
  documents: ArrayLike<number>,
  { timeWeight = 0.05 }: TimeWeightOptions = {},
): number[] {
  return timeWeightedShare(frequencies, documents, timeWeight);
}

/**
 * DoD_j = (DF_j / NN_j) (1 - tw (n - j)), from document frequencies DF: how widely a keyword is said. One value a
 * period, as a weighted share of the documents.
 * @param frequencies documents with the keyword, one count a period, oldest first.
 * @param documents all documents of each period, NN.
 * @throws RangeError as `degreeOfVisibility`, and on a frequency above the period's documents.
 * @example
 * degreeOfDiffusion([4, 6, 15], [10, 10, 20]) // [0.36,0.57,0.75]
 */
export function degreeOfDiffusion(
  frequencies: ArrayLike<number>,
  documents: ArrayLike<number>,
  { timeWeight = 0.05 }: TimeWeightOptions = {},
): number[] {
  const shares = timeWeightedShare(frequencies, documents, timeWeight);
  requireDocumentFrequencies('frequencies', frequencies, documents);
  return shares;
}
