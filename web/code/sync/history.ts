/**
 * Undo and redo without end over an append-only record: undoing a coding takes it back, redoing it makes the same again
 * under a new id. A *slot* is one coding through all its ids, so that steps long past still find what they made.
 */
import type { NewCoding } from '../../../src/code/model.ts';
import type { AnswerKey, CodingId } from '../../../src/study/ids.ts';

export type CodingContent = Omit<NewCoding, 'id' | 'supersedes'>;

interface Step {
  answer: AnswerKey;
  made: readonly Slot[];
  ended: readonly Slot[];
}

/** The id under which the coding was first known. */
type Slot = CodingId;

export interface History {
  past: readonly Step[];
  future: readonly Step[];
  content: ReadonlyMap<Slot, CodingContent>;
  /** The id that each slot has now, or had last. */
  idOf: ReadonlyMap<Slot, CodingId>;
  slotOf: ReadonlyMap<CodingId, Slot>;
}

export const emptyHistory: History = {
  past: [],
  future: [],
  content: new Map(),
  idOf: new Map(),
  slotOf: new Map(),
};

/** What is to be done to the record; `supersedes` where one thing takes another's place. */
export type Act =
  | { kind: 'make'; id: CodingId; content: CodingContent; supersedes: CodingId | null }
  | { kind: 'end'; id: CodingId };

interface Known {
  id: CodingId;
  content: CodingContent;
}

/** A person has made and taken back; what had been undone before can no longer be redone. */
export function did(
  history: History,
  answer: AnswerKey,
  { made = [], ended = [] }: { made?: readonly Known[]; ended?: readonly Known[] },
): History {
  const known = [...made, ...ended].reduce(learn, history);
  const slots = (codings: readonly Known[]) => codings.map(({ id }) => known.slotOf.get(id) ?? id);
  const step = { answer, made: slots(made), ended: slots(ended) };
  return { ...known, past: [...known.past, step], future: [] };
}

function learn(history: History, { id, content }: Known): History {
  if (history.slotOf.has(id)) return history;
  return {
    ...history,
    content: new Map(history.content).set(id, content),
    idOf: new Map(history.idOf).set(id, id),
    slotOf: new Map(history.slotOf).set(id, id),
  };
}

export interface Turned {
  history: History;
  acts: Act[];
  answer: AnswerKey;
}

/** @param newId makes an id for each coding that is made again */
export function undo(history: History, newId: () => CodingId): Turned | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  const turned = swap(history, step.made, step.ended, newId);
  return {
    acts: turned.acts,
    answer: step.answer,
    history: { ...turned.history, past: history.past.slice(0, -1), future: [step, ...history.future] },
  };
}

export function redo(history: History, newId: () => CodingId): Turned | null {
  const [step, ...later] = history.future;
  if (step === undefined) return null;
  const turned = swap(history, step.ended, step.made, newId);
  return {
    acts: turned.acts,
    answer: step.answer,
    history: { ...turned.history, past: [...history.past, step], future: later },
  };
}

/** Takes some codings back and makes others again; where one stands for one, the new one supersedes the old. */
function swap(
  history: History,
  away: readonly Slot[],
  back: readonly Slot[],
  newId: () => CodingId,
): { history: History; acts: Act[] } {
  const current = (slot: Slot) => history.idOf.get(slot) ?? slot;
  const idOf = new Map(history.idOf);
  const slotOf = new Map(history.slotOf);
  const isOneForOne = away.length === 1 && back.length === 1;
  const ends: Act[] = isOneForOne ? [] : away.map((slot) => ({ kind: 'end', id: current(slot) }));
  const makes = back.flatMap((slot): Act[] => {
    const content = history.content.get(slot);
    if (content === undefined) return [];
    const id = newId();
    idOf.set(slot, id);
    slotOf.set(id, slot);
    const [replaced] = isOneForOne ? away : [];
    return [{ kind: 'make', id, content, supersedes: replaced === undefined ? null : current(replaced) }];
  });
  return { history: { ...history, idOf, slotOf }, acts: [...ends, ...makes] };
}
