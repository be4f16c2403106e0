/**
 * The statements that speak for each opinion group, chosen as pol.is chooses them.
 * Source: pol.is's published calculation (Small et al., Recerca 26 (2021) 2).
 */
import { type GroupOpinion, type GroupSide, groupOpinions } from './group-opinions.ts';
import { requireStatements } from './opinion-map.ts';
import { type OpinionVotes, SIGNIFICANT } from './opinion-votes.ts';

export interface RepresentativeStatement extends GroupSide {
  statement: number;
  side: 'agree' | 'disagree';
  seen: number;
  /** The statement that the group most agrees with among those that mark it; put first. */
  bestAgreed: boolean;
}

const MOST = 5;

/**
 * A statement qualifies where both its tests exceed 1.2816 on one side. Up to five, those with the largest product of
 * representativeness, probability and both tests, agreements before disagreements; the best agreed one is always among
 * them. Where none qualifies, the best agreed one, or else the one with the largest test, stands alone.
 * @param votes participants x statements; `groups` the group of each, -1 for none.
 * @param leftOut statements that moderation took out, by position.
 * @returns one list a group.
 * @throws RangeError as `groupOpinions`, or where a statement left out does not exist.
 * @example representativeStatements([[1, 1], [1, 1], [1, -1], [1, -1]], [0, 0, 1, 1])[1][0].side // "disagree"
 */
export function representativeStatements(
  votes: OpinionVotes,
  groups: ArrayLike<number>,
  { leftOut = [] }: { leftOut?: readonly number[] } = {},
): RepresentativeStatement[][] {
  const opinions = groupOpinions(votes, groups);
  const out = requireStatements(leftOut, votes.length === 0 ? 0 : votes[0].length);
  return opinions.map((ofGroup) => {
    const considered = ofGroup.map((opinion, statement) => ({ opinion, statement }));
    return choose(considered.filter(({ statement }) => !out.has(statement)));
  });
}

interface Considered {
  opinion: GroupOpinion;
  statement: number;
}

function choose(considered: Considered[]): RepresentativeStatement[] {
  const qualifying = considered.filter(
    ({ opinion }) => qualifies(opinion.agree) || qualifies(opinion.disagree),
  );
  const bestAgreed = considered.reduce<Considered | null>(
    (best, one) => (isBetterAgreed(one, best) ? one : best),
    null,
  );
  const head = bestAgreed === null ? [] : [stronger(bestAgreed, true)];
  if (qualifying.length === 0) {
    return head.length > 0 || considered.length === 0 ? head : [stronger(mostDistinct(considered), false)];
  }
  const rest = qualifying
    .filter(({ statement }) => statement !== bestAgreed?.statement)
    .map((one) => stronger(one, false))
    .sort((x, y) => strength(y) - strength(x));
  const chosen = [...head, ...rest].slice(0, MOST);
  return [
    ...chosen.filter((one) => one.side === 'agree'),
    ...chosen.filter((one) => one.side === 'disagree'),
  ];
}

function qualifies(side: GroupSide): boolean {
  return side.test > SIGNIFICANT && side.representativenessTest > SIGNIFICANT;
}

/** The side on which the group differs more from the others. */
function stronger({ opinion, statement }: Considered, bestAgreed: boolean): RepresentativeStatement {
  const agrees = opinion.agree.representativenessTest > opinion.disagree.representativenessTest;
  const side = agrees ? 'agree' : 'disagree';
  return { statement, side, seen: opinion.seen, bestAgreed, ...opinion[side] };
}

function strength(side: GroupSide): number {
  return side.representativeness * side.representativenessTest * side.probability * side.test;
}

function mostDistinct(considered: Considered[]): Considered {
  const test = ({ opinion }: Considered) =>
    Math.max(opinion.agree.representativenessTest, opinion.disagree.representativenessTest);
  return considered.reduce((best, one) => (test(one) > test(best) ? one : best));
}

/** Compared by representativeness as soon as the best so far has any, before that by plain agreement. */
function isBetterAgreed({ opinion }: Considered, best: Considered | null): boolean {
  if (opinion.agrees === 0 && opinion.disagrees === 0) return false;
  const { agree } = opinion;
  if (best === null) {
    return agree.test > SIGNIFICANT || (agree.representativeness > 1 && agree.probability > 0.5);
  }
  const held = best.opinion.agree;
  if (held.representativeness > 1) return strength(agree) > strength(held);
  return agree.probability * agree.test > held.probability * held.test;
}
