/** Seeded random numbers. Every method that draws takes a `Random`; none keeps one of its own. */

/** Uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * xoshiro128** seeded through splitmix32, so that neighbouring seeds give unrelated streams.
 * Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47 (2021).
 * @param seed any integer; its lower 32 bits are used.
 * @example seededRandom(1)() === seededRandom(1)() // true
 */
export function seededRandom(seed: number): Random {
  if (!Number.isInteger(seed)) throw new TypeError(`seed: got ${seed}; expected an integer`);
  let mix = seed >>> 0;
  const next32 = (): number => {
    mix = (mix + 0x9e3779b9) >>> 0;
    let z = mix;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  let a = next32();
  let b = next32();
  let c = next32();
  let d = next32();
  const step = (): number => {
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = (d << 11) | (d >>> 21);
    return result;
  };
  // 53 bits, so that a draw among many items is not coarser than the items.
  return () => ((step() >>> 5) * 67108864 + (step() >>> 6)) / 9007199254740992;
}

/** A uniform integer in [0, below). */
export function randomBelow(random: Random, below: number): number {
  return Math.floor(random() * below);
}

/** Fisher-Yates, in place; returns the same array. */
export function shuffle<T extends { length: number; [index: number]: unknown }>(items: T, random: Random): T {
  for (let i = items.length - 1; i > 0; i--) {
    const j = randomBelow(random, i + 1);
    const held = items[i];
    items[i] = items[j];
    items[j] = held;
  }
  return items;
}
