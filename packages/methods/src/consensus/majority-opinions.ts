/**
 * The statements on which most participants agree, or disagree, whatever their group.
 * Source: pol.is's published calculation (Small et al., Recerca 26 (2021) 2).
 */
import { requireStatements } from './opinion-map.ts';
import {
  countVotes,
  majorityTest,
  type OpinionVotes,
  requireVotes,
  SIGNIFICANT,
  voteProbability,
} from './opinion-votes.ts';

export interface MajorityOpinion {
  statement: number;
  count: number;
  seen: number;
  /** (1 + count) / (2 + seen). */
  probability: number;
  /** z of whether more than half voted so. */
  test: number;
}

const MOST = 5;

/**
 * Up to five statements a side with a probability above 1/2 and a test above 1.2816, by the product of the two. A
 * majority can hide a group that is against: see `groupInformedConsensus`.
 * @param votes participants x statements; `leftOut` statements that moderation took out, by position.
 * @throws RangeError where rows differ in length, a vote is none, or a statement left out does not exist.
 * @example majorityOpinions([[1], [1], [1], [0]]).agree[0].probability // 0.6666666666666666
 */
export function majorityOpinions(
  votes: OpinionVotes,
  { leftOut = [] }: { leftOut?: readonly number[] } = {},
): { agree: MajorityOpinion[]; disagree: MajorityOpinion[] } {
  const statements = requireVotes(votes);
  const out = requireStatements(leftOut, statements);
  const counts = countVotes(votes, votes.keys(), statements);
  const top = (of: 'agrees' | 'disagrees'): MajorityOpinion[] =>
    counts
      .map(({ [of]: count, seen }, statement) => {
        return {
          statement,
          count,
          seen,
          probability: voteProbability(count, seen),
          test: majorityTest(count, seen),
        };
      })
      .filter(
        ({ statement, probability, test }) => !out.has(statement) && probability > 0.5 && test > SIGNIFICANT,
      )
      .sort((x, y) => y.probability * y.test - x.probability * x.test)
      .slice(0, MOST);
  return { agree: top('agrees'), disagree: top('disagrees') };
}
