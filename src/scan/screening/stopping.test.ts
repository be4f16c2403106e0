import { describe, expect, it } from 'vitest';
import type { Drawn } from './model.ts';
import type { Read } from './reads.ts';
import { whereToStop } from './stopping.ts';

let count = 0;
const reads = (drawn: Drawn, relevant: readonly (boolean | null)[]): Read[] =>
  relevant.map((one) => ({ record: `r${count++}`, relevant: one, drawn, at: '' }));
const none = (size: number): boolean[] => new Array(size).fill(false);
/** Twenty finds in the first sixty, then nothing. */
const thinned = reads('ranked', [...Array.from({ length: 60 }, (_, at) => at % 3 === 0), ...none(140)]);

describe('stopping', () => {
  it('cannot be spoken of before anything is included', () => {
    const { recall, stopping } = whereToStop(1000, reads('random', none(30)));
    expect(recall).toMatchObject({ estimate: null, interval: null, found: 0, warnings: ['none-found'] });
    expect(stopping).toMatchObject({ defensible: false, next: 'read on' });
    expect(stopping.statement.en).toContain('recall cannot be estimated');
  });

  it('is not defended by reading by rank alone, which only says when to draw a sample', () => {
    const { stopping } = whereToStop(1000, thinned);
    expect(stopping.defensible).toBe(false);
    expect(stopping.sample).toMatchObject({ drawn: 0 });
    expect(stopping.statement.en).toContain('at random');
  });

  it('is defended by a whole sample of a size fixed beforehand that holds nothing', () => {
    const size = whereToStop(1000, thinned).stopping.sample?.size ?? 0;
    expect(size).toBeGreaterThan(100);
    const almost = whereToStop(1000, [...thinned, ...reads('random', none(size - 1))]).stopping;
    expect(almost).toMatchObject({
      defensible: false,
      next: 'draw a random sample',
      sample: { size, drawn: size - 1 },
    });
    const whole = whereToStop(1000, [...thinned, ...reads('random', none(size))]);
    expect(whole.stopping).toMatchObject({ defensible: true, next: 'stop' });
    expect(whole.recall.method).toBe('random sample of the unread');
    expect(whole.recall.interval?.[0]).toBeGreaterThan(0.85);
  });

  it('is not defended by a sample that holds relevant records, among which count those not sure of', () => {
    const size = whereToStop(1000, thinned).stopping.sample?.size ?? 0;
    const sample = [null, true, true, true, ...none(size - 4)];
    const { recall, stopping } = whereToStop(1000, [...thinned, ...reads('random', sample)]);
    expect(stopping).toMatchObject({ defensible: false, next: 'read on' });
    expect(recall.found).toBe(24);
    expect(stopping.statement.ko).toContain('아직 멈출 수 없습니다');
  });

  it('begins a sample anew when reading goes on by rank', () => {
    const { stopping } = whereToStop(1000, [
      ...thinned,
      ...reads('random', none(50)),
      ...reads('ranked', [false]),
    ]);
    expect(stopping.sample?.drawn).toBe(0);
  });

  it('needs no estimate when all is read', () => {
    const { recall, stopping } = whereToStop(200, thinned);
    expect(recall).toMatchObject({ estimate: 1, interval: [1, 1], expected: 20 });
    expect(stopping.statement.en).toBe('All 200 records are read, 20 included. You may stop.');
  });
});
