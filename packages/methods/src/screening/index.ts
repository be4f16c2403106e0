/** Screening of records by title and abstract: which to read next, why, and when to stop. */
export { prepareScreening, type ScreeningFeatures } from './prepare-screening.ts';
export {
  createScreeningLearner,
  rankUnread,
  refit,
  type ScreeningDecision,
  type ScreeningLearner,
  scoreRecords,
} from './screening-learner.ts';
