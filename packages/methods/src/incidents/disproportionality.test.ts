/**
 * Disproportionate reporting against PhViD 1.0.8 and direct arithmetic in R
 * (reference/incident-disproportionality.json), to 1e-9.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/incident-disproportionality.json';
import { expectClose } from '../common/expect-close.ts';
import { normalCdf, normalQuantile } from '../common/normal.ts';
import { evansSignal } from './evans-signal.ts';
import { informationComponent, informationComponentApproximate } from './information-component.ts';
import { informationComponentBcpnn } from './information-component-bcpnn.ts';
import { proportionalReportingRatio } from './proportional-reporting-ratio.ts';
import { relativeReportingRatio } from './relative-reporting-ratio.ts';
import { expectedReports, type ReportTable } from './report-table.ts';
import { reportingChiSquare } from './reporting-chi-square.ts';
import { reportingOddsRatio } from './reporting-odds-ratio.ts';

const { tables, ic_grid, phvid } = reference;

interface Margins {
  count: number;
  'drug margin': number;
  'event margin': number;
}

function tableOf(row: Margins): ReportTable {
  const [a, product, event] = [row.count, row['drug margin'], row['event margin']];
  return { a, b: product - a, c: event - a, d: phvid.N - product - event + a };
}

/** Where PhViD divides by 0 the figure is absent, and ours must be undefined. */
function expectCloseOrAbsent(got: number | null | undefined, want: number | null): void {
  if (want === null) expect(got ?? null).toBeNull();
  else expectClose(got, want);
}

describe('four tables', () => {
  it.each(tables)('a = $a, b = $b, c = $c, d = $d', (row) => {
    const prr = proportionalReportingRatio(row);
    expectClose(prr.estimate, row.prr);
    expectClose(prr.interval?.lower, row.prr_ci[0]);
    expectClose(prr.interval?.upper, row.prr_ci[1]);
    const ror = reportingOddsRatio(row);
    expectClose(ror.estimate, row.ror);
    expectClose(ror.interval?.lower, row.ror_ci[0]);
    expectClose(ror.interval?.upper, row.ror_ci[1]);
    expectClose(reportingChiSquare(row).statistic, row.chisq_yates);
    expectClose(reportingChiSquare(row, { correction: 'none' }).statistic, row.chisq);
    expectClose(expectedReports(row), row.expected);
    expectClose(relativeReportingRatio(row).estimate, row.rrr);
    const ic = informationComponent(row.a, row.expected);
    expectClose(ic.estimate, row.ic);
    expectClose(ic.interval?.lower, row.ic025);
    expectClose(ic.interval?.upper, row.ic975);
  });
});

describe('information component', () => {
  it.each(ic_grid)('observed $obs, expected $exp', (row) => {
    const { estimate, interval } = informationComponent(row.obs, row.exp);
    expectClose(estimate, row.ic);
    expectClose(interval?.lower, row.ic025);
    expectClose(interval?.upper, row.ic975);
    expectClose(informationComponent(row.obs, row.exp, { level: 0.99 }).interval?.lower, row.ic005);
    const approximate = informationComponentApproximate(row.obs, row.exp).interval;
    expectClose(approximate?.lower, row.approx025);
    expectClose(approximate?.upper, row.approx975);
  });

  it('has closed limits that lie within 0.1 of the exact ones from one report on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1000, noNaN: true }),
        (o, e) => {
          const exact = informationComponent(o, e).interval;
          const closed = informationComponentApproximate(o, e).interval;
          expect(Math.abs((exact?.lower ?? NaN) - (closed?.lower ?? NaN))).toBeLessThan(0.1);
          expect(Math.abs((exact?.upper ?? NaN) - (closed?.upper ?? NaN))).toBeLessThan(0.1);
        },
      ),
    );
  });

  it('grows with the observed and falls with the expected, within its interval', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.double({ min: 0, max: 500, noNaN: true }), (o, e) => {
        const { estimate, interval } = informationComponent(o, e);
        expect(informationComponent(o + 1, e).estimate).toBeGreaterThan(estimate as number);
        expect(informationComponent(o, e + 1).estimate).toBeLessThan(estimate as number);
        expect(interval?.lower).toBeLessThan(estimate as number);
        expect(interval?.upper).toBeGreaterThan(estimate as number);
      }),
    );
  });

  it('shrinks towards 0 what little was reported', () => {
    expect(informationComponent(0, 0).estimate).toBe(0);
    expect(informationComponent(1, 0.001).interval?.lower).toBeLessThan(0);
  });

  it('refuses impossible arguments', () => {
    expect(() => informationComponent(1.5, 1)).toThrow(/^observed: got 1.5/);
    expect(() => informationComponent(1, -1)).toThrow(/^expected: got -1/);
    expect(() => informationComponent(1, 1, { level: 95 })).toThrow(/^level: got 95; expected .* 0.95/);
    expect(() => informationComponentApproximate(1, Number.NaN)).toThrow(/^expected: got NaN/);
  });
});

