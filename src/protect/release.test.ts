import { describe, expect, it } from 'vitest';
import { releasedCount, releasedShare, releasedStatistic } from './release.ts';

const options = { level: 0.95, nobody: 'nobody answered' };

describe('a number on its way out', () => {
  it('carries its denominator and Wilson interval where it is shown', () => {
    // Wilson for 81 of 263, as published: .2553 to .3662.
    expect(releasedShare({ count: 81, of: 263 }, false, options)).toMatchObject({
      state: 'shown',
      count: 81,
      of: 263,
      interval: {
        lower: expect.closeTo(0.2553, 4),
        upper: expect.closeTo(0.3662, 4),
        method: 'Wilson score',
      },
    });
  });

  it('carries no trace of its value where it is withheld', () => {
    expect(releasedCount(4, true)).toEqual({ state: 'withheld' });
    expect(releasedShare({ count: 4, of: 9 }, true, options)).toEqual({ state: 'withheld' });
    const result = { estimate: 0.5, interval: null, n: 9, method: 'alpha', warnings: [] };
    expect(releasedStatistic(result, true)).toEqual({ state: 'withheld' });
  });

  it('says why it is undefined', () => {
    expect(releasedShare({ count: 0, of: 0 }, false, options)).toEqual({
      state: 'undefined',
      reason: 'nobody answered',
    });
    const warnings = [{ code: 'single-category', message: 'every value is the same' }];
    const result = { estimate: null, interval: null, n: 9, method: 'alpha', warnings };
    expect(releasedStatistic(result, false)).toEqual({
      state: 'undefined',
      reason: 'every value is the same',
    });
  });
});
