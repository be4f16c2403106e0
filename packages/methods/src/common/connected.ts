/** Whether every item can be compared with every other: without it, maximum-likelihood worths run off to infinity. */

/**
 * True where every item is reached from every other along `beats`, that is, where the items cannot be split into two
 * groups of which one never loses to the other. Source: Ford, Am Math Mon 64 (1957) 28.
 */
export function stronglyConnected(items: number, beats: ReadonlyArray<readonly [number, number]>): boolean {
  return (
    items > 0 &&
    reach(items, beats) === items &&
    reach(
      items,
      beats.map(([from, to]) => [to, from]),
    ) === items
  );
}

/** How many items are reached from the first one. */
function reach(items: number, edges: ReadonlyArray<readonly [number, number]>): number {
  const next: number[][] = Array.from({ length: items }, () => []);
  for (const [from, to] of edges) next[from].push(to);
  const seen = new Set([0]);
  for (const item of seen) for (const other of next[item]) seen.add(other);
  return seen.size;
}
