/** Votes on statements, as the methods of opinion groups take them. */

/** 1 agrees, -1 disagrees, 0 passes; `null` did not see the statement or did not answer. pol.is itself counts agree as -1. */
export type OpinionVote = 1 | 0 | -1 | null;

/** One row a participant, one column a statement. */
export type OpinionVotes = ReadonlyArray<ReadonlyArray<OpinionVote>>;

/** Checks the votes and returns how many statements there are. */
export function requireVotes(votes: OpinionVotes): number {
  const statements = votes.length === 0 ? 0 : votes[0].length;
  votes.forEach((row, i) => {
    if (row.length !== statements) {
      throw new RangeError(`votes[${i}]: got ${row.length} votes; expected ${statements}, one a statement`);
    }
    row.forEach((vote, j) => {
      if (vote !== null && vote !== 0 && vote !== 1 && vote !== -1) {
        throw new RangeError(`votes[${i}][${j}]: got ${vote}; expected 1, 0, -1 or null`);
      }
    });
  });
  return statements;
}

/** How many of these participants agreed, disagreed, and voted at all, on one statement. */
export interface VoteCounts {
  agrees: number;
  disagrees: number;
  seen: number;
}

/** Counts over the participants given, by statement. */
export function countVotes(
  votes: OpinionVotes,
  participants: Iterable<number>,
  statements: number,
): VoteCounts[] {
  const counts = Array.from({ length: statements }, () => ({ agrees: 0, disagrees: 0, seen: 0 }));
  for (const participant of participants) {
    votes[participant].forEach((vote, statement) => {
      if (vote === null) return;
      counts[statement].seen++;
      if (vote === 1) counts[statement].agrees++;
      if (vote === -1) counts[statement].disagrees++;
    });
  }
  return counts;
}

/** (1 + k) / (2 + n): the share of a kind of vote, drawn towards one half where few have voted. */
export function voteProbability(count: number, seen: number): number {
  return (1 + count) / (2 + seen);
}

/** z of whether a kind of vote is more than half: 2 sqrt(n+1) ((k+1)/(n+1) - 1/2). */
export function majorityTest(count: number, seen: number): number {
  return 2 * Math.sqrt(seen + 1) * ((count + 1) / (seen + 1) - 0.5);
}

/** The z above which pol.is calls a test significant, one-sided at 90 %. */
export const SIGNIFICANT = 1.2816;
