import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WorkingCoding } from '../../../src/code/model.ts';
import { indexText } from '../../../src/text/text-index.ts';
import type { DeskCoding } from '../sync/outbox.ts';
import { blocksOf } from './blocks.ts';
import { nextMarks, noMarks } from './marks.ts';

const text = '환자가 🧠 약을 끊었다.\n'.repeat(400);
const place = { index: indexText(text), starts: blocksOf(text).map(({ start }) => start) };
const none = noMarks(place);

function coding(id: string, span: [number, number] | null, supersedes: string | null = null): DeskCoding {
  const coded = WorkingCoding.parse({
    id,
    participant: 'P1',
    question: 'q1',
    wave: 'w1',
    code: 'VU01',
    coder: 'A',
    pass: 'independent',
    passId: 'first',
    polarity: null,
    span: span && { start: span[0], end: span[1], quote: place.index.slice(...span) },
    origin: 'person',
    codebookVersion: 1,
    recordedAt: '2026-01-01T00:00:00.000Z',
    supersedes,
    ended: null,
  });
  return { ...coded, waiting: false };
}

const lanes = (marks: ReturnType<typeof nextMarks>) => [...marks.byId.values()].map(({ lane }) => lane);

describe('the marks of an answer', () => {
  it('stand under the quoted words, counted as the browser counts', () => {
    const marks = nextMarks(place, none, [coding('a', [4, 8])]);
    const mark = marks.byId.get(coding('a', null).id);
    expect(text.slice(mark?.start, mark?.end)).toBe('🧠 약을');
  });

  it('lie under one another where words overlap', () => {
    expect(
      lanes(nextMarks(place, none, [coding('a', [0, 9]), coding('b', [2, 5]), coding('c', [5, 7])])),
    ).toEqual([0, 1, 1]);
  });

  it('stay on their line when a longer one comes over them', () => {
    const before = nextMarks(place, none, [coding('a', [2, 5])]);
    expect(lanes(nextMarks(place, before, [coding('a', [2, 5]), coding('b', [0, 9])]))).toEqual([0, 1]);
  });

  it('keep line and slot when another takes the place on the same words', () => {
    const before = nextMarks(place, none, [coding('a', [0, 9]), coding('b', [2, 5])]);
    const after = nextMarks(place, before, [coding('a', [0, 9]), coding('c', [2, 5], 'b')]);
    expect([...after.byId.values()].map(({ slot, lane }) => [slot, lane])).toEqual([
      ['a', 0],
      ['b', 1],
    ]);
  });

  it('leave every block without a change as it was', () => {
    const codings = Array.from({ length: 100 }, (_, at) => coding(`k${at}`, [at * 50, at * 50 + 20]));
    const before = nextMarks(place, none, codings);
    const after = nextMarks(place, before, [...codings, coding('new', [3, 6])]);
    const changed = after.touching.flatMap((marks, at) => (marks === before.touching[at] ? [] : [at]));
    expect(changed).toEqual([0]);
    expect(nextMarks(place, after, [...codings, coding('new', [3, 6])])).toBe(after);
  });

  it('are the same codings in the blocks that they run through, whatever came before', () => {
    const spans = fc.array(
      fc
        .tuple(fc.nat(4000), fc.integer({ min: 1, max: 900 }))
        .map(([start, length]) => [start, start + length] as const),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(spans, fc.nat(12), fc.nat(12), (given, first, last) => {
        const codings = given.map(([start, end], at) => coding(`k${at}`, [start, end]));
        const before = nextMarks(place, none, codings.slice(0, first));
        const kept = codings.slice(Math.min(last, first));
        const marks = nextMarks(place, before, kept);
        const idsOf = (all: typeof marks) =>
          all.touching.map((block) => block.map(({ coding: { id } }) => id).toSorted());
        expect(idsOf(marks)).toEqual(idsOf(nextMarks(place, none, kept)));
        expect(marks.beginning.flat()).toHaveLength(kept.length);
      }),
    );
  });
});
