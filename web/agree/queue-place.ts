/** Where one stands in a queue that others work through at the same time. Pure. */
import type { Decision, Disagreement, DisagreementQueue } from '../../src/agree/decision-model.ts';
import { matterKey } from '../../src/agree/matters.ts';

export interface QueuePlace {
  index: number;
  /** In view: it stays there when the queue changes around it, or loses it. */
  pinned: Disagreement | null;
}

/** The disagreement to show, and its place among the items; null where there is none. */
export function standingAt(items: readonly Disagreement[], { index, pinned }: QueuePlace) {
  if (pinned !== null) {
    const found = items.findIndex((item) => matterKey(item) === matterKey(pinned));
    return { index: found === -1 ? index : found, item: items[found] ?? pinned, isInQueue: found !== -1 };
  }
  const at = Math.min(index, items.length - 1);
  const item = items[at];
  return item === undefined ? null : { index: at, item, isInQueue: true };
}

/** The queue after a decision: a queue of open ones has lost it, any other shows it decided. */
export function withDecision(
  queue: DisagreementQueue,
  decision: Decision,
  state: 'open' | 'decided' | 'all',
): DisagreementQueue {
  const key = matterKey(decision);
  const before = queue.items.find((item) => matterKey(item) === key);
  const isNew = before !== undefined && before.decision === null;
  const leaves = state === 'open' && before !== undefined;
  return {
    ...queue,
    total: queue.total - (leaves ? 1 : 0),
    open: queue.open - (isNew ? 1 : 0),
    decided: queue.decided + (isNew ? 1 : 0),
    items: leaves
      ? queue.items.filter((item) => item !== before)
      : queue.items.map((item) => (item === before ? { ...item, decision } : item)),
  };
}
