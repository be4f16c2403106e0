/**
 * The groups of spans that an alignment may hold together: one span of each of two coders or more, cheaper together
 * than each alone. Source: Mathet, Widlöcher, Métivier (2015) section 4.4.
 */
import type { Span } from './continuum.ts';
import type { Dissimilarity } from './span-dissimilarity.ts';

/** A span of any coder; `unit` numbers them all, coder after coder. */
export interface PlacedSpan extends Span {
  coder: number;
  unit: number;
}

/** `cost` is the mean dissimilarity over all pairs of coders, one without a span costing `empty` with any other. */
export interface SpanGroup {
  units: number[];
  cost: number;
}

export function placeSpans(coders: ReadonlyArray<ReadonlyArray<Span>>): PlacedSpan[][] {
  let unit = 0;
  return coders.map((spans, coder) => spans.map((span) => ({ ...span, coder, unit: unit++ })));
}

/** More groups than this mean that spans overlap too much for the best alignment to be found in reasonable time. */
const MOST_GROUPS = 300_000;

/**
 * Every group of two spans or more that costs less than its spans would alone, `empty` each.
 * @throws RangeError where there are too many to search.
 */
export function worthwhileGroups(
  coders: PlacedSpan[][],
  dissimilarity: Dissimilarity,
  empty: number,
): SpanGroup[] {
  const pairs = (coders.length * (coders.length - 1)) / 2;
  const groups: SpanGroup[] = [];
  // `own` adds up the chosen spans' dissimilarities; each further pair costs `empty`.
  const extend = (chosen: PlacedSpan[], own: number, next: number): void => {
    const size = chosen.length;
    if (size > 1) {
      const cost = (own + (pairs - (size * (size - 1)) / 2) * empty) / pairs;
      if (cost < size * empty) groups.push({ units: chosen.map(({ unit }) => unit), cost });
      if (groups.length > MOST_GROUPS) throw tooEntangled();
    }
    for (let coder = next; coder < coders.length; coder++) {
      // Even if all further coders' spans matched exactly, the group must stay cheaper than its spans alone.
      const largest = size + coders.length - coder;
      const allowed = largest * empty * pairs - (pairs - (largest * (largest - 1)) / 2) * empty;
      for (const span of coders[coder]) {
        let sum = own;
        for (const other of chosen) sum += dissimilarity(other, span);
        if (sum < allowed) extend([...chosen, span], sum, coder + 1);
      }
    }
  };
  extend([], 0, 0);
  return groups;
}

export function tooEntangled(): RangeError {
  return new RangeError(
    'coders: the spans overlap too much to be aligned; expected fewer coders or shorter texts',
  );
}
