import { describe, expect, it } from 'vitest';
import { seededRandom } from '../common/random.ts';
import { drawBlocks } from './alpha-unit-bootstrap.ts';

/** 200 participants with two units each: 100 hold patterns 0 and 0, 60 hold 0 and 1, 40 hold 1 and 1. */
const kinds = [
  { count: 100, patterns: [0, 0] },
  { count: 60, patterns: [1, 0] },
  { count: 40, patterns: [1, 1] },
];
const pattern = Int32Array.from(kinds.flatMap(({ count, patterns }) => Array(count).fill(patterns).flat()));
const start = Int32Array.from({ length: 201 }, (_, block) => 2 * block);
const frequencies = [260, 140];

function moments(draw: (times: Float64Array) => void, draws: number): { mean: number; variance: number } {
  const times = new Float64Array(2);
  let sum = 0;
  let squares = 0;
  for (let d = 0; d < draws; d++) {
    draw(times);
    expect(times[0] + times[1]).toBe(400);
    sum += times[0];
    squares += times[0] ** 2;
  }
  return { mean: sum / draws, variance: squares / draws - (sum / draws) ** 2 };
}

describe('resampling participants that are alike', () => {
  it('draws how often each kind of participant occurs as it would draw the participants', () => {
    const { mean, variance } = moments(
      drawBlocks({ blocks: 200, start, pattern }, frequencies, seededRandom(5)),
      20_000,
    );
    // Each of 200 participants brings 2, 1 or 0 units of pattern 0, with shares .5, .3, .2: mean 1.3, variance .61.
    expect(Math.abs(mean - 260)).toBeLessThan(0.4);
    expect(Math.abs(variance - 200 * 0.61)).toBeLessThan(4);
  });
});
