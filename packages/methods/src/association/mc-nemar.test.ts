/** McNemar's test against R and exact2x2 (reference/association-mcnemar.json). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/association-mcnemar.json';
import { expectClose } from '../common/expect-close.ts';
import { mcNemar } from './mc-nemar.ts';

const [[a, b], [c, d]] = reference.table;
const approval = { a, b, c, d };

describe("McNemar's test", () => {
  it('of presidential approval agrees with R to 1e-9', () => {
    const exact = mcNemar(approval);
    expectClose(exact.p, reference.exact_p, 1e-9);
    expectClose(exact.estimate, reference.exact_or, 1e-12);
    expectClose(exact.interval?.lower, reference.exact_ci[0], 1e-9);
    expectClose(exact.interval?.upper, reference.exact_ci[1], 1e-9);
    expectClose(mcNemar(approval, { test: 'mid-p' }).p, reference.midp_p, 1e-9);
    expectClose(mcNemar(approval, { test: 'chi-square' }).statistic, reference.chisq, 1e-9);
    const corrected = mcNemar(approval, { test: 'chi-square-corrected' });
    expectClose(corrected.statistic, reference.chisq_cc, 1e-9);
    expectClose(corrected.p, reference.p_cc, 1e-9);
    expect(corrected).toMatchObject({ n: 1600, discordant: 236 });
  });

  it('agrees with the binomial distribution summed in whole numbers', () => {
    for (let trials = 1; trials <= 30; trials++) {
      const choose = [1];
      for (let k = 1; k <= trials; k++) choose.push(Math.round((choose[k - 1] * (trials - k + 1)) / k));
      for (let x = 0; x <= trials; x++) {
        const smaller = Math.min(x, trials - x);
        const tail = choose.slice(0, smaller + 1).reduce((sum, one) => sum + one, 0);
        const cells = { a: 5, b: x, c: trials - x, d: 2 };
        expectClose(mcNemar(cells).p, Math.min(1, (2 * tail) / 2 ** trials), 1e-13);
        const midP = Math.min(1, (2 * tail - choose[smaller]) / 2 ** trials);
        expectClose(mcNemar(cells, { test: 'mid-p' }).p, midP, 1e-12);
      }
    }
  });

  it('has an interval that contains its estimate and inverts when the questions change places', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (x, y) => {
        const one = mcNemar({ a: 1, b: x, c: y, d: 1 });
        const other = mcNemar({ a: 1, b: y, c: x, d: 1 });
        if (one.interval === null || other.interval === null) {
          expect(x + y).toBe(0);
          return;
        }
        const estimate = one.estimate ?? Number.POSITIVE_INFINITY;
        expect(one.interval.lower).toBeLessThanOrEqual(estimate);
        expect(one.interval.upper).toBeGreaterThanOrEqual(estimate);
        if (y > 0) expectClose(1 / one.interval.upper + 1, other.interval.lower + 1, 1e-9);
      }),
    );
  });

  it('says why it has no answer', () => {
    expect(mcNemar({ a: 3, b: 0, c: 0, d: 4 })).toMatchObject({
      p: null,
      warnings: [{ code: 'no-discordant' }],
    });
    expect(mcNemar({ a: 3, b: 2, c: 0, d: 4 })).toMatchObject({
      estimate: null,
      warnings: [{ code: 'boundary' }],
    });
    expect(() => mcNemar({ a: 3, b: 2.5, c: 0, d: 4 })).toThrow('cells.b: got 2.5');
  });
});
