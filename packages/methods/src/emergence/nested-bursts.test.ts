/** Bursts read off sequences of states. */
import { describe, expect, it } from 'vitest';
import { nestedBursts } from './nested-bursts.ts';

describe('nested bursts', () => {
  const stretches = (states: number[]) =>
    nestedBursts(states, () => 0).map(({ level, first, last }) => [level, first, last]);

  it('are the longest stretches at a level or above, the outer before the inner', () => {
    expect(stretches([0, 1, 2, 2, 1, 0, 1])).toEqual([
      [1, 1, 4],
      [2, 2, 3],
      [1, 6, 6],
    ]);
  });

  it('open several levels at once', () => {
    expect(stretches([3, 0])).toEqual([
      [1, 0, 0],
      [2, 0, 0],
      [3, 0, 0],
    ]);
  });

  it('weigh what each level saves over the one below', () => {
    const cost = (t: number, state: number) => 10 - t * state;
    expect(nestedBursts([0, 1, 2], cost).map((burst) => burst.weight)).toEqual([3, 2]);
  });
});
