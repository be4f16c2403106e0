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
export { kendallTauB } from './kendall-tau-b.ts';
export { type KendallWResult, kendallW } from './kendall-w.ts';
export { type PlackettLuceInput, type PlackettLuceResult, plackettLuce } from './plackett-luce.ts';
export { type Appropriateness, type RandUclaResult, randUcla } from './rand-ucla.ts';
export { type ClassicVerdict, randUclaClassic } from './rand-ucla-classic.ts';
export { spearman } from './spearman.ts';
export { type ThresholdConsensus, thresholdConsensus } from './threshold-consensus.ts';
export { type WilcoxonResult, wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';
export type { ItemWorth, WorthResult } from './worths.ts';
