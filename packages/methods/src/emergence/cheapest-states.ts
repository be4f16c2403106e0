/** The Viterbi search that both of Kleinberg's burst models share. */

export interface StatePath {
  /** The state of each step, 0 being the lowest. */
  states: Uint16Array;
  cost: number;
}

/**
 * The cheapest sequence of states when entering state j at step t costs `stepCost(t, j)`, rising from i to j costs
 * (j - i) `riseCost` and falling costs nothing, starting from state 0 before the first step. Exact, O(steps x states):
 * because rises cost in proportion, the cheapest way up and the cheapest way down are running minima.
 * Between equal costs the lower state is taken.
 */
export function cheapestStates(
  steps: number,
  stateCount: number,
  riseCost: number,
  stepCost: (step: number, state: number) => number,
): StatePath {
  let costs = new Float64Array(stateCount).fill(Infinity);
  costs[0] = 0;
  let next = new Float64Array(stateCount);
  const came = new Uint16Array(steps * stateCount);
  const fallFrom = new Uint16Array(stateCount);
  for (let t = 0; t < steps; t++) {
    let cheapest = stateCount - 1;
    for (let j = stateCount - 1; j >= 0; j--) {
      if (costs[j] <= costs[cheapest]) cheapest = j;
      fallFrom[j] = cheapest;
    }
    let riseFrom = 0;
    for (let j = 0; j < stateCount; j++) {
      const risen = costs[riseFrom] + (j - riseFrom) * riseCost;
      const fallen = costs[fallFrom[j]];
      const from = risen <= fallen ? riseFrom : fallFrom[j];
      came[t * stateCount + j] = from;
      next[j] = Math.min(risen, fallen) + stepCost(t, j);
      if (costs[j] < costs[riseFrom] + (j - riseFrom) * riseCost) riseFrom = j;
    }
    [costs, next] = [next, costs];
  }
  let state = 0;
  for (let j = 1; j < stateCount; j++) if (costs[j] < costs[state]) state = j;
  const cost = costs[state];
  const states = new Uint16Array(steps);
  for (let t = steps - 1; t >= 0; t--) {
    states[t] = state;
    state = came[t * stateCount + state];
  }
  return { states, cost };
}
