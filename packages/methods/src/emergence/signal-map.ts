/**
 * The keyword emergence map and the keyword issue map: J. Yoon, Expert Systems with Applications 39 (2012) 12543-12550.
 */
import { quantile } from '../common/quantile.ts';
import type { MethodWarning } from '../common/result.ts';
import { requireCounts, requireSameLength } from '../common/series-checks.ts';
import { periodWeights, requireDocumentFrequencies, requireDocuments } from './time-weighted-share.ts';

export interface SignalMapOptions {
  /** Weight lost for each period of age, tw; 0.05 by default. */
  timeWeight?: number;
  /** Where each axis is cut, over the keywords that have a growth; the median by default. */
  cut?: 'median' | 'mean';
  /**
   * Growth runs from the first period by default, and is undefined for a keyword that is absent from it. From
   * 'first-appearance' it runs from each keyword's own first period, which admits newcomers but reads shorter spans.
   */
  growthFrom?: 'first-period' | 'first-appearance';
}

/** Low mean and high growth; high and high; low and low; high mean and low growth. */
export type SignalQuadrant = 'weak signal' | 'strong signal' | 'latent signal' | 'well-known signal';

export interface SignalMapPoint {
  /** Arithmetic mean of the frequency over the periods. */
  mean: number;
  /** Geometric mean growth a period: 0.1 is 10 %; -1 where the keyword has vanished; null where undefined. */
  growth: number | null;
  quadrant: SignalQuadrant | null;
}

export interface SignalMap {
  /** The cuts; null where no keyword has a growth. */
  meanCut: number | null;
  growthCut: number | null;
  /** One point a keyword, in the order of the rows. */
  points: SignalMapPoint[];
  /** The keywords that have a growth. */
  n: number;
  method: string;
  warnings: MethodWarning[];
}

function geometricGrowth(
  frequencies: ArrayLike<number>,
  documents: ArrayLike<number>,
  weights: readonly number[],
  growthFrom: 'first-period' | 'first-appearance',
): number | null {
  const share = (j: number): number => (frequencies[j] / documents[j]) * weights[j];
  const last = weights.length - 1;
  let first = 0;
  if (growthFrom === 'first-appearance') while (first < last && frequencies[first] === 0) first++;
  if (first >= last || frequencies[first] === 0) return null;
  return (share(last) / share(first)) ** (1 / (last - first)) - 1;
}

function cutAt(values: readonly number[], cut: 'median' | 'mean'): number {
  return cut === 'median'
    ? quantile(values, 0.5)
    : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function signalMap(
  name: string,
  frequencies: ReadonlyArray<ArrayLike<number>>,
  documents: ArrayLike<number>,
  options: SignalMapOptions,
): SignalMap {
  const { timeWeight = 0.05, cut = 'median', growthFrom = 'first-period' } = options;
  requireDocuments(documents);
  frequencies.forEach((row, i) => {
    requireCounts(`frequencies[${i}]`, row);
    requireSameLength(`frequencies[${i}]`, row, 'documents', documents);
  });
  const periods = documents.length;
  const weights = periodWeights(periods, timeWeight);
  const points = frequencies.map((row): SignalMapPoint => {
    let sum = 0;
    for (let j = 0; j < periods; j++) sum += row[j];
    const growth = geometricGrowth(row, documents, weights, growthFrom);
    return { mean: periods > 0 ? sum / periods : 0, growth, quadrant: null };
  });
  const placed = points.filter(
    (point): point is SignalMapPoint & { growth: number } => point.growth !== null,
  );
  const method = `${name} (Yoon 2012), tw = ${timeWeight}, cut at the ${cut}, growth from the ${growthFrom.replace('-', ' ')}`;
  const warnings: MethodWarning[] = [];
  if (placed.length < points.length) {
    const unplaced = points.length - placed.length;
    const reason =
      growthFrom === 'first-period'
        ? 'absent from the first period'
        : 'absent before the last period or throughout';
    warnings.push({ code: 'undefined-growth', message: `${unplaced} keywords have no growth: ${reason}` });
  }
  if (placed.length === 0) {
    warnings.push({ code: 'no-data', message: 'no keyword has a growth: there is nothing to cut' });
    return { meanCut: null, growthCut: null, points, n: 0, method, warnings };
  }
  const meanCut = cutAt(
    placed.map((point) => point.mean),
    cut,
  );
  const growthCut = cutAt(
    placed.map((point) => point.growth),
    cut,
  );
  for (const point of placed) {
    const frequent = point.mean > meanCut;
    const growing = point.growth > growthCut;
    if (growing) point.quadrant = frequent ? 'strong signal' : 'weak signal';
    else point.quadrant = frequent ? 'well-known signal' : 'latent signal';
  }
  return { meanCut, growthCut, points, n: placed.length, method, warnings };
}

/**
 * The keyword emergence map, from term frequencies: mean frequency against the geometric mean growth of the degree of
 * visibility, (DoV_n / DoV_1)^(1 / (n - 1)) - 1. High is above the cut; a keyword on a cut counts as low.
 * Growth includes the time weights: a keyword of constant share grows by (1 / (1 - tw (n - 1)))^(1 / (n - 1)) - 1.
 * @param frequencies one row a keyword, one count a period, oldest first.
 * @param documents all documents of each period.
 * @throws RangeError as `degreeOfVisibility`, naming the row and the period.
 * @example
 * keywordEmergenceMap([[1, 2, 4], [8, 9, 9], [9, 9, 8], [2, 2, 2]], [10, 10, 10]).points.map((p) => p.quadrant) // ["weak signal","strong signal","well-known signal","latent signal"]
 */
export function keywordEmergenceMap(
  frequencies: ReadonlyArray<ArrayLike<number>>,
  documents: ArrayLike<number>,
  options: SignalMapOptions = {},
): SignalMap {
  return signalMap('keyword emergence map', frequencies, documents, options);
}

/**
 * The keyword issue map: as `keywordEmergenceMap`, from document frequencies and the degree of diffusion.
 * @param frequencies one row a keyword, one count of documents a period, oldest first.
 * @param documents all documents of each period.
 * @throws RangeError as `degreeOfDiffusion`, naming the row and the period.
 * @example
 * keywordIssueMap([[1, 2, 4], [8, 9, 9], [9, 9, 8]], [10, 10, 10]).points[0].growth // 1.1081851067789197
 */
export function keywordIssueMap(
  frequencies: ReadonlyArray<ArrayLike<number>>,
  documents: ArrayLike<number>,
  options: SignalMapOptions = {},
): SignalMap {
  const map = signalMap('keyword issue map', frequencies, documents, options);
  frequencies.forEach((row, i) => {
    requireDocumentFrequencies(`frequencies[${i}]`, row, documents);
  });
  return map;
}
