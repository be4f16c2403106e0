/** Opinion groups against pol.is's own results (reference/consensus-polis.json). There as here, agree is +1. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/consensus-polis.json';
import { expectClose } from '../common/expect-close.ts';
import { groupInformedConsensus } from './group-informed-consensus.ts';
import { groupOpinions } from './group-opinions.ts';
import { majorityOpinions } from './majority-opinions.ts';
import { opinionGroups } from './opinion-groups.ts';
import { opinionMap } from './opinion-map.ts';
import type { OpinionVote } from './opinion-votes.ts';
import { representativeStatements } from './representative-statements.ts';

type Case = (typeof reference.cases)[number];

/**
 * The second file names 52 participants but holds the votes of 51. Its mean votes give the missing ones away, four
 * disagreements of participant 50, who is in no group.
 */
const MISSING: Record<string, number[][]> = {
  '50ptpt-3gp-strict-no-meta': [1, 4, 12, 20].map((statement) => [50, statement, -1]),
};

function votesOf(one: Case): OpinionVote[][] {
  const { n, 'n-cmts': statements } = one.expected;
  const votes = Array.from({ length: n }, () => new Array<OpinionVote>(statements).fill(null));
  for (const [participant, statement, vote] of [...one.votes_pid_tid_vote, ...(MISSING[one.id] ?? [])]) {
    votes[participant][statement] = vote as OpinionVote; // the file holds 1, 0 and -1
  }
  return votes;
}

function groupsOf(one: Case): Int32Array {
  const groups = new Int32Array(one.expected.n).fill(-1);
  const base = one.expected['base-clusters'];
  for (const { id, members } of one.expected['group-clusters']) {
    for (const cluster of members)
      for (const participant of base.members[base.id.indexOf(cluster)]) groups[participant] = id;
  }
  return groups;
}

/** The same columns up to the sign of each, to a tolerance on the scale of the largest entry. */
function expectAxes(got: (i: number, k: number) => number, want: number[][], tolerance: number): void {
  want.forEach((column, k) => {
    const largest = column.reduce(
      (best, value, i) => (Math.abs(value) > Math.abs(column[best]) ? i : best),
      0,
    );
    const sign = Math.sign(got(largest, k) * column[largest]);
    column.forEach((value, i) => {
      expect(Math.abs(sign * got(i, k) - value)).toBeLessThan(tolerance * Math.abs(column[largest]));
    });
  });
}

describe.each(reference.cases)('the conversation $id', (one) => {
  const votes = votesOf(one);
  const groups = groupsOf(one);
  const { expected } = one;
  const leftOut = expected['mod-out'];
  const map = opinionMap(votes, { leftOut });

  // pol.is finds components by up to 100 steps of power iteration, carried on from vote to vote.
  it('has the map of pol.is to 1e-9, agreement being +1 and not -1', () => {
    expected.pca.center.forEach((mean, statement) => {
      expect(Math.abs(map.centre[statement] + mean)).toBeLessThan(1e-12);
    });
    expectAxes((i, k) => map.components[2 * i + k], expected.pca.comps, 1e-9);
    const { members, x, y } = expected['base-clusters'];
    expectAxes((i, k) => map.positions[2 * members[i][0] + k], [x, y], 1e-9);
    expectAxes((i, k) => map.statementPositions[2 * i + k], expected.pca['comment-projection'], 1e-9);
  });

  it('has those taking part who had seven votes; pol.is keeps some from when there were fewer statements', () => {
    const enough = votes.flatMap((row, i) => (row.filter((vote) => vote !== null).length >= 7 ? [i] : []));
    expect(map.participating).toEqual(enough);
    for (const participant of enough) expect(expected['in-conv']).toContain(participant);
  });

  it('falls into the groups of pol.is when asked for as many', () => {
    const { members } = expected['base-clusters'];
    const positions = members.flatMap(([i]) => [map.positions[2 * i], map.positions[2 * i + 1]]);
    const found = opinionGroups(positions, { groups: expected['group-clusters'].length });
    const pairs = new Set(members.map(([participant], i) => `${groups[participant]} ${found.groups[i]}`));
    expect(pairs.size).toBe(expected['group-clusters'].length);
  });

  it('has the group-informed consensus of pol.is to 1e-12', () => {
    const scores = groupInformedConsensus(votes, groups);
    for (const [statement, score] of Object.entries(expected['group-aware-consensus'])) {
      expectClose(scores[Number(statement)], score, 1e-12);
    }
  });

  it('has the votes of each group', () => {
    const opinions = groupOpinions(votes, groups);
    for (const [group, { votes: counted }] of Object.entries(expected['group-votes'])) {
      for (const [statement, { A, D, S }] of Object.entries<{ A: number; D: number; S: number }>(counted)) {
        expect(opinions[Number(group)][Number(statement)]).toMatchObject({
          agrees: A,
          disagrees: D,
          seen: S,
        });
      }
    }
  });

  it('has the representative statements of pol.is, in its order', () => {
    const chosen = representativeStatements(votes, groups, { leftOut });
    for (const [group, want] of Object.entries(expected.repness)) {
      const got = chosen[Number(group)];
      expect(got.map(({ statement, side }) => [statement, side])).toEqual(
        want.map((statement) => [statement.tid, statement['repful-for']]),
      );
      want.forEach((statement, i) => {
        expect(got[i]).toMatchObject({ count: statement['n-success'], seen: statement['n-trials'] });
        expectClose(got[i].probability, statement['p-success'], 1e-9);
        expectClose(got[i].test, statement['p-test'], 1e-9);
        expectClose(got[i].representativeness, statement.repness, 1e-9);
        // pol.is rounds this one to single precision.
        expectClose(got[i].representativenessTest, statement['repness-test'], 1e-6);
        expect(got[i].bestAgreed).toBe('best-agree' in statement);
      });
    }
  });

  it('has the majority opinions of pol.is to 1e-9', () => {
    const got = majorityOpinions(votes, { leftOut });
    for (const side of ['agree', 'disagree'] as const) {
      expect(got[side].map((opinion) => opinion.statement)).toEqual(
        expected.consensus[side].map((want) => want.tid),
      );
      expected.consensus[side].forEach((want, i) => {
        expect(got[side][i]).toMatchObject({ count: want['n-success'], seen: want['n-trials'] });
        expectClose(got[side][i].probability, want['p-success'], 1e-9);
        expectClose(got[side][i].test, want['p-test'], 1e-9);
      });
    }
  });
});

