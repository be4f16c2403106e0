import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PassId } from '../../../src/code/model.ts';
import {
  type AnswerKey,
  CodeId,
  CodingId,
  ParticipantId,
  QuestionId,
  WaveId,
} from '../../../src/study/ids.ts';
import { type Act, type CodingContent, did, emptyHistory, type History, redo, undo } from './history.ts';

const answer = 'P1/Q1/W1' as AnswerKey;

function content(code: string): CodingContent {
  return {
    passId: PassId.parse('pass-1'),
    participant: ParticipantId.parse('P1'),
    question: QuestionId.parse('Q1'),
    wave: WaveId.parse('W1'),
    code: CodeId.parse(code),
    polarity: null,
    span: null,
    textHash: '0'.repeat(64),
    codebookVersion: 1,
    origin: 'person',
  };
}

/** The append-only record as the server keeps it: an id is made once, and ended once. */
function record() {
  const living = new Map<string, string>();
  const used = new Set<string>();
  let next = 0;
  const end = (id: string) => expect(living.delete(id), `${id} is living`).toBe(true);
  return {
    newId: () => CodingId.parse(`c${next++}`),
    carryOut(acts: readonly Act[]) {
      for (const act of acts) {
        if (act.kind === 'end') end(act.id);
        else {
          if (act.supersedes !== null) end(act.supersedes);
          expect(used.has(act.id), 'an id is never used twice').toBe(false);
          used.add(act.id);
          living.set(act.id, act.content.code);
        }
      }
    },
    codes: () => [...living.values()].sort(),
    living,
  };
}

type Op = Done | { kind: 'turn'; back: boolean };

type Done = { kind: 'make' | 'end' | 'change'; nth: number; code: string };

const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('make' as const, 'end' as const, 'change' as const),
    nth: fc.nat(5),
    code: fc.constantFrom('A', 'B', 'C'),
  }),
  fc.record({ kind: fc.constant('turn' as const), back: fc.boolean() }),
);

function play(ops: readonly Op[]) {
  const server = record();
  let history: History = emptyHistory;
  const states = [server.codes()];
  let at = 0;
  for (const one of ops) {
    if (one.kind === 'turn') {
      const turned = one.back ? undo(history, server.newId) : redo(history, server.newId);
      if (turned === null) continue;
      history = turned.history;
      server.carryOut(turned.acts);
      at += one.back ? -1 : 1;
      expect(server.codes()).toEqual(states[at]);
      continue;
    }
    const chosen =
      one.kind === 'make' ? undefined : [...server.living][one.nth % Math.max(1, server.living.size)];
    if (one.kind !== 'make' && chosen === undefined) continue;
    const before = chosen && { id: CodingId.parse(chosen[0]), content: content(chosen[1]) };
    if (one.kind === 'end' && before) {
      server.carryOut([{ kind: 'end', id: before.id }]);
      history = did(history, answer, { ended: [before] });
    } else {
      const made = { id: server.newId(), content: content(one.code) };
      server.carryOut([{ kind: 'make', ...made, supersedes: before?.id ?? null }]);
      history = did(history, answer, { made: [made], ended: before ? [before] : [] });
    }
    states.length = at + 1;
    states.push(server.codes());
    at++;
  }
  return { server, states, history };
}

describe('undo and redo', () => {
  it('pass through the very states that the person made, whatever was done and undone before', () => {
    fc.assert(fc.property(fc.array(op, { maxLength: 40 }), (ops) => void play(ops)));
  });

  it('go back to the beginning and forth to the end', () => {
    fc.assert(
      fc.property(fc.array(op, { maxLength: 20 }), (ops) => {
        const back = ops.map(() => ({ kind: 'turn' as const, back: true }));
        const forth = ops.map(() => ({ kind: 'turn' as const, back: false }));
        const { server, states } = play([...ops, ...back]);
        expect(server.codes()).toEqual(states[0]);
        const again = play([...ops, ...back, ...forth]);
        expect(again.server.codes()).toEqual(again.states.at(-1));
      }),
    );
  });

  it('put a changed polarity back in one step, the old coding in the place of the new', () => {
    const was = { id: CodingId.parse('old'), content: content('A') };
    const is = { id: CodingId.parse('new'), content: { ...content('A'), polarity: 'negative' as const } };
    const history = did(emptyHistory, answer, { made: [is], ended: [was] });
    expect(undo(history, () => CodingId.parse('again'))?.acts).toEqual([
      { kind: 'make', id: 'again', content: was.content, supersedes: 'new' },
    ]);
  });

  it('have nothing to do at the ends', () => {
    expect(undo(emptyHistory, () => CodingId.parse('x'))).toBeNull();
    expect(redo(emptyHistory, () => CodingId.parse('x'))).toBeNull();
  });

  it('forget what was undone once something new is done', () => {
    const one = { id: CodingId.parse('c1'), content: content('A') };
    const two = { id: CodingId.parse('c2'), content: content('B') };
    const undone = undo(did(emptyHistory, answer, { made: [one] }), () => CodingId.parse('c3'));
    const history = did(undone?.history ?? emptyHistory, answer, { made: [two] });
    expect(redo(history, () => CodingId.parse('c4'))).toBeNull();
  });
});
