/** Shares and rates with their intervals, and comparisons of two. */
export { agrestiCaffoDifference } from './agresti-caffo-difference.ts';
export { clopperPearson } from './clopper-pearson.ts';
export { garwood } from './garwood.ts';
export { type JeffreysShape, jeffreys } from './jeffreys.ts';
export { newcombeDifference } from './newcombe-difference.ts';
export { type EventRate, type RateTestRule, rateRatio, rateRatioTest } from './rate-ratio.ts';
export { scoreDifference } from './score-difference.ts';
export type { Share } from './two-shares.ts';
export { wilson } from './wilson.ts';
