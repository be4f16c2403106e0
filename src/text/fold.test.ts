import { describe, expect, it } from 'vitest';
import { fold } from './fold.ts';

describe('folding', () => {
  it('makes spacing, case, width and composition alike', () => {
    expect(fold('망상 강화')).toBe(fold('망상강화'));
    expect(fold('ＣｈａｔＧＰＴ 를')).toBe('chatgpt를');
    expect(fold('의무기록'.normalize('NFD'))).toBe('의무기록');
  });
});
