/**
 * What sets each opinion group apart: how much likelier its members are than others to agree or to disagree.
 * Source: Small et al., Recerca 26 (2021) 2, and pol.is's published calculation.
 */
import {
  countVotes,
  majorityTest,
  type OpinionVotes,
  requireVotes,
  type VoteCounts,
  voteProbability,
} from './opinion-votes.ts';

/** One kind of vote of one group on one statement. */
export interface GroupSide {
  count: number;
  /** (1 + count) / (2 + seen). */
  probability: number;
  /** z of whether more than half voted so. */
  test: number;
  /** The group's probability over that of the other groups together: above 1 the vote stands for the group. */
  representativeness: number;
  /** z of whether the group differs from the others. */
  representativenessTest: number;
}

export interface GroupOpinion extends VoteCounts {
  agree: GroupSide;
  disagree: GroupSide;
}

/**
 * Representativeness = P_group / P_others with P = (1 + votes) / (2 + seen); its test compares (s+1)/(n+1) of the two
 * sides by a pooled z, 0 where everybody voted so.
 * @param votes participants x statements.
 * @param groups the group of each participant, from 0; -1 for those in none, who count nowhere.
 * @returns groups x statements.
 * @throws RangeError where rows differ in length, a vote is none, or a group is no whole number from -1.
 * @example groupOpinions([[1], [1], [-1]], [0, 0, 1])[0][0].agree.representativeness // 2.25
 */
export function groupOpinions(votes: OpinionVotes, groups: ArrayLike<number>): GroupOpinion[][] {
  const statements = requireVotes(votes);
  const counts = membersOf(votes, groups).map((members) => countVotes(votes, members, statements));
  return counts.map((own, group) =>
    own.map((within, statement): GroupOpinion => {
      const others = { agrees: 0, disagrees: 0, seen: 0 };
      counts.forEach((other, g) => {
        if (g === group) return;
        others.agrees += other[statement].agrees;
        others.disagrees += other[statement].disagrees;
        others.seen += other[statement].seen;
      });
      return {
        ...within,
        agree: side(within.agrees, within.seen, others.agrees, others.seen),
        disagree: side(within.disagrees, within.seen, others.disagrees, others.seen),
      };
    }),
  );
}

/** The participants of each group, by its number. */
export function membersOf(votes: OpinionVotes, groups: ArrayLike<number>): number[][] {
  if (groups.length !== votes.length) {
    throw new RangeError(`groups: got ${groups.length} entries; expected ${votes.length}, one a participant`);
  }
  const members: number[][] = [];
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i];
    if (!Number.isInteger(group) || group < -1) {
      throw new RangeError(`groups[${i}]: got ${group}; expected a group from 0, or -1 for none`);
    }
    while (members.length <= group) members.push([]);
    if (group >= 0) members[group].push(i);
  }
  return members;
}

function side(count: number, seen: number, otherCount: number, otherSeen: number): GroupSide {
  const probability = voteProbability(count, seen);
  return {
    count,
    probability,
    test: majorityTest(count, seen),
    representativeness: probability / voteProbability(otherCount, otherSeen),
    representativenessTest: differenceTest(count + 1, seen + 1, otherCount + 1, otherSeen + 1),
  };
}

function differenceTest(count: number, total: number, otherCount: number, otherTotal: number): number {
  const pooled = (count + otherCount) / (total + otherTotal);
  if (pooled === 1) return 0;
  const variance = pooled * (1 - pooled) * (1 / total + 1 / otherTotal);
  return (count / total - otherCount / otherTotal) / Math.sqrt(variance);
}
