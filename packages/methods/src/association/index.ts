/** Association of themes across the questions of the same participants. */
export { benjaminiHochberg } from './benjamini-hochberg.ts';
export { conditionalOddsRatio } from './conditional-odds-ratio.ts';
export {
  type Connections,
  type ConversationLines,
  connectionsByConversation,
  type EpistemicNetwork,
  epistemicNetwork,
  type UnitName,
} from './epistemic-network.ts';
export { type FisherResult, type FisherRule, fisherExact, fisherExactMany } from './fisher-exact.ts';
export { fisherMidP, type MidPResult } from './fisher-mid-p.ts';
export { type FourCells, fourCells } from './four-cells.ts';
export { holm } from './holm.ts';
export { lift } from './lift.ts';
export { type LogLinearInput, type LogLinearResult, logLinear } from './log-linear.ts';
export { type MantelHaenszelResult, mantelHaenszel } from './mantel-haenszel.ts';
export { type McNemarResult, type McNemarTest, mcNemar } from './mc-nemar.ts';
export {
  type CategoryLevel,
  type MultipleCorrespondence,
  multipleCorrespondence,
} from './multiple-correspondence.ts';
export { oddsRatio } from './odds-ratio.ts';
export { type PermutationInput, type PermutationResult, permutationMaxT } from './permutation-max-t.ts';
export { phi } from './phi.ts';
export { yulesQ } from './yules-q.ts';
