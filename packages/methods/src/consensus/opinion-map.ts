/**
 * The map of opinions: participants who vote alike lie close together.
 * Source: Small et al., Recerca 26 (2021) 2, and pol.is's published calculation, which this follows.
 */
import { symmetricEigen } from '../common/linear-algebra.ts';
import type { MethodWarning } from '../common/result.ts';
import { type OpinionVotes, requireVotes } from './opinion-votes.ts';

/** Pairs are x and y, row-major. The sign of an axis is arbitrary. */
export interface OpinionMap {
  /** Mean vote on each statement, 0 for those left out. */
  centre: Float64Array;
  /** Statements x 2: the two principal components. */
  components: Float64Array;
  /** Participants x 2. */
  positions: Float64Array;
  /** Statements x 2: where somebody would stand who agreed with that statement and had seen no other. */
  statementPositions: Float64Array;
  /** Participants who voted often enough to be grouped, in order. */
  participating: number[];
  n: number;
  method: string;
  warnings: MethodWarning[];
}

const ENOUGH_VOTES = 7;
const FEWEST_PARTICIPANTS = 15;

/**
 * Principal components of the votes with gaps filled by the statement's mean; a participant's position is the sum of
 * (vote - mean) x component over the statements seen, times sqrt(statements / seen), so that those who saw few are not
 * drawn to the middle. Statements left out stand as passes, as in pol.is. Those with at least 7 votes (or all) take
 * part, and where they are fewer than 15, those with the most votes besides.
 * @param votes participants x statements.
 * @param leftOut statements that moderation took out, by position.
 * @throws RangeError where rows differ in length, a vote is none, or a statement left out does not exist.
 * @example opinionMap([[1, -1], [-1, 1], [1, -1]]).centre // [0.3333333333333333, -0.3333333333333333]
 */
export function opinionMap(
  votes: OpinionVotes,
  { leftOut = [] }: { leftOut?: readonly number[] } = {},
): OpinionMap {
  const statements = requireVotes(votes);
  const out = requireStatements(leftOut, statements);
  const n = votes.length;
  const filled = votes.map((row) => row.map((vote, j) => (out.has(j) ? 0 : vote)));
  const { centre, unseen } = meanVotes(filled, statements);
  const components = principalComponents(filled, centre, statements);
  const positions = new Float64Array(2 * n);
  filled.forEach((row, i) => {
    const seen = row.filter((vote) => vote !== null).length;
    const stretch = Math.sqrt(statements / Math.max(1, seen));
    row.forEach((vote, j) => {
      if (vote === null) return;
      for (const k of [0, 1]) positions[2 * i + k] += stretch * (vote - centre[j]) * components[2 * j + k];
    });
  });
  const statementPositions = components.map((entry, at) => {
    return Math.sqrt(statements) * (1 - centre[Math.floor(at / 2)]) * entry;
  });
  const warnings: MethodWarning[] = [];
  if (unseen > 0) {
    const message = `nobody voted on ${unseen} of ${statements} statements; they do not move anybody`;
    warnings.push({ code: 'unseen-statements', message });
  }
  const participating = takingPart(votes, statements);
  const method = 'pol.is opinion map, two principal components';
  return { centre, components, positions, statementPositions, participating, n, method, warnings };
}

/** Statements that exist, as a set. */
export function requireStatements(leftOut: readonly number[], statements: number): Set<number> {
  leftOut.forEach((statement, i) => {
    if (!Number.isInteger(statement) || statement < 0 || statement >= statements) {
      throw new RangeError(`leftOut[${i}]: got ${statement}; expected the position of a statement`);
    }
  });
  return new Set(leftOut);
}

function meanVotes(filled: OpinionVotes, statements: number) {
  const centre = new Float64Array(statements);
  let unseen = 0;
  for (let j = 0; j < statements; j++) {
    let [sum, seen] = [0, 0];
    for (const row of filled) {
      const vote = row[j];
      if (vote === null) continue;
      sum += vote;
      seen++;
    }
    if (seen === 0) unseen++;
    else centre[j] = sum / seen;
  }
  return { centre, unseen };
}

/** Eigenvectors of the cross-products: a gap filled by the mean is 0 from the centre and adds nothing. */
function principalComponents(filled: OpinionVotes, centre: Float64Array, statements: number): Float64Array {
  const products = new Float64Array(statements * statements);
  const away = new Float64Array(statements);
  for (const row of filled) {
    row.forEach((vote, j) => {
      away[j] = vote === null ? 0 : vote - centre[j];
    });
    for (let i = 0; i < statements; i++) {
      if (away[i] === 0) continue;
      for (let j = 0; j < statements; j++) products[i * statements + j] += away[i] * away[j];
    }
  }
  const { vectors } = symmetricEigen(products, statements);
  const components = new Float64Array(2 * statements);
  for (let j = 0; j < statements; j++) {
    for (let k = 0; k < Math.min(2, statements); k++) components[2 * j + k] = vectors[j * statements + k];
  }
  return components;
}

function takingPart(votes: OpinionVotes, statements: number): number[] {
  const given = votes.map((row) => row.filter((vote) => vote !== null).length);
  const byVotes = votes.map((_, i) => i).sort((x, y) => given[y] - given[x]);
  const enough = byVotes.filter((i) => given[i] >= Math.min(ENOUGH_VOTES, statements));
  const most = byVotes.slice(0, Math.max(FEWEST_PARTICIPANTS, enough.length));
  return most.sort((x, y) => x - y);
}
