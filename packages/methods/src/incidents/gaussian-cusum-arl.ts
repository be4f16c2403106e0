/**
 * Average run length of a Gaussian CUSUM by its integral equation: L. C. Vance, Journal of Quality Technology 18 (1986)
 * 189-193; both sides together: J. M. Lucas and R. B. Crosier, Technometrics 24 (1982) 199-205.
 */
import { requireFinite } from '../common/checks.ts';
import { gaussLegendre } from '../common/gauss-legendre.ts';
import { meanAbsorptionTime } from '../common/mean-absorption-time.ts';
import { normalCdf, normalDensity, normalUpperTail } from '../common/normal.ts';
import { requireNonNegative } from '../common/series-checks.ts';
import { requireCusumOptions } from './cusum.ts';

export interface GaussianCusumArlOptions {
  /** The reference value in standard deviations; 0.5 by default. */
  k?: number;
  /** The decision interval in standard deviations, at most 50; 5 by default. */
  h?: number;
  /** The sum (both sums) before the first value, at most h / 2; 0 by default. */
  headStart?: number;
  /** 'upper' watches for a rise alone, 'two' for a rise or a fall; 'two' by default, as `gaussianCusum` does. */
  sides?: 'upper' | 'two';
}

/** The run lengths from a sum of 0 and from the head start. */
function upperRunLengths(shift: number, k: number, h: number, headStart: number): [number, number] {
  // The kernel has unit width: this many nodes leave an error below the rounding.
  const points = 32 + 8 * Math.ceil(h);
  const { nodes, weights } = gaussLegendre(points, 0, h);
  const starts = [0, headStart, ...nodes];
  const states = starts.length;
  const moves = new Float64Array(states * states);
  const exits = new Float64Array(states);
  starts.forEach((start, i) => {
    const drift = k - shift - start;
    moves[i * states] = normalCdf(drift);
    exits[i] = normalUpperTail(h + drift);
    for (let j = 0; j < points; j++) {
      moves[i * states + 2 + j] = weights[j] * normalDensity(nodes[j] + drift);
    }
  });
  const means = meanAbsorptionTime(moves, exits);
  return [means[0], means[1]];
}

/**
 * The mean number of values up to and including the first alarm, when the level lies `shift` standard deviations from
 * the centre. Solves L(u) = 1 + Phi(k - u - shift) L(0) + integral over (0, h) of phi(x + k - u - shift) L(x) dx by
 * Gauss-Legendre quadrature; the two sides combine as
 * (L+(u) L-(0) + L-(u) L+(0) - L+(0) L-(0)) / (L+(0) + L-(0)) from a head start u.
 * @param shift in standard deviations: 0 for the time between false alarms, the shift feared for the delay.
 * @throws RangeError on a shift that is not finite, k negative, h outside (0, 50], a head start outside [0, h / 2].
 * @example
 * gaussianCusumArl(0, { h: 4 }).estimate // 167.683788813621
 */
export function gaussianCusumArl(
  shift: number,
  options: GaussianCusumArlOptions = {},
): { estimate: number; method: string } {
  const { k = 0.5, h = 5, headStart = 0, sides = 'two' } = options;
  requireFinite('shift', shift);
  requireNonNegative('options.k', k);
  requireCusumOptions({ h, headStart });
  if (h > 50) throw new RangeError(`options.h: got ${h}; expected at most 50 standard deviations`);
  if (headStart > h / 2)
    throw new RangeError(`options.headStart: got ${headStart}; expected at most h / 2, ${h / 2}`);
  const method = `average run length, Gaussian CUSUM, ${sides === 'two' ? 'two-sided' : 'upper'}, integral equation`;
  const [rise, riseStarted] = upperRunLengths(shift, k, h, headStart);
  if (sides === 'upper') return { estimate: riseStarted, method };
  const [fall, fallStarted] = upperRunLengths(-shift, k, h, headStart);
  const estimate = (riseStarted / rise + fallStarted / fall - 1) / (1 / rise + 1 / fall);
  return { estimate, method };
}
