/**
 * The cheapest way to divide units into groups, each unit in exactly one: best-first search, with a bound from prices
 * that no group exceeds. Source: Hart, Nilsson, Raphael, IEEE Trans. SSC 4 (1968) 100-107 (A*).
 */
import { type SpanGroup, tooEntangled } from './span-groups.ts';

/** More open ends than this are not followed. */
const MOST_STATES = 500_000;

interface State {
  /** Bit u is set where unit u is in a group already; `first` is the lowest one that is not. */
  covered: bigint;
  first: number;
  cost: number;
  /** Cost so far and the least that the rest can cost. */
  bound: number;
  group: SpanGroup | null;
  before: State | null;
}

/**
 * @param groups over units 0 to `units` - 1, numbered so that units that group together have near numbers; every unit
 * must also be in a group of its own.
 * @throws RangeError where the search grows out of hand.
 */
export function cheapestCover(groups: readonly SpanGroup[], units: number): SpanGroup[] {
  const prices = unitPrices(groups, units);
  const starting: { group: SpanGroup; mask: bigint; price: number }[][] = Array.from(
    { length: units },
    () => [],
  );
  for (const group of groups) {
    const mask = group.units.reduce((bits, unit) => bits | (1n << BigInt(unit)), 0n);
    const price = group.units.reduce((sum, unit) => sum + prices[unit], 0);
    starting[Math.min(...group.units)].push({ group, mask, price });
  }
  const best = new Map<bigint, number>();
  const open: State[] = [];
  const least = prices.reduce((sum, price) => sum + price, 0);
  push(open, { covered: 0n, first: 0, cost: 0, bound: least, group: null, before: null });
  for (let state = pop(open); state !== undefined; state = pop(open)) {
    if (state.first === units) return path(state);
    if (state.cost > (best.get(state.covered) ?? Number.POSITIVE_INFINITY)) continue;
    for (const { group, mask, price } of starting[state.first]) {
      if ((mask & state.covered) !== 0n) continue;
      const covered = state.covered | mask;
      const cost = state.cost + group.cost;
      if (cost >= (best.get(covered) ?? Number.POSITIVE_INFINITY)) continue;
      best.set(covered, cost);
      if (best.size > MOST_STATES) throw tooEntangled();
      let first = state.first + 1;
      while (((covered >> BigInt(first)) & 1n) === 1n) first++;
      push(open, { covered, first, cost, bound: state.bound + group.cost - price, group, before: state });
    }
  }
  return [];
}

function path(last: State): SpanGroup[] {
  const chosen: SpanGroup[] = [];
  for (let state: State | null = last; state?.group; state = state.before) chosen.push(state.group);
  return chosen.reverse();
}

/**
 * A price for each unit so that no group costs less than its units' prices: first each unit's cheapest share of a
 * group, then as much more as the groups that hold it leave.
 */
function unitPrices(groups: readonly SpanGroup[], units: number): Float64Array {
  const prices = new Float64Array(units).fill(Number.POSITIVE_INFINITY);
  const holding: SpanGroup[][] = Array.from({ length: units }, () => []);
  for (const group of groups) {
    for (const unit of group.units) {
      prices[unit] = Math.min(prices[unit], group.cost / group.units.length);
      holding[unit].push(group);
    }
  }
  for (let unit = 0; unit < units; unit++) {
    let slack = Number.POSITIVE_INFINITY;
    for (const { units: own, cost } of holding[unit]) {
      slack = Math.min(slack, cost - own.reduce((sum, one) => sum + prices[one], 0));
    }
    prices[unit] += Math.max(0, slack);
  }
  return prices;
}

/** A binary heap by `bound`; of equal bounds the further state first, so that ties end soon. */
function earlier(a: State, b: State): boolean {
  return a.bound < b.bound || (a.bound === b.bound && a.first > b.first);
}

function push(heap: State[], state: State): void {
  let at = heap.push(state) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!earlier(state, heap[parent])) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = state;
}

function pop(heap: State[]): State | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return top;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && earlier(heap[child + 1], heap[child])) child++;
    if (!earlier(heap[child], last)) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = last;
  return top;
}
