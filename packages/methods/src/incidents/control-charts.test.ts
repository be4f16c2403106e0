/** The charts against qcc 2.7 and qicharts2 0.8.1 (reference/incident-control-charts.json), to 1e-9. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/incident-control-charts.json';
import { expectAllClose } from '../common/expect-all-close.ts';
import { expectClose } from '../common/expect-close.ts';
import { cChart } from './c-chart.ts';
import type { ControlChart } from './control-chart.ts';
import { gChart } from './g-chart.ts';
import { individualsChart } from './individuals-chart.ts';
import { pChart } from './p-chart.ts';
import { tChart } from './t-chart.ts';
import { uChart } from './u-chart.ts';

const { qcc, qicharts2 } = reference;

interface QccChart {
  statistics: number[];
  center: number;
  'std.dev': number;
  limits: number[];
  violations: { beyond: number[] };
}

/** qcc numbers points from 1 and lists those above first. */
function beyond(chart: ControlChart): number[] {
  return chart.points.flatMap((point, i) => (point.beyond === null ? [] : [i + 1]));
}

function expectAsInQcc(chart: ControlChart, expected: QccChart): void {
  expectAllClose(
    chart.points.map((p) => p.value),
    expected.statistics,
  );
  expectClose(chart.estimate, expected.center);
  expectClose(chart.standardDeviation, expected['std.dev']);
  chart.points.forEach((point, i) => {
    const at = expected.limits.length === 2 ? 0 : 2 * i;
    expectClose(point.lower, expected.limits[at]);
    expectClose(point.upper, expected.limits[at + 1]);
  });
  expect(beyond(chart)).toEqual([...expected.violations.beyond].sort((a, b) => a - b));
}

interface QichartsChart {
  y: number[];
  lcl: number[];
  ucl: number[];
  cl: number[];
  n_obs: number;
  longest_run: number;
  longest_run_max: number;
  n_crossings: number;
  n_crossings_min: number;
  runs_signal: boolean;
}

function expectAsInQicharts(chart: ControlChart, expected: QichartsChart): void {
  expectAllClose(
    chart.points.map((p) => p.value),
    expected.y,
  );
  expectAllClose(
    chart.points.map((p) => p.lower),
    expected.lcl,
  );
  expectAllClose(
    chart.points.map((p) => p.upper),
    expected.ucl,
  );
  expectClose(chart.runs?.centre, expected.cl[0]);
  expect(chart.n).toBe(expected.n_obs);
  expect(chart.runs).toMatchObject({
    longestRun: expected.longest_run,
    longestRunLimit: expected.longest_run_max,
    crossings: expected.n_crossings,
    crossingsLimit: expected.n_crossings_min,
    signal: expected.runs_signal,
  });
}

describe('as in qcc', () => {
  it('c chart of circuit boards', () => expectAsInQcc(cChart(qcc.c_circuit.x), qcc.c_circuit));
  it('u chart of equal samples', () =>
    expectAsInQcc(uChart(qcc.u_pcmanufact.x, qcc.u_pcmanufact.n), qcc.u_pcmanufact));
  it('u chart of unequal samples', () =>
    expectAsInQcc(uChart(qcc.u_dyedcloth.x, qcc.u_dyedcloth.n), qcc.u_dyedcloth));
  it('p chart of orange juice', () =>
    expectAsInQcc(pChart(qcc.p_orangejuice.x, qcc.p_orangejuice.n), qcc.p_orangejuice));

  it('g chart, whose counts qcc takes to include the event: our mean and limits are one smaller', () => {
    // Moving 20 cases from the longest gap lowers the mean from 10.05 to 9.05.
    const between = qcc.g.x.map((count) => (count === 45 ? 25 : count));
    const chart = gChart(between);
    expectClose((chart.estimate ?? 0) + 1, qcc.g.center);
    expectClose(chart.standardDeviation, qcc.g['std.dev']);
    expectClose((chart.points[0].upper ?? 0) + 1, qcc.g.limits[1]);
    expect(chart.points[0].lower).toBe(qcc.g.limits[0]);
    expect(beyond(gChart(qcc.g.x))).toEqual([qcc.g.violations.beyond]);
    expectAllClose(
      gChart(qcc.g.x).points.map((p) => p.value),
      qcc.g.statistics,
    );
    expectClose(gChart(qcc.g.x).estimate, qcc.g.center);
  });
});

describe('as in qicharts2', () => {
  it('t chart', () => {
    const chart = tChart(qicharts2.t_chart.x);
    expectAsInQicharts(chart, qicharts2.t_chart);
    expectClose(chart.estimate, qicharts2.t_chart.cl[0]);
  });
  it('g chart, runs about the median', () => {
    const chart = gChart(qicharts2.g_chart.x);
    expectAsInQicharts(chart, qicharts2.g_chart);
    expect(chart.estimate).toBe(10.05);
  });
  it('individuals chart', () => expectAsInQicharts(individualsChart(qicharts2.i_chart.x), qicharts2.i_chart));
  it('u chart', () =>
    expectAsInQicharts(uChart(qcc.u_pcmanufact.x, qcc.u_pcmanufact.n), qicharts2.u_pcmanufact));
  it("u' chart of Laney", () =>
    expectAsInQicharts(
      uChart(qcc.u_dyedcloth.x, qcc.u_dyedcloth.n, { laney: true }),
      qicharts2.u_prime_dyedcloth,
    ));
});

