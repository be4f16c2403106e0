/**
 * Consensus that no group can be outvoted on: a statement scores high only where every opinion group tends to agree.
 * Source: Small et al., Recerca 26 (2021) 2, group-informed consensus.
 */
import { membersOf } from './group-opinions.ts';
import { countVotes, type OpinionVotes, requireVotes, voteProbability } from './opinion-votes.ts';

/**
 * Product over groups of (1 + agrees) / (2 + seen).
 * @param votes participants x statements; `groups` the group of each, -1 for none.
 * @returns one score a statement, 0 to 1; scores of different numbers of groups cannot be compared.
 * @throws RangeError where rows differ in length, a vote is none, or a group is no whole number from -1.
 * @example groupInformedConsensus([[1], [1], [-1]], [0, 0, 1]) // [0.25]
 */
export function groupInformedConsensus(votes: OpinionVotes, groups: ArrayLike<number>): Float64Array {
  const statements = requireVotes(votes);
  const scores = new Float64Array(statements).fill(1);
  for (const members of membersOf(votes, groups)) {
    countVotes(votes, members, statements).forEach(({ agrees, seen }, statement) => {
      scores[statement] *= voteProbability(agrees, seen);
    });
  }
  return scores;
}
