/** One participant's row and its place among those that meet the conditions. */
import { queryOptions } from '@tanstack/react-query';
import type { AnswerFilter, AnswersRow } from '../../src/synthesise/answers-page.ts';
import { fetchAnswers } from '../kit/api.ts';

export interface FoundParticipant {
  index: number;
  total: number;
  row: AnswersRow;
  before: string | undefined;
  after: string | undefined;
}

export const participantQuery = (study: string, participant: string, filter: readonly AnswerFilter[]) =>
  queryOptions({
    queryKey: ['study', study, 'participant', participant, filter],
    queryFn: () => findParticipant(participant, (from, count) => fetchAnswers(study, from, count, filter)),
  });

/**
 * The server gives participants in the order of their ids, so halving finds one among ten thousand in fourteen steps.
 * @returns null where nobody of that id is among them
 */
export async function findParticipant(
  participant: string,
  fetchRows: (from: number, count: number) => Promise<{ total: number; rows: AnswersRow[] }>,
): Promise<FoundParticipant | null> {
  let low = 0;
  let high = (await fetchRows(0, 1)).total - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const from = Math.max(0, middle - 1);
    // With its neighbours, which are the next ones to be read.
    const { total, rows } = await fetchRows(from, middle - from + 2);
    const at = middle - from;
    const row = rows[at];
    if (row === undefined) return null;
    const { id } = row.participant;
    if (id === participant) {
      return {
        index: middle,
        total,
        row,
        before: rows[at - 1]?.participant.id,
        after: rows[at + 1]?.participant.id,
      };
    }
    if (id < participant) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}
