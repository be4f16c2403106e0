/** The Viterbi search against the enumeration of every sequence of states. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cheapestStates } from './cheapest-states.ts';

function costOf(states: ArrayLike<number>, riseCost: number, stepCosts: number[][]): number {
  let cost = 0;
  let before = 0;
  for (let t = 0; t < states.length; t++) {
    cost += Math.max(0, states[t] - before) * riseCost + stepCosts[t][states[t]];
    before = states[t];
  }
  return cost;
}

/** Every sequence of `steps` states out of `stateCount`. */
function* allPaths(steps: number, stateCount: number): Generator<number[]> {
  for (let code = 0; code < stateCount ** steps; code++) {
    yield Array.from({ length: steps }, (_, t) => Math.floor(code / stateCount ** t) % stateCount);
  }
}

describe('cheapest states', () => {
  it('cost no more than any other sequence', () => {
    const problem = fc.record({
      stateCount: fc.integer({ min: 1, max: 4 }),
      riseCost: fc.double({ min: 0, max: 3, noNaN: true }),
      seeds: fc.array(fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 4, maxLength: 4 }), {
        minLength: 1,
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(problem, ({ stateCount, riseCost, seeds }) => {
        const found = cheapestStates(seeds.length, stateCount, riseCost, (t, j) => seeds[t][j]);
        let least = Number.POSITIVE_INFINITY;
        for (const path of allPaths(seeds.length, stateCount)) {
          least = Math.min(least, costOf(path, riseCost, seeds));
        }
        expect(Math.abs(found.cost - least)).toBeLessThan(1e-12);
        expect(Math.abs(costOf(found.states, riseCost, seeds) - least)).toBeLessThan(1e-12);
      }),
    );
  });

  it('take the lower state where the costs are equal', () => {
    expect(Array.from(cheapestStates(3, 3, 0, () => 1).states)).toEqual([0, 0, 0]);
  });

  it('of no steps are none', () => {
    expect(cheapestStates(0, 2, 1, () => 0)).toEqual({ states: new Uint16Array(0), cost: 0 });
  });
});
