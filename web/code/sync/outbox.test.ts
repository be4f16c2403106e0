import { describe, expect, it } from 'vitest';
import { PassId, type WorkingCoding } from '../../../src/code/model.ts';
import {
  answerKey,
  CodeId,
  CoderId,
  CodingId,
  ParticipantId,
  QuestionId,
  WaveId,
} from '../../../src/study/ids.ts';
import { endedBy, livingCodings, type OutboxItem, type Settled, withoutGround } from './outbox.ts';

const coding = (id: string, participant = 'P1'): WorkingCoding => ({
  id: CodingId.parse(id),
  participant: ParticipantId.parse(participant),
  question: QuestionId.parse('Q1'),
  wave: WaveId.parse('W1'),
  code: CodeId.parse('A'),
  coder: CoderId.parse('coder-1'),
  pass: 'independent',
  passId: PassId.parse('pass-1'),
  polarity: null,
  span: null,
  origin: 'person',
  codebookVersion: 1,
  recordedAt: '2026-01-01T00:00:00.000Z',
  supersedes: null,
  ended: null,
});

const here = answerKey(coding('any'));
const nothingSettled: Settled = { made: new Map(), ended: new Set() };
const settled = (made: WorkingCoding[], ended: string[]): Settled => ({
  made: new Map(made.map((one) => [one.id, one])),
  ended: new Set(ended.map((id) => CodingId.parse(id))),
});
const ids = (codings: readonly { id: string }[]) => codings.map(({ id }) => id);

describe('the living codings of an answer', () => {
  it('are those of the server where nothing is on its way', () => {
    const listed = [coding('a'), coding('b'), coding('elsewhere', 'P2')];
    expect(ids(livingCodings(here, listed, nothingSettled, [], new Set()))).toEqual(['a', 'b']);
  });

  it('show what is on its way, marked as waiting', () => {
    const shown = livingCodings(
      here,
      [coding('a')],
      nothingSettled,
      [{ ...coding('b'), waiting: true }],
      new Set(),
    );
    expect(shown.map(({ id, waiting }) => [id, waiting])).toEqual([
      ['a', false],
      ['b', true],
    ]);
  });

  it('are without what was taken back, before and after the server knows of it', () => {
    const listed = [coding('a'), coding('b')];
    expect(ids(livingCodings(here, listed, nothingSettled, [], new Set([CodingId.parse('a')])))).toEqual([
      'b',
    ]);
    expect(ids(livingCodings(here, listed, settled([], ['a']), [], new Set()))).toEqual(['b']);
  });

  it('keep what the server acknowledged while an older list of it is still shown', () => {
    expect(ids(livingCodings(here, [coding('a')], settled([coding('b')], []), [], new Set()))).toEqual([
      'a',
      'b',
    ]);
  });

  it('never show one coding twice', () => {
    const b = coding('b');
    const waiting = [{ ...b, waiting: true }];
    expect(ids(livingCodings(here, [b], settled([b], []), waiting, new Set()))).toEqual(['b']);
  });
});

describe('an item of the outbox', () => {
  const { passId, participant, question, wave } = coding('a');
  const make = (id: string, supersedes: string | null): OutboxItem => ({
    kind: 'coding',
    pass: 'independent',
    coding: {
      ...{ id, passId, participant, question, wave, code: CodeId.parse('A'), polarity: null, span: null },
      ...{ textHash: '0'.repeat(64), codebookVersion: 1, origin: 'person' },
      supersedes: supersedes === null ? null : CodingId.parse(supersedes),
    },
  });

  it('takes back what it ends or supersedes', () => {
    expect(endedBy({ kind: 'end', coding: coding('a') })).toEqual(['a']);
    expect(endedBy(make('b', 'a'))).toEqual(['a']);
    expect(endedBy(make('b', null))).toEqual([]);
  });

  it('falls with the refused coding that it would take back', () => {
    expect(withoutGround(make('a', null), { kind: 'end', coding: coding('a') })).toBe(true);
    expect(withoutGround(make('a', null), { kind: 'end', coding: coding('b') })).toBe(false);
  });
});
