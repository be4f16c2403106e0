/** Adjusted p-values against R's p.adjust (reference/multiplicity-adjust.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/multiplicity-adjust.json';
import { expectClose } from '../common/expect-close.ts';
import { seededRandom, shuffle } from '../common/random.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { holm } from './holm.ts';

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
const adjustments = fc.constantFrom(benjaminiHochberg, holm);

describe('adjusted p-values', () => {
  it('of the thrombolysis trial agree with R to 1e-12, in any order', () => {
    const order = shuffle(
      reference.p.map((_, i) => i),
      seededRandom(3),
    );
    const shuffled = order.map((i) => reference.p[i]);
    const discovery = benjaminiHochberg(shuffled);
    const family = holm(shuffled);
    order.forEach((from, i) => {
      expectClose(discovery[i], reference.adjusted.BH[from], 1e-12);
      expectClose(family[i], reference.adjusted.holm[from], 1e-12);
    });
    expect(discovery.filter((p) => p <= 0.05).length).toBe(4);
  });

  it('keep the order of the p-values, lie at or above them and within 0 to 1', () => {
    fc.assert(
      fc.property(probabilities, adjustments, (p, adjust) => {
        const adjusted = adjust(p);
        for (let i = 0; i < p.length; i++) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p[i]);
          expect(adjusted[i]).toBeLessThanOrEqual(1);
          for (let k = 0; k < p.length; k++)
            if (p[i] < p[k]) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[k]);
        }
      }),
    );
  });

  it('Benjamini-Hochberg never asks for more than Holm', () => {
    fc.assert(
      fc.property(probabilities, (p) => {
        const family = holm(p);
        benjaminiHochberg(p).forEach((q, i) => {
          expect(q).toBeLessThanOrEqual(family[i] * (1 + 1e-14));
        });
      }),
    );
  });

  it('leave the p-values as they are given and take none of nothing', () => {
    const p = Float64Array.from([0.5, 0.01]);
    benjaminiHochberg(p);
    expect([...p]).toEqual([0.5, 0.01]);
    expect(holm([]).length).toBe(0);
  });

  it('refuse what is no probability and name it', () => {
    expect(() => holm([0.1, 1.2])).toThrow('p[1]: got 1.2');
    expect(() => benjaminiHochberg([Number.NaN])).toThrow(RangeError);
  });
});
