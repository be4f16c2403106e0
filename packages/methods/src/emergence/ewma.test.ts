/** EWMA against Montgomery's worked example (Introduction to Statistical Quality Control (7th ed.), 9.2) and its definition. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ewma } from './ewma.ts';

const VALUES = [
  9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.2, 10.34, 9.03, 11.47, 10.51, 9.4, 10.08, 9.37, 10.62,
  10.31, 8.52, 10.84, 10.9, 9.33, 12.29, 11.5, 10.6, 11.08, 10.38, 11.62, 11.31, 10.52,
];
const PRINTED = [
  9.945, 9.7495, 9.70355, 9.8992, 10.1253, 10.1307, 9.92167, 10.0755, 9.98796, 10.0232, 9.92384, 10.0785,
  10.1216, 10.0495, 10.0525, 9.98426, 10.0478, 10.074, 9.91864, 10.0108, 10.0997, 10.0227, 10.2495, 10.3745,
  10.3971, 10.4654, 10.4568, 10.5731, 10.6468, 10.6341,
];

describe('EWMA', () => {
  const options = { centre: 10, standardDeviation: 1, weight: 0.1, width: 2.7 };

  it('smooths as in the worked example', () => {
    const { points } = ewma(VALUES, options);
    points.forEach((point, t) => {
      expect(Number(point.value.toPrecision(6))).toBe(PRINTED[t]);
    });
  });

  it('has its limits: 9.73 and 10.27, then 9.64 and 10.36, settling at 9.38 and 10.62', () => {
    const { points } = ewma(VALUES, options);
    expect(points[0].lower).toBeCloseTo(9.73, 12);
    expect(points[0].upper).toBeCloseTo(10.27, 12);
    expect(points[1].lower?.toFixed(2)).toBe('9.64');
    expect(points[1].upper?.toFixed(2)).toBe('10.36');
    expect(points[29].lower?.toFixed(2)).toBe('9.38');
    expect(points[29].upper?.toFixed(2)).toBe('10.62');
  });

  it('sees the shift of one standard deviation in the last ten values', () => {
    const beyond = ewma(VALUES, options).points.flatMap((point, t) =>
      point.beyond === 'above' ? [t + 1] : [],
    );
    expect(beyond).toEqual([29, 30]);
  });

  it('with a weight of 1 is a chart of the values themselves', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (values) => {
        const { points } = ewma(values, { centre: 0, standardDeviation: 2, weight: 1 });
        expect(points.map((point) => point.value)).toEqual(values);
        for (const { lower, upper } of points) expect([lower, upper]).toEqual([-6, 6]);
      }),
    );
  });

  it('has limits equal to the standard deviation of the weighted sum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (n, weight) => {
          let variance = 0;
          for (let age = 0; age < n; age++) variance += (weight * (1 - weight) ** age) ** 2;
          const { points } = ewma(new Float64Array(n), { centre: 0, standardDeviation: 3, weight, width: 2 });
          expect(points[n - 1].upper).toBeCloseTo(6 * Math.sqrt(variance), 10);
        },
      ),
    );
  });

  it('without values has no estimate, and says so', () => {
    expect(ewma([], options)).toMatchObject({ estimate: null, points: [], warnings: [{ code: 'no-data' }] });
  });

  it('refuses impossible arguments', () => {
    expect(() => ewma([1, Number.NaN], options)).toThrow(/^values\[1\]: got NaN/);
    expect(() => ewma([1], { ...options, standardDeviation: 0 })).toThrow(
      /^options.standardDeviation: got 0/,
    );
    expect(() => ewma([1], { ...options, weight: 0 })).toThrow(
      /^options.weight: got 0; expected .* at most 1/,
    );
    expect(() => ewma([1], { ...options, weight: 1.1 })).toThrow(/^options.weight: got 1.1/);
  });
});