describe('control charts', () => {
  const counts = fc.array(fc.nat(50), { minLength: 1, maxLength: 40 });

  it('u over one unit of exposure each is c', () => {
    fc.assert(
      fc.property(counts, (x) => {
        const c = cChart(x);
        const u = uChart(
          x,
          x.map(() => 1),
        );
        expect(u.points).toEqual(c.points);
        expect(u.estimate).toBe(c.estimate);
      }),
    );
  });

  it('take typed arrays as they take plain ones', () => {
    fc.assert(
      fc.property(counts, (x) => {
        expect(gChart(Uint16Array.from(x))).toEqual(gChart(x));
        expect(tChart(Float64Array.from(x))).toEqual(tChart(x));
      }),
    );
  });

  it('the limits always hold the centre, and are ordered', () => {
    fc.assert(
      fc.property(counts, fc.boolean(), (x, laney) => {
        const charts = [
          gChart(x),
          tChart(x),
          individualsChart(x),
          pChart(
            x,
            x.map(() => 50),
            { laney },
          ),
        ];
        for (const { estimate, points } of charts) {
          for (const { lower, upper } of points) {
            if (lower === null || upper === null) continue;
            expect(lower).toBeLessThanOrEqual((estimate ?? NaN) + 1e-9);
            expect(upper).toBeGreaterThanOrEqual((estimate ?? NaN) - 1e-9);
          }
        }
      }),
    );
  });

  it('a baseline sets the centre and the limits for all points', () => {
    const chart = uChart([4, 6, 40], [10, 10, 10], { baseline: 2 });
    expect(chart.estimate).toBe(0.5);
    expect(chart.points.map((p) => p.beyond)).toEqual([null, null, 'above']);
    expect(cChart([4, 6, 40], { baseline: 2 }).estimate).toBe(5);
    expect(gChart([4, 6, 40], { baseline: 2 }).runs?.centre).toBe(5);
    expect(individualsChart([4, 6, 40], { baseline: 2 }).standardDeviation).toBeCloseTo(2 / 1.128, 12);
    expect(() => cChart([4, 6, 40], { baseline: 4 })).toThrow(
      /options.baseline: got 4; expected .* 1 to the 3/,
    );
  });

  it('without points have no centre, and say so', () => {
    for (const chart of [
      cChart([]),
      uChart([], []),
      pChart([], []),
      gChart([]),
      tChart([]),
      individualsChart([]),
    ]) {
      expect(chart).toMatchObject({
        estimate: null,
        runs: null,
        points: [],
        warnings: [{ code: 'no-data' }],
      });
    }
  });

  it('without a moving range have a centre but no limits, and say so', () => {
    for (const chart of [tChart([5]), individualsChart([5]), uChart([5], [1], { laney: true })]) {
      expect(chart.estimate).toBeCloseTo(5, 12);
      expect(chart.points).toMatchObject([{ lower: null, upper: null, beyond: null }]);
      expect(chart.warnings.map((w) => w.code)).toContain('too-few-points');
    }
  });

  it('send series of mostly zeros to the charts for rare events', () => {
    expect(cChart([0, 0, 0, 1]).warnings.map((w) => w.code)).toContain('mostly-zero');
    expect(uChart([0, 0, 0, 0], [1, 1, 1, 1], { laney: true }).points[0]).toMatchObject({
      lower: 0,
      upper: 0,
    });
  });

  it('warn of times of 0', () => {
    expect(tChart([0, 3, 4]).warnings.map((w) => w.code)).toContain('zero-times');
  });

  it('refuse what is no count, size, exposure or time, with its position', () => {
    expect(() => cChart([1, -1])).toThrow(/^counts\[1\]: got -1; expected a whole number/);
    expect(() => cChart([1, Number.NaN])).toThrow(/^counts\[1\]: got NaN/);
    expect(() => cChart('12' as never)).toThrow(TypeError);
    expect(() => uChart([1, 2], [1, 0])).toThrow(/^exposures\[1\]: got 0; expected .* above 0/);
    expect(() => uChart([1, 2], [1])).toThrow(/^exposures: got 1 values; expected 2, as in counts/);
    expect(() => pChart([1, 6], [5, 5])).toThrow(/^counts\[1\]: got 6; expected at most sizes\[1\], 5/);
    expect(() => pChart([0], [0])).toThrow(/^sizes\[0\]: got 0; expected a whole number of 1 or more/);
    expect(() => tChart([3, -2])).toThrow(/^times\[1\]: got -2/);
    expect(() => individualsChart([Infinity])).toThrow(
      /^values\[0\]: got Infinity; expected a finite number/,
    );
  });
});
