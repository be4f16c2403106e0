/**
 * numpy.random.RandomState(seed).choice over a list, so that both sides of the comparison start from the same records.
 * Sources: Matsumoto and Nishimura, ACM TOMACS 8 (1998) 3-30 (MT19937); NumPy's legacy seeding and masked rejection.
 */

const STATE = 624;
const SHIFT = 397;

export interface NumpyRandom {
  choice<T>(items: readonly T[]): T;
}

/** @param seed 0 to 2^32 - 1. */
export function numpyRandom(seed: number): NumpyRandom {
  const state = new Uint32Array(STATE);
  state[0] = seed >>> 0;
  for (let i = 1; i < STATE; i++) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
  let at = STATE;

  const next32 = (): number => {
    if (at === STATE) {
      twist(state);
      at = 0;
    }
    let y = state[at++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  };

  const choice = <T>(items: readonly T[]): T => {
    const last = items.length - 1;
    if (last < 0) throw new RangeError('items: got an empty list; expected at least one item to choose');
    if (last === 0) return items[0];
    const mask = 2 ** (32 - Math.clz32(last)) - 1;
    for (;;) {
      const drawn = (next32() & mask) >>> 0;
      if (drawn <= last) return items[drawn];
    }
  };
  return { choice };
}

function twist(state: Uint32Array): void {
  for (let i = 0; i < STATE; i++) {
    const y = (state[i] & 0x80000000) | (state[(i + 1) % STATE] & 0x7fffffff);
    state[i] = state[(i + SHIFT) % STATE] ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  }
}
