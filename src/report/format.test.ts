import { describe, expect, it } from 'vitest';
import {
  countText,
  decimal,
  grouped,
  percent,
  percentRange,
  probability,
  range,
  shareText,
  statisticText,
} from './format.ts';

const interval = { lower: 0.1915, upper: 0.3483, level: 0.95, method: 'Wilson' };

describe('numbers as they are spelled', () => {
  it('rounds shares to whole per cent, but never to none or all', () => {
    expect([0, 0.001, 0.2627, 0.999, 1].map(percent)).toEqual(['0%', '<1%', '26%', '>99%', '100%']);
    expect(percentRange(interval)).toBe('19–35');
  });

  it('groups thousands', () => {
    expect([0, 999, 1640, 1234567].map(grouped)).toEqual(['0', '999', '1,640', '1,234,567']);
  });

  it('writes a true minus sign, and none on zero', () => {
    expect([-0.123, -0.001, 0.5].map((value) => decimal(value))).toEqual(['−0.12', '0.00', '0.50']);
  });

  it('does not put a dash beside a minus sign', () => {
    expect(range({ lower: 0.62, upper: 0.79 }, 'en')).toBe('0.62–0.79');
    expect(range({ lower: -0.1, upper: 0.3 }, 'en')).toBe('−0.10 to 0.30');
    expect(range({ lower: -0.1, upper: 0.3 }, 'ko')).toBe('−0.10 ~ 0.30');
  });

  it('says that a probability is small rather than zero', () => {
    expect([0, 0.0009, 0.0312].map(probability)).toEqual(['<0.001', '<0.001', '0.031']);
  });

  it('gives shares with denominator and interval', () => {
    const share = { state: 'shown', count: 31, of: 118, estimate: 31 / 118, interval } as const;
    expect(shareText(share, 'en')).toBe('31/118 · 26% (19–35)');
  });

  it('has a word for what may not be shown and for what is not determined', () => {
    expect(countText({ state: 'withheld' }, 'ko')).toBe('비공개');
    expect(shareText({ state: 'withheld' }, 'en')).toBe('withheld');
    expect(statisticText({ state: 'undefined', reason: 'one category' }, 'en')).toBe('n/a');
  });
});
