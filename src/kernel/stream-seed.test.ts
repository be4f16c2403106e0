import { describe, expect, it } from 'vitest';
import { streamSeed } from './stream-seed.ts';

describe('the seed of a stream', () => {
  it('is the same for the same seed and name, and another for another', () => {
    expect(streamSeed(1, 'agree')).toBe(streamSeed(1, 'agree'));
    expect(new Set([streamSeed(1, 'agree'), streamSeed(2, 'agree'), streamSeed(1, 'align')]).size).toBe(3);
  });

  it('is a 32-bit whole number', () => {
    for (const seed of [0, -5, 2 ** 40]) {
      const stream = streamSeed(seed, '질문');
      expect(Number.isInteger(stream) && stream >= 0 && stream < 2 ** 32).toBe(true);
    }
  });
});
