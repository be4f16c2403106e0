/** The minimiser on functions whose minima are known. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectClose } from './expect-close.ts';
import { minimise, type Objective } from './minimise.ts';

const rosenbrock: Objective = ([x, y], gradient) => {
  gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
  gradient[1] = 200 * (y - x * x);
  return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
};

describe('minimise', () => {
  it("follows Rosenbrock's valley to its end", () => {
    const { point, value, converged } = minimise(rosenbrock, [-1.2, 1]);
    expect(converged).toBe(true);
    expectClose(point[0], 1, 1e-9);
    expectClose(point[1], 1, 1e-9);
    expect(value).toBeLessThan(1e-18);
  });

  it('finds the minimum of any bowl from anywhere', () => {
    const number = fc.double({ min: -20, max: 20, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, (a, b, fromX, fromY) => {
        const bowl: Objective = ([x, y], gradient) => {
          gradient[0] = 2 * (x - a) + (y - b);
          gradient[1] = 4 * (y - b) + (x - a);
          return (x - a) ** 2 + 2 * (y - b) ** 2 + (x - a) * (y - b);
        };
        const { point, converged } = minimise(bowl, [fromX, fromY]);
        expect(converged).toBe(true);
        expect(Math.abs(point[0] - a)).toBeLessThan(1e-7);
        expect(Math.abs(point[1] - b)).toBeLessThan(1e-7);
      }),
    );
  });

  it('leaves a saddle for the minimum beside it', () => {
    const wave: Objective = ([x], gradient) => {
      gradient[0] = 4 * x ** 3 - 2 * x;
      return x ** 4 - x ** 2;
    };
    expectClose(Math.abs(minimise(wave, [0.01]).point[0]), Math.SQRT1_2, 1e-9);
  });

  it('shortens steps that leave the domain', () => {
    const inside: Objective = ([x], gradient) => {
      gradient[0] = 1 - 1 / x;
      return x - Math.log(x);
    };
    expectClose(minimise(inside, [1e-3], { longestStep: 100 }).point[0], 1, 1e-9);
  });

  it('says where there is no minimum', () => {
    const slope: Objective = ([x], gradient) => {
      gradient[0] = -1;
      return x > 5 ? Number.POSITIVE_INFINITY : -x;
    };
    expect(minimise(slope, [0]).converged).toBe(false);
  });

  it('refuses a start outside the domain', () => {
    expect(() => minimise(() => Number.NaN, [0])).toThrow(/^start: the objective is NaN there/);
  });
});
