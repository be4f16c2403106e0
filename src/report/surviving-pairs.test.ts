import { describe, expect, it } from 'vitest';
import { survivingPairs } from './surviving-pairs.ts';
import { fullStudy } from './testing.ts';

describe('the pairs that a reader is led to', () => {
  const pairs = survivingPairs(fullStudy().analysis);

  it('go together more often than chance, at a q of 0.05 or less', () => {
    expect(pairs.length).toBeGreaterThan(0);
    for (const { test } of pairs) {
      expect(test.q).toBeLessThanOrEqual(0.05);
      expect(test.lift).toBeGreaterThan(1);
    }
  });

  it('come with the smallest q first', () => {
    const qs = pairs.map(({ test }) => test.q);
    expect(qs).toEqual(qs.toSorted((a, b) => a - b));
  });
});
