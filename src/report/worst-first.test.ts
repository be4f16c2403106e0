import { describe, expect, it } from 'vitest';
import type { CodeAgreement } from '../agree/model.ts';
import type { Statistic } from '../protect/released.ts';
import type { CodeId } from '../study/ids.ts';
import { worstFirst } from './worst-first.ts';

const shown = (estimate: number): Statistic => ({
  state: 'shown',
  estimate,
  interval: null,
  n: 20,
  method: 'alpha',
});
const withAlpha = (code: string, alpha: Statistic): CodeAgreement => ({
  code: code as CodeId, // a literal of the test
  question: null,
  alpha,
  ac1: shown(1),
  percent: shown(1),
  used: shown(1),
});

describe('codes in the order in which they are looked at', () => {
  it('are those that coders agree on least first, and those without a number last', () => {
    const codes = [
      withAlpha('undetermined', { state: 'undefined', reason: 'never used' }),
      withAlpha('good', shown(0.9)),
      withAlpha('hidden', { state: 'withheld' }),
      withAlpha('perfect', shown(1)),
      withAlpha('bad', shown(-0.1)),
    ];
    expect(worstFirst(codes).map(({ code }) => code)).toEqual([
      'bad',
      'good',
      'perfect',
      'hidden',
      'undetermined',
    ]);
  });
});