describe('opinion groups', () => {
  const vote = fc.constantFrom<OpinionVote[]>(1, 0, -1, null);

  it('keep apart two camps, however many they are', () => {
    for (const size of [3, 20, 90]) {
      const camp = (x: number) => Array.from({ length: size }, (_, i) => [x + (i % 7) / 10, (i % 5) / 10]);
      const { groups, silhouettes } = opinionGroups([...camp(0), ...camp(9)].flat());
      expect(new Set(groups.slice(0, size)).size).toBe(1);
      expect(groups[0]).not.toBe(groups[size]);
      expect(silhouettes[0].silhouette).toBeGreaterThan(0.8);
    }
  });

  it('are one where everybody stands at the same place, or nobody stands anywhere', () => {
    expect(opinionGroups([1, 1, 1, 1]).warnings[0].code).toBe('no-groups');
    expect(opinionGroups([]).groups.length).toBe(0);
  });

  it('score a statement that everybody agrees on above one that a group rejects', () => {
    const votes: OpinionVote[][] = [
      [1, 1],
      [1, 1],
      [1, 1],
      [1, -1],
      [1, -1],
    ];
    const [shared, disputed] = groupInformedConsensus(votes, [0, 0, 0, 1, 1]);
    expect(shared).toBeGreaterThan(disputed);
  });

  it('turn their sides when every vote is turned', () => {
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((statements) =>
        fc.array(fc.array(vote, { minLength: statements, maxLength: statements }), { minLength: 2 }),
      );
    fc.assert(
      fc.property(table, (votes) => {
        const groups = votes.map((_, i) => i % 2);
        const turned = votes.map((row) =>
          row.map((one): OpinionVote => (one === null ? null : one === 0 ? 0 : one === 1 ? -1 : 1)),
        );
        const opinions = groupOpinions(turned, groups);
        groupOpinions(votes, groups).forEach((ofGroup, group) => {
          ofGroup.forEach((opinion, statement) => {
            expect(opinions[group][statement].agree).toEqual(opinion.disagree);
            expect(opinion.agree.probability).toBeGreaterThan(0);
            expect(Number.isFinite(opinion.agree.representativenessTest)).toBe(true);
          });
        });
      }),
    );
  });

  it('refuse votes that are none and groups that do not match', () => {
    expect(() => opinionMap([[1, 2 as OpinionVote]])).toThrow(
      'votes[0][1]: got 2; expected 1, 0, -1 or null',
    );
    expect(() => opinionMap([[1], [1, 0]])).toThrow('votes[1]: got 2 votes; expected 1');
    expect(() => opinionMap([[1]], { leftOut: [3] })).toThrow('leftOut[0]: got 3');
    expect(() => groupInformedConsensus([[1]], [])).toThrow('groups: got 0 entries; expected 1');
    expect(() => groupInformedConsensus([[1]], [-2])).toThrow('groups[0]: got -2');
    expect(() => opinionGroups([1])).toThrow('positions: got 1 entries');
  });
});