describe('a registry of 1,196,487 reports, as in PhViD', () => {
  it('PRR and the lower limit of its logarithm', () => {
    for (const row of phvid.PRR) {
      const { estimate, interval } = proportionalReportingRatio(tableOf(row));
      expectCloseOrAbsent(estimate, row.PRR);
      const lower = interval === null ? null : Math.log(interval.lower);
      expectCloseOrAbsent(lower, row['LB95(log(PRR))']);
    }
  });

  it('ROR and the lower limit of its logarithm', () => {
    for (const row of phvid.ROR) {
      const { estimate, interval } = reportingOddsRatio(tableOf(row));
      expectCloseOrAbsent(estimate, row.ROR);
      expectCloseOrAbsent(interval === null ? null : Math.log(interval.lower), row['LB95(log(ROR))']);
    }
  });

  it('BCPNN: the lower limit of the information component, and the probability that it is 0 or less', () => {
    for (const row of phvid.BCPNN) {
      const table = tableOf(row);
      expectClose(expectedReports(table), row['expected count']);
      expectClose(relativeReportingRatio(table).estimate, row['n11/E']);
      const { estimate, interval } = informationComponentBcpnn(table);
      expectClose(interval?.lower, row['Q_0.025(log(IC))']);
      const deviation = ((interval?.upper ?? NaN) - (estimate ?? NaN)) / normalQuantile(0.975);
      expectClose(normalCdf(-(estimate ?? NaN) / deviation), row.postH0);
    }
  });
});

describe('tables with empty cells', () => {
  it('have no PRR where no other product has the event, or the product has no report', () => {
    for (const table of [
      { a: 2, b: 1, c: 0, d: 5 },
      { a: 0, b: 0, c: 3, d: 5 },
      { a: 0, b: 0, c: 0, d: 0 },
    ]) {
      expect(proportionalReportingRatio(table)).toMatchObject({
        estimate: null,
        interval: null,
        warnings: [{ code: 'undefined-ratio' }],
      });
    }
  });

  it('have a PRR of 1 without an interval where every report has the event', () => {
    expect(proportionalReportingRatio({ a: 4, b: 0, c: 3, d: 0 })).toMatchObject({
      estimate: 1,
      interval: null,
      warnings: [{ code: 'empty-margin' }],
    });
  });

  it('have no ROR where product and event never come apart', () => {
    expect(reportingOddsRatio({ a: 2, b: 0, c: 3, d: 5 })).toMatchObject({
      estimate: null,
      warnings: [{ code: 'undefined-ratio' }],
    });
  });

  it('have ratios of 0 without an interval where the pair is not reported', () => {
    const table = { a: 0, b: 4, c: 3, d: 5 };
    for (const result of [proportionalReportingRatio(table), reportingOddsRatio(table)]) {
      expect(result).toMatchObject({ estimate: 0, interval: null, warnings: [{ code: 'empty-cell' }] });
    }
  });

  it('have no chi-square, expectation or signal where a margin is empty', () => {
    const table = { a: 0, b: 0, c: 3, d: 5 };
    expect(reportingChiSquare(table)).toMatchObject({
      statistic: null,
      p: null,
      warnings: [{ code: 'empty-margin' }],
    });
    expect(relativeReportingRatio(table)).toMatchObject({
      estimate: null,
      warnings: [{ code: 'empty-margin' }],
    });
    expect(evansSignal(table).signal).toBeNull();
    expect(expectedReports({ a: 0, b: 0, c: 0, d: 0 })).toBeNull();
    expect(informationComponentBcpnn({ a: 0, b: 0, c: 0, d: 0 })).toMatchObject({ estimate: null });
  });
});

describe('disproportionality', () => {
  const cell = fc.nat(200);
  const table = fc.record({ a: cell, b: cell, c: cell, d: cell });

  it("Yates's correction never exceeds the plain chi-square and never overshoots 0", () => {
    expect(reportingChiSquare({ a: 5, b: 5, c: 5, d: 6 }).statistic).toBe(0);
    fc.assert(
      fc.property(table, (t) => {
        const plain = reportingChiSquare(t, { correction: 'none' }).statistic;
        const corrected = reportingChiSquare(t).statistic;
        if (plain === null || corrected === null) return;
        expect(corrected).toBeLessThanOrEqual(plain);
        expect(corrected).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('PRR lies between 1 and ROR', () => {
    fc.assert(
      fc.property(table, (t) => {
        const prr = proportionalReportingRatio(t).estimate;
        const ror = reportingOddsRatio(t).estimate;
        if (prr === null || ror === null) return;
        expect(Math.min(1, ror)).toBeLessThanOrEqual(prr + 1e-12);
        expect(Math.max(1, ror)).toBeGreaterThanOrEqual(prr - 1e-12);
      }),
    );
  });

  it('signals by all three criteria of Evans together', () => {
    expect(evansSignal({ a: 3, b: 47, c: 20, d: 4930 })).toMatchObject({ signal: true, count: 3 });
    expect(evansSignal({ a: 2, b: 47, c: 20, d: 4930 }).signal).toBe(false);
    expect(evansSignal({ a: 300, b: 4700, c: 200, d: 4930 }).signal).toBe(false);
    expect(evansSignal({ a: 3, b: 97, c: 100, d: 9800 }).signal).toBe(false);
  });

  it('refuses what is no count, with its cell', () => {
    for (const f of [proportionalReportingRatio, reportingOddsRatio, reportingChiSquare, evansSignal]) {
      expect(() => f({ a: 1, b: -1, c: 1, d: 1 })).toThrow(/^table.b: got -1/);
      expect(() => f({ a: 1, b: 1, c: 1, d: Number.NaN })).toThrow(/^table.d: got NaN/);
    }
    expect(() => proportionalReportingRatio({ a: 1, b: 1, c: 1, d: 1 }, { level: 1 })).toThrow(
      /^level: got 1/,
    );
  });
});
