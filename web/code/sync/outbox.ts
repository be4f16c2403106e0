/** What a coder has done and the server has not acknowledged yet: each thing complete in itself, sent in the order made. */
import type { Finished, MemoEdit, NewCoding, PassId, WorkingCoding } from '../../../src/code/model.ts';
import { type AnswerKey, answerKey, type CodingId } from '../../../src/study/ids.ts';
import type { Pass } from '../../../src/study/model.ts';

export type OutboxItem =
  | { kind: 'coding'; coding: NewCoding; pass: Pass }
  | { kind: 'end'; coding: WorkingCoding }
  | { kind: 'finished'; passId: PassId; finished: Finished }
  | { kind: 'memo'; memo: string; edit: MemoEdit };

/** An item as it waits. `place` is its turn, given by the browser's database. */
export interface Waiting {
  item: OutboxItem;
  /** Null until it is kept. */
  place: number | null;
}

/** What the server acknowledged of the codings, for as long as its lists may not show it. */
export interface Settled {
  made: ReadonlyMap<CodingId, WorkingCoding>;
  ended: ReadonlySet<CodingId>;
}

export type DeskCoding = WorkingCoding & { waiting: boolean };

/** A coding as it will be once the server has it. */
export function expected(
  { coding, pass }: Extract<OutboxItem, { kind: 'coding' }>,
  coder: WorkingCoding['coder'],
  recordedAt: string,
): WorkingCoding {
  const { textHash: _, id, ...rest } = coding;
  return { ...rest, id: id as CodingId, coder, pass, recordedAt, ended: null }; // a UUID fits an id's form
}

/** The living codings of one answer: the server's list, with what it has acknowledged since and what it is still to be told. */
export function livingCodings(
  answer: AnswerKey,
  fromServer: readonly WorkingCoding[],
  settled: Settled,
  waiting: readonly DeskCoding[],
  endings: ReadonlySet<CodingId>,
): DeskCoding[] {
  const byId = new Map<CodingId, DeskCoding>();
  const isHere = (coding: WorkingCoding) => answerKey(coding) === answer;
  for (const coding of fromServer) if (isHere(coding)) byId.set(coding.id, { ...coding, waiting: false });
  for (const coding of settled.made.values()) {
    if (isHere(coding)) byId.set(coding.id, { ...coding, waiting: false });
  }
  for (const coding of waiting) if (isHere(coding) && !byId.has(coding.id)) byId.set(coding.id, coding);
  return [...byId.values()].filter(({ id }) => !settled.ended.has(id) && !endings.has(id));
}

/** Codings that an item takes back. */
export function endedBy(item: OutboxItem): CodingId[] {
  if (item.kind === 'end') return [item.coding.id];
  if (item.kind === 'coding' && item.coding.supersedes !== null) return [item.coding.supersedes];
  return [];
}

/** Where a refused coding leaves those that were to follow it without ground: taking it back is done already. */
export function withoutGround(refused: OutboxItem, later: OutboxItem): boolean {
  return refused.kind === 'coding' && later.kind === 'end' && later.coding.id === refused.coding.id;
}
