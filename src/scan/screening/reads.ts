/** What a screener knows of the records, in the order in which it was learnt: what the learner and the estimates rest on. */
import type { Judgement } from './judgement.ts';
import type { Drawn } from './model.ts';
import { outcomeOf } from './outcome.ts';

export interface Read {
  record: string;
  /** Null where the screener is not sure. */
  relevant: boolean | null;
  drawn: Drawn;
  at: string;
}

/**
 * The screener's own decisions, and what two others have come to on records that the screener need not read any more.
 * A single other's decision is not among them: the screener is blind to it, and so is the learner that serves them.
 */
export function readsOf(screener: string, judgements: Iterable<readonly [string, Judgement]>): Read[] {
  const reads: Read[] = [];
  for (const [record, judgement] of judgements) {
    const read = readOf(screener, record, judgement);
    if (read !== null) reads.push(read);
  }
  return reads.sort((left, right) => (`${left.at} ${left.record}` < `${right.at} ${right.record}` ? -1 : 1));
}

function readOf(screener: string, record: string, judgement: Judgement): Read | null {
  const mine = judgement.decided.find(({ standing }) => standing.screener === screener);
  const outcome = outcomeOf(judgement);
  const isOver = outcome === 'include' || outcome === 'exclude';
  const settled = isOver && judgement.settlement !== null ? outcome === 'include' : null;
  if (mine !== undefined) {
    const own = mine.standing.decision === 'unsure' ? null : mine.standing.decision === 'include';
    return { record, relevant: settled ?? own, drawn: mine.drawn, at: mine.firstAt };
  }
  if (!isOver) return null;
  const at =
    judgement.decided
      .map(({ firstAt }) => firstAt)
      .sort()
      .at(-1) ?? '';
  return { record, relevant: outcome === 'include', drawn: 'chosen', at };
}
