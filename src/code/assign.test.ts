import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoderId, ParticipantId } from '../study/ids.ts';
import { assign, type Given } from './assign.ts';

const participantsOf = (count: number) =>
  Array.from({ length: count }, (_, at) => ParticipantId.parse(`P${String(at + 1).padStart(4, '0')}`));
const codersOf = (count: number) => Array.from({ length: count }, (_, at) => CoderId.parse(`C${at + 1}`));

function byParticipantOf(given: readonly Given[]): Map<ParticipantId, Given[]> {
  const found = new Map<ParticipantId, Given[]>();
  for (const one of given) found.set(one.participant, [...(found.get(one.participant) ?? []), one]);
  return found;
}

const plans = fc.record({
  participants: fc.integer({ min: 0, max: 120 }).map(participantsOf),
  coders: fc.integer({ min: 1, max: 6 }).map(codersOf),
  shared: fc.oneof(fc.constantFrom(0, 0.1, 0.2, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
});

describe('who is given whom', () => {
  it('is everybody, each by all coders or by one', () => {
    fc.assert(
      fc.property(plans, ({ participants, coders, ...plan }) => {
        const byParticipant = byParticipantOf(assign(participants, coders, plan));
        expect([...byParticipant.keys()].toSorted()).toEqual(participants);
        for (const given of byParticipant.values()) {
          expect([1, coders.length]).toContain(given.length);
          expect(new Set(given.map(({ coder }) => coder)).size).toBe(given.length);
        }
      }),
    );
  });

  it('shares the part asked for, rounded up to a whole person', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 0, max: 100 }), ({ participants, coders, seed }, percent) => {
        fc.pre(coders.length > 1);
        const given = byParticipantOf(assign(participants, coders, { shared: percent / 100, seed }));
        const shared = [...given.values()].filter((coded) => coded.length === coders.length);
        expect(shared).toHaveLength(Math.ceil((percent * participants.length) / 100));
      }),
    );
  });

  it('gives coders loads that differ by one at most', () => {
    fc.assert(
      fc.property(plans, ({ participants, coders, ...plan }) => {
        const given = assign(participants, coders, plan);
        const loads = coders.map((coder) => given.filter((one) => one.coder === coder).length);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is the same for the same seed, and leaves the list that it draws from alone', () => {
    fc.assert(
      fc.property(plans, ({ participants, coders, ...plan }) => {
        const before = [...participants];
        const first = assign(participants, coders, plan);
        expect(assign(participants, coders, plan)).toEqual(first);
        expect(participants).toEqual(before);
      }),
    );
  });

  it('draws so many as the sample names, and everybody where there are fewer', () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 200 }), ({ participants, coders, ...plan }, sample) => {
        const drawn = new Set(
          assign(participants, coders, { ...plan, sample }).map((one) => one.participant),
        );
        expect(drawn.size).toBe(Math.min(sample, participants.length));
      }),
    );
  });

  it('goes through what is shared first, so that coders can be compared early', () => {
    const given = assign(participantsOf(10), codersOf(2), { shared: 0.3, seed: 1 });
    const counts = given.map(
      ({ participant }) => given.filter((one) => one.participant === participant).length,
    );
    expect(counts).toEqual([2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('is drawn without regard to the order of participants: each is as likely to be shared', () => {
    const participants = participantsOf(5);
    const times = new Map(participants.map((participant) => [participant, 0]));
    for (let seed = 0; seed < 2000; seed++) {
      const [first] = assign(participants, codersOf(2), { shared: 0.2, seed });
      if (first) times.set(first.participant, (times.get(first.participant) ?? 0) + 1);
    }
    // 400 each; 5 standard deviations of a binomial of 2000 and 1/5 are 89.
    for (const count of times.values()) expect(Math.abs(count - 400)).toBeLessThan(90);
  });
});
