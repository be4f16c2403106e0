/** What the decisions on a record come to, and who may see which of them. Pure. */
import type { Judgement } from './judgement.ts';
import type { Outcome, RecordScreening } from './model.ts';

/** So many must have decided before a record has an outcome, and before others may see how. */
export const SCREENERS_A_RECORD = 2;

export function outcomeOf({ decided, settlement }: Judgement): Outcome {
  if (decided.length === 0) return 'unread';
  if (decided.length < SCREENERS_A_RECORD) return 'read by one';
  if (settlement !== null) return settlement.decision;
  return isConflict({ decided })
    ? 'conflict'
    : decided[0]?.standing.decision === 'include'
      ? 'include'
      : 'exclude';
}

/** Whether two have decided and a third person must say: they differ, or are not sure. */
export function isConflict({ decided }: Pick<Judgement, 'decided'>): boolean {
  const decisions = new Set(decided.map(({ standing }) => standing.decision));
  return decided.length >= SCREENERS_A_RECORD && (decisions.size > 1 || decisions.has('unsure'));
}

/**
 * Others' decisions are shown when two have decided: to the two because they did, to whoever settles because both did.
 * Until then no more is told of a record than that somebody has read it.
 */
export function screeningSeenBy(account: string, record: string, judgement: Judgement): RecordScreening {
  const standing = judgement.decided.map((one) => one.standing);
  const open = standing.length >= SCREENERS_A_RECORD;
  return {
    record,
    outcome: outcomeOf(judgement),
    mine: standing.find(({ screener }) => screener === account) ?? null,
    others: open ? standing.filter(({ screener }) => screener !== account) : null,
    settlement: open ? judgement.settlement : null,
  };
}
