/** Quadrature and absorption times on cases with closed answers. */
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectClose } from './expect-close.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { meanAbsorptionTime } from './mean-absorption-time.ts';

describe('Gauss-Legendre quadrature', () => {
  it('integrates every power up to 2 n - 1 exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(119), (points, power) => {
        fc.pre(power < 2 * points);
        const { nodes, weights } = gaussLegendre(points, 0, 2);
        const sum = nodes.reduce((total, x, i) => total + weights[i] * x ** power, 0);
        expectClose(sum, 2 ** (power + 1) / (power + 1), 1e-12);
      }),
    );
  });

  it('integrates the exponential', () => {
    const { nodes, weights } = gaussLegendre(432, -1, 3);
    const sum = nodes.reduce((total, x, i) => total + weights[i] * Math.exp(x), 0);
    expectClose(sum, Math.exp(3) - Math.exp(-1), 1e-13);
  });
});

describe('mean absorption time', () => {
  it('of a fair walk between two ends is the product of the distances', () => {
    const states = 9;
    const moves = new Float64Array(states * states);
    const exits = new Float64Array(states);
    for (let i = 0; i < states; i++) {
      if (i > 0) moves[i * states + i - 1] = 0.5;
      else exits[i] += 0.5;
      if (i < states - 1) moves[i * states + i + 1] = 0.5;
      else exits[i] += 0.5;
    }
    const times = meanAbsorptionTime(moves, exits);
    for (let i = 0; i < states; i++) expectClose(times[i], (i + 1) * (states - i), 1e-13);
  });

  it('keeps its digits where absorption is rarer than the rounding of 1', () => {
    // From either state, 1e-20 a step: 1 minus the moves would be 0.
    const moves = Float64Array.of(0.25, 0.75, 0.5, 0.5);
    expectClose(meanAbsorptionTime(moves, Float64Array.of(1e-20, 1e-20))[1], 1e20, 1e-14);
  });
});
