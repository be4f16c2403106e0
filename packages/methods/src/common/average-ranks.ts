/** Ranks with ties, which every rank statistic begins with. */

/** `ranks[i]` of `values[i]`, 1 for the smallest, tied values sharing the mean; `tieSum` is sum(t^3 - t) over ties of t. */
export function averageRanks(values: ArrayLike<number>): { ranks: Float64Array; tieSum: number } {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i).sort(
    (x, y) => values[x] - values[y],
  );
  const ranks = new Float64Array(values.length);
  let tieSum = 0;
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]] === values[order[from]]) to++;
    for (let i = from; i < to; i++) ranks[order[i]] = (from + to + 1) / 2;
    const tied = to - from;
    tieSum += tied ** 3 - tied;
    from = to;
  }
  return { ranks, tieSum };
}
