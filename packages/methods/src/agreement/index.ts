/** How far coders agree: coefficients for categories, sets of labels and spans. */
export { type AlphaFromCountsInput, alphaFromCounts } from './alpha-from-counts.ts';
export type { AlphaInterval, AlphaResult } from './alpha-result.ts';
export type { MeasurementLevel } from './difference.ts';
export { type AlphaInput, krippendorffAlpha } from './krippendorff-alpha.ts';
export type { RatingMatrix, RatingRows, Ratings } from './ratings.ts';
export type { ClusterIds } from './resampling-blocks.ts';
