/** Draws the first places of a shuffled sequence, millions of times over, with the generator inside the loop. */
import type { Random } from '../common/random.ts';

/** State of a xoshiro128** generator (Blackman, Vigna, ACM TOMS 47, 2021) that takes its seed from `random`. */
export function samplingState(random: Random): Int32Array {
  const state = Int32Array.from({ length: 4 }, () => Math.floor(random() * 4294967296));
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

/**
 * Puts a uniform sample of the items into the first `places`, in random order, by Fisher and Yates's exchange.
 *
 * Each choice takes 32 random bits: among n items one can be too likely by n / 2^32 of its probability, which is far
 * below what a permutation test can notice.
 * @param items changed in place; their order before only says from where the exchange begins.
 * @param state of the generator, advanced in place.
 */
export function sampleWithoutReplacement(items: Int32Array, places: number, state: Int32Array): void {
  const n = items.length;
  let s0 = state[0];
  let s1 = state[1];
  let s2 = state[2];
  let s3 = state[3];
  for (let i = 0; i < places; i++) {
    const scrambled = Math.imul(s1, 5);
    const bits = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    const chosen = i + ((bits * ((n - i) * 2.3283064365386963e-10)) | 0);
    const held = items[i];
    items[i] = items[chosen];
    items[chosen] = held;
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}
