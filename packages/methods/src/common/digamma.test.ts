/** Digamma and trigamma against 30-digit values (mpmath) and their recurrences. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digamma, trigamma } from './digamma.ts';
import { expectClose } from './expect-close.ts';
import { logGamma } from './gamma.ts';

const VALUES = [
  [1e-8, -100000000.57721564, 10000000000000002],
  [0.001, -1000.5755719318103, 1000001.6425331959],
  [0.25, -4.2274535333762655, 17.19732915450711],
  [0.5, -1.9635100260214235, 4.934802200544679],
  [1, -0.5772156649015329, 1.6449340668482264],
  [2, 0.42278433509846713, 0.6449340668482264],
  [5.75, 1.6597303710679365, 0.18990741193925276],
  [10, 2.251752589066721, 0.10516633568168575],
  [33.5, 3.496545816722825, 0.030300712174923455],
  [1e9, 20.723265836446412, 1.0000000005e-9],
];

describe('digamma and trigamma', () => {
  it('have the known values', () => {
    for (const [x, first, second] of VALUES) {
      expectClose(digamma(x), first, 1e-14);
      expectClose(trigamma(x), second, 1e-14);
    }
    // Beside the zero at 1.4616 the error is absolute.
    expect(Math.abs(digamma(1.4375) + 0.023613544005297898)).toBeLessThan(1e-15);
  });

  it('are the derivatives of ln Gamma', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 100, noNaN: true }), (x) => {
        const h = 1e-4 * x;
        expectClose(digamma(x) + 10, (logGamma(x + h) - logGamma(x - h)) / (2 * h) + 10, 1e-6);
        expectClose(trigamma(x), (digamma(x + h) - digamma(x - h)) / (2 * h), 1e-6);
      }),
    );
  });

  it('refuse arguments not above 0', () => {
    expect(() => digamma(0)).toThrow(/^x: got 0/);
    expect(() => trigamma(-1)).toThrow(/^x: got -1/);
  });
});
