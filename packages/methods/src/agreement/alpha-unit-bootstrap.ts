/**
 * Resamples units, or whole participants, with replacement: what another sample of units could have given. The
 * default interval of alpha. Source: Efron (1979); for alpha, Zapf et al., BMC Med Res Methodol 16 (2016) 93.
 */
import { multinomialDraw } from '../common/binomial-draw.ts';
import { type Random, randomBelow } from '../common/random.ts';
import type { Progress } from '../common/result.ts';
import type { AlphaOfTimes } from './alpha-of-times.ts';
import { type Blocks, blockKinds } from './resampling-blocks.ts';

/** Fills `times` with how often a resample holds each pattern. */
export type DrawTimes = (times: Float64Array) => void;

/**
 * Draws as many blocks as there are. Where many blocks are alike, be they units of one pattern or participants whose
 * units have the same patterns, the frequencies of their kinds are drawn at once: they are multinomial.
 * @param frequencies how many units have each pattern.
 */
export function drawBlocks(all: Blocks, frequencies: ArrayLike<number>, random: Random): DrawTimes {
  const { blocks, start, pattern } = all;
  if (pattern.length === blocks && frequencies.length * 4 < blocks) {
    return (times) => multinomialDraw(random, blocks, frequencies, times);
  }
  const kinds = blockKinds(all, frequencies.length);
  if (kinds !== null) {
    const drawn = new Float64Array(kinds.first.length);
    return (times) => {
      multinomialDraw(random, blocks, kinds.count, drawn);
      times.fill(0);
      for (let k = 0; k < drawn.length; k++) {
        if (drawn[k] === 0) continue;
        const block = kinds.first[k];
        for (let e = start[block]; e < start[block + 1]; e++) times[pattern[e]] += drawn[k];
      }
    };
  }
  return (times) => {
    times.fill(0);
    for (let i = 0; i < blocks; i++) {
      const drawn = randomBelow(random, blocks);
      for (let e = start[drawn]; e < start[drawn + 1]; e++) times[pattern[e]]++;
    }
  };
}

/** @returns alpha of each resample, NaN where it is undefined. */
export function alphaUnitBootstrap(
  alphaOf: AlphaOfTimes,
  drawTimes: DrawTimes,
  patterns: number,
  draws: number,
  progress?: Progress,
): Float64Array {
  const alphas = new Float64Array(draws);
  const times = new Float64Array(patterns);
  for (let d = 0; d < draws; d++) {
    drawTimes(times);
    alphas[d] = alphaOf(times).alpha ?? Number.NaN;
    if (d % 32 === 31) progress?.((d + 1) / draws);
  }
  return alphas;
}
