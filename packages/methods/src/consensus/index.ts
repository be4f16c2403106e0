/** Consensus: what a panel agrees on, whether it has settled, and how it ranks. */
export {
  type BestWorstAnswer,
  type BestWorstCount,
  type BestWorstLogit,
  type BestWorstScores,
  bestWorstLogit,
  bestWorstScores,
} from './best-worst.ts';
export {
  type BradleyTerryInput,
  type BradleyTerryResult,
  bradleyTerry,
  type Comparison,
} from './bradley-terry.ts';
export { type ChnriAnswer, type ChnriOption, type ChnriResult, chnri } from './chnri.ts';
export { type DelphiStability, delphiStability } from './delphi-stability.ts';
export { groupInformedConsensus } from './group-informed-consensus.ts';
export { type GroupOpinion, type GroupSide, groupOpinions } from './group-opinions.ts';
export { kendallTauB } from './kendall-tau-b.ts';
export { type KendallWResult, kendallW } from './kendall-w.ts';
export { type MajorityOpinion, majorityOpinions } from './majority-opinions.ts';
export { type OpinionGroups, opinionGroups } from './opinion-groups.ts';
export { type OpinionMap, opinionMap } from './opinion-map.ts';
export type { OpinionVote, OpinionVotes, VoteCounts } from './opinion-votes.ts';
export { type PlackettLuceInput, type PlackettLuceResult, plackettLuce } from './plackett-luce.ts';
export { type Appropriateness, type RandUclaResult, randUcla } from './rand-ucla.ts';
export { type ClassicVerdict, randUclaClassic } from './rand-ucla-classic.ts';
export { type RepresentativeStatement, representativeStatements } from './representative-statements.ts';
export { spearman } from './spearman.ts';
export { type ThresholdConsensus, thresholdConsensus } from './threshold-consensus.ts';
export { type WilcoxonResult, wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';
export type { ItemWorth, WorthResult } from './worths.ts';
