/** Screening of records by title and abstract: which to read next, why, and when to stop. */

export { estimateRecall, type RecallEstimate } from './estimate-recall.ts';
export { explainScore, type ScoreExplanation, type WordWeight } from './explain-score.ts';
export { prepareScreening, type ScreeningFeatures } from './prepare-screening.ts';
export {
  createScreeningLearner,
  rankUnread,
  refit,
  type ScreeningDecision,
  type ScreeningLearner,
  scoreRecords,
} from './screening-learner.ts';
export { type ScreeningProgress, type StoppingVerdict, testStopping } from './stopping-test.ts';
