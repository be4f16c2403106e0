import { describe, expect, it } from 'vitest';
import { isSmall, isSmallShare, staysSecret } from './suppress-rule.ts';

describe('what counts as small', () => {
  it('is above zero and below the threshold', () => {
    expect([0, 1, 10, 11].map((count) => isSmall(count, 11))).toEqual([false, true, true, false]);
    expect([0, 1].map((threshold) => isSmall(1, threshold))).toEqual([false, false]);
  });

  it('is also a share of few, and one that leaves few over', () => {
    expect(isSmallShare(0, 9, 11)).toBe(true);
    expect(isSmallShare(95, 100, 11)).toBe(true);
    expect(isSmallShare(0, 100, 11)).toBe(false);
    expect(isSmallShare(100, 100, 11)).toBe(false);
  });
});

describe('a withheld small count', () => {
  it('is secret while half of what a small count can be is possible', () => {
    expect(staysSecret(1, 40, 11)).toBe(true);
    expect(staysSecret(6, 40, 11)).toBe(true);
    expect(staysSecret(7, 40, 11)).toBe(false);
    expect(staysSecret(1, 4, 11)).toBe(false);
  });

  it('needs two values at the least', () => {
    expect(staysSecret(1, 1, 2)).toBe(false);
    expect(staysSecret(1, 2, 2)).toBe(true);
  });
});
