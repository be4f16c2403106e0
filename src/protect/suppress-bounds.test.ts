import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bounds, narrow, sumOf } from './suppress-bounds.ts';

describe('bounds', () => {
  it('find what a sum leaves for the one unknown part', () => {
    const bounds = [known(30), known(12), unknown(), known(10)];
    narrow(bounds, sumOf(0, [1, 2, 3]));
    expect(bounds[2]).toEqual({ low: 8, high: 8 });
  });

  it('narrow two unknown parts by each other', () => {
    const bounds = [known(20), { low: 0, high: 15 }, { low: 1, high: 100 }];
    narrow(bounds, sumOf(0, [1, 2]));
    expect(bounds.slice(1)).toEqual([
      { low: 0, high: 15 },
      { low: 5, high: 20 },
    ]);
  });

  it('go from one relation to the next until nothing moves', () => {
    const bounds = [known(9), unknown(), unknown()];
    narrow(bounds, [
      { plus: [2], minus: [1] },
      { plus: [1], minus: [0] },
    ]);
    expect(bounds[2]).toEqual({ low: 0, high: 9 });
  });

  it('never exclude the truth', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean()), { minLength: 2, maxLength: 6 }), (parts) => {
        const truth = [parts.reduce((sum, [part]) => sum + part, 0), ...parts.map(([part]) => part)];
        const bounds = truth.map((value, at) => (at > 0 && parts[at - 1]?.[1] ? unknown() : known(value)));
        narrow(
          bounds,
          sumOf(
            0,
            parts.map((_, at) => at + 1),
          ),
        );
        bounds.forEach(({ low, high }, at) => {
          expect(low).toBeLessThanOrEqual(truth[at] ?? 0);
          expect(high).toBeGreaterThanOrEqual(truth[at] ?? 0);
        });
      }),
    );
  });
});

function known(value: number): Bounds {
  return { low: value, high: value };
}

function unknown(): Bounds {
  return { low: 0, high: 1000 };
}
