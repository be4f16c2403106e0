/** How far coders agree: coefficients for categories, sets of labels and spans. */
export type { AgreementWeights } from './agreement-weights.ts';
export { type AlphaFromCountsInput, alphaFromCounts } from './alpha-from-counts.ts';
export type { AlphaInterval, AlphaResult } from './alpha-result.ts';
export { type AlphaUResult, alphaU } from './alpha-u.ts';
export { brennanPrediger } from './brennan-prediger.ts';
export { cohenKappa, type KappaResult } from './cohen-kappa.ts';
export { congerKappa } from './conger-kappa.ts';
export type { Continuum, Span } from './continuum.ts';
export type { MeasurementLevel } from './difference.ts';
export { type FleissResult, fleissKappa } from './fleiss-kappa.ts';
export { type GammaInput, type GammaResult, gammaAgreement } from './gamma-agreement.ts';
export { gwetAc } from './gwet-ac.ts';
export { type AlphaInput, krippendorffAlpha } from './krippendorff-alpha.ts';
export { type LightResult, lightKappa } from './light-kappa.ts';
export { type LabelRows, type MultiLabelAlphaInput, multiLabelAlpha } from './multi-label-alpha.ts';
export { percentAgreement } from './percent-agreement.ts';
export type { RatingMatrix, RatingRows, Ratings } from './ratings.ts';
export type { ClusterIds } from './resampling-blocks.ts';
export type { SpanSampling } from './sampled-spans.ts';
export { jaccardDistance, type Label, masiDistance, type SetDistance } from './set-distance.ts';
export { type SpanAlignment, spanAlignment } from './span-alignment.ts';
export type { DissimilarityOptions } from './span-dissimilarity.ts';
export type { TwoCoderData } from './two-coder-table.ts';
export type { AgreementOptions, AgreementResult, CoderRatings } from './unit-agreement.ts';
export {
  type UnitizingInterval,
  type UnitizingResult,
  unitizingAlpha,
  type ValueAlpha,
} from './unitizing-alpha.ts';
