import { describe, expect, it } from 'vitest';
import { blockHeight } from './block-height.ts';

const line = blockHeight('한 줄');

describe('the height of a block', () => {
  it('is that of its lines, the line break at its end adding none', () => {
    expect(blockHeight('한 줄\n')).toBe(line);
    expect(blockHeight('한 줄\n\n둘째\n')).toBe(3 * line);
  });

  it('counts where lines will break, Hangul twice as wide as Latin', () => {
    expect(blockHeight('가'.repeat(64))).toBe(2 * line);
    expect(blockHeight('a'.repeat(64))).toBe(line);
  });
});
