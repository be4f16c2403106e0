/**
 * How many relevant records the unread rest of a ranking holds, from how the finds thin out.
 *
 * Finds along the ranking are a Poisson process whose rate falls exponentially. Source: Sneyd and Stevenson, "Modelling
 * stopping criteria for search results using Poisson processes", EMNLP-IJCNLP 2019, 3484-3489.
 */
import { binomialDraw } from '../common/binomial-draw.ts';
import { quantileOfSorted } from '../common/quantile.ts';
import type { Random } from '../common/random.ts';

/** Relevant records expected among the unread. */
export interface ExpectedRest {
  expected: number;
  /** Prediction limits, from fits to `draws` simulated rankings. */
  lower: number;
  upper: number;
}

/** The constant below which a falling rate cannot be told from an even one. */
const EVEN = 1e-9;

/**
 * @param ranked whether each read was relevant, in ranked order; at least one of them.
 * @param unread how many records are left.
 */
export function expectedRest(
  ranked: readonly boolean[],
  unread: number,
  { level, draws, random }: { level: number; draws: number; random: Random },
): ExpectedRest {
  const read = ranked.length;
  const positions = ranked.flatMap((relevant, i) => (relevant ? [i + 0.5] : []));
  const found = positions.length;
  const decline = fitDecline(mean(positions), read);
  const rests = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const again = binomialDraw(random, read, found / read);
    let sum = 0;
    for (let i = 0; i < again; i++) sum += drawPosition(random, decline, read);
    const expected = again === 0 ? 0 : again * restPerFind(fitDecline(sum / again, read), read, unread);
    rests[draw] = unread === 0 ? 0 : binomialDraw(random, unread, Math.min(1, expected / unread));
  }
  rests.sort();
  return {
    expected: Math.min(unread, found * restPerFind(decline, read, unread)),
    lower: quantileOfSorted(rests, (1 - level) / 2, 1),
    upper: quantileOfSorted(rests, (1 + level) / 2, 1),
  };
}

/** The decline per read, by maximum likelihood; 0 where finds come late, for a ranking does not get better. */
function fitDecline(meanPosition: number, read: number): number {
  // The mean of an exponential cut off at 1 falls with its decline.
  const target = meanPosition / read;
  let [low, high] = [0, 1];
  if (target >= meanOfCut(EVEN)) return 0;
  while (meanOfCut(high) > target) high *= 2;
  for (let round = 0; round < 45; round++) {
    const middle = (low + high) / 2;
    if (meanOfCut(middle) > target) low = middle;
    else high = middle;
  }
  return (low + high) / 2 / read;
}

function meanOfCut(decline: number): number {
  if (decline < 1e-4) return 0.5 - decline / 12;
  return 1 / decline - 1 / Math.expm1(decline);
}

/** Relevant records among the unread for each found, at a given decline. */
function restPerFind(decline: number, read: number, unread: number): number {
  if (decline * read < EVEN) return unread / read;
  return (Math.exp(-decline * read) * Math.expm1(-decline * unread)) / Math.expm1(-decline * read);
}

function drawPosition(random: Random, decline: number, read: number): number {
  if (decline * read < EVEN) return random() * read;
  return -Math.log1p(random() * Math.expm1(-decline * read)) / decline;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
