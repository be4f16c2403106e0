/**
 * The ratings that R's benchmark draws, drawn again here, so that both sides time the same data and must find the same
 * alpha: set.seed(1); truth <- sample.int(5, n, TRUE); each of 3 raters keeps the truth with probability .7.
 * Source: Matsumoto and Nishimura (1998) for the generator; R's documentation of `Random` for its seeding and sampling.
 */
import type { RatingMatrix } from '@firsthand/methods';

const CATEGORIES = 5;
const RATERS = 3;
const KEPT = 0.7;

/** Uniform numbers as R's `runif` gives them after `set.seed(seed)`. */
function mersenneTwister(seed: number): () => number {
  const state = new Uint32Array(624);
  let scrambled = seed >>> 0;
  const congruential = (): number => {
    scrambled = (Math.imul(69069, scrambled) + 1) >>> 0;
    return scrambled;
  };
  for (let i = 0; i < 51; i++) congruential();
  for (let i = 0; i < 624; i++) state[i] = congruential();
  let next = 624;
  const refill = (): void => {
    for (let i = 0; i < 624; i++) {
      const y = (state[i] & 0x80000000) | (state[(i + 1) % 624] & 0x7fffffff);
      state[i] = state[(i + 397) % 624] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    next = 0;
  };
  return () => {
    if (next === 624) refill();
    let y = state[next++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return (y >>> 0) * 2.3283064365386963e-10;
  };
}

/** One of 1 to `count` as `sample.int(count, n, TRUE)` draws it: so many bits of a number, drawn again if too large. */
function sampleInt(uniform: () => number, count: number): number {
  const mask = 2 ** Math.ceil(Math.log2(count)) - 1;
  for (;;) {
    const drawn = Math.floor(uniform() * 65536) & mask;
    if (drawn < count) return drawn + 1;
  }
}

export function rRatings(units: number): RatingMatrix {
  const uniform = mersenneTwister(1);
  const truth = Int32Array.from({ length: units }, () => sampleInt(uniform, CATEGORIES));
  const values = new Int32Array(units * RATERS);
  for (let rater = 0; rater < RATERS; rater++) {
    const kept = Float64Array.from({ length: units }, uniform);
    for (let u = 0; u < units; u++) {
      const slip = sampleInt(uniform, CATEGORIES);
      values[u * RATERS + rater] = kept[u] < KEPT ? truth[u] : slip;
    }
  }
  return { values, units, coders: RATERS };
}
