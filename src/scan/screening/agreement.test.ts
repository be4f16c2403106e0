import { wilson } from '@firsthand/methods';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScreeningTable } from '../../store/screening-tables.ts';
import { LEAST_RECORDS, screeningAgreement } from './agreement.ts';
import { verdicts } from './agreement-model.ts';
import { type Blind, blindPair } from './blind-pair.ts';

let written = 0;
const row = (
  screener: string,
  decision: ScreeningTable['decision'],
  supersedes: string | null = null,
): ScreeningTable => ({
  ...{ study_id: 's', screening: `d${written}`, record: 'r', screener, decision, reason: null, note: '' },
  ...{ drawn: 'ranked', supersedes, recorded_at: new Date(1000 * written++).toISOString() },
});

describe('what two decided without seeing each other', () => {
  it('is what stood when the second had decided, whatever came later', () => {
    const rows = [
      row('bea', 'unsure'),
      row('bea', 'exclude', 'd0'),
      row('ann', 'include'),
      row('bea', 'include', 'd1'),
      row('cho', 'exclude'),
    ];
    expect(blindPair(rows)).toEqual([
      { screener: 'ann', decision: 'include' },
      { screener: 'bea', decision: 'exclude' },
    ]);
    expect(blindPair(rows.toReversed())).toEqual(blindPair(rows));
  });

  it('is nothing while one alone has decided, or one had taken theirs back', () => {
    expect(blindPair([])).toBeNull();
    expect(blindPair([row('ann', 'include'), row('ann', 'exclude')])).toBeNull();
    const back = [row('ann', 'include'), row('ann', 'taken back'), row('bea', 'exclude')];
    expect(blindPair(back)).toBeNull();
    expect(blindPair([...back, row('ann', 'exclude')])).toMatchObject([
      { decision: 'exclude' },
      { decision: 'exclude' },
    ]);
  });
});

type Pair = [Blind, Blind];
const names = (screener: string) => screener.toUpperCase();
/** A table's cells as records of these two. */
const readAs = (table: number[][], [one, other]: [string, string] = ['ann', 'bea']): Pair[] =>
  verdicts.flatMap((first, at) =>
    verdicts.flatMap((second, place) =>
      Array.from(
        { length: table[at]?.[place] ?? 0 },
        (): Pair => [
          { screener: one, decision: first },
          { screener: other, decision: second },
        ],
      ),
    ),
  );

describe('agreement among screeners', () => {
  // Two psychiatrists' diagnoses as in the methods' worked example of kappa.
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];

  it('is told of each pair with its table and of all together', () => {
    const { overall, pairs } = screeningAgreement(readAs(table), names);
    expect(overall.records).toBe(200);
    expect(pairs).toMatchObject([
      {
        screeners: ['ANN', 'BEA'],
        records: 200,
        table,
        coefficients: {
          percent: { state: 'shown', count: 140, of: 200, estimate: 0.7 },
          kappa: { state: 'shown', estimate: expect.closeTo(0.4915254, 6) },
          prevalence: false,
        },
      },
    ]);
    // One pair alone is all there is.
    const { kappa, prevalence, ...shared } = pairs[0]?.coefficients ?? {};
    expect(overall.coefficients).toEqual(shared);
    expect(kappa).toBeDefined();
    expect(prevalence).toBeDefined();
  });

  it('reads AC1 beside a kappa that falls because nearly all is excluded', () => {
    const rare = [
      [1, 3, 0],
      [3, 193, 0],
      [0, 0, 0],
    ];
    const [{ coefficients } = {}] = screeningAgreement(readAs(rare), names).pairs;
    expect(coefficients?.prevalence).toBe(true);
    expect(coefficients?.kappa).toMatchObject({ estimate: expect.closeTo(0.235, 3) });
    expect(coefficients?.ac1).toMatchObject({ estimate: expect.closeTo(0.97, 2) });
  });

  it('says that it is not determined where all decisions are the same', () => {
    const [{ coefficients } = {}] = screeningAgreement(readAs([[], [0, 40, 0], []]), names).pairs;
    expect(coefficients).toMatchObject({
      percent: { state: 'shown', estimate: 1 },
      kappa: { state: 'undefined' },
      alpha: { state: 'undefined' },
    });
  });

  it('gives no estimate of too few records, though it counts them', () => {
    const few = readAs([[], [5, LEAST_RECORDS - 6, 0], []]);
    const { overall, pairs, least } = screeningAgreement(few, names);
    expect(least).toBe(LEAST_RECORDS);
    expect(overall).toEqual({ records: LEAST_RECORDS - 1, coefficients: null });
    expect(pairs).toMatchObject([{ records: LEAST_RECORDS - 1, coefficients: null }]);
    const widthAt = (n: number) => {
      const { interval } = wilson(Math.round(0.8 * n), n);
      return interval === null ? 1 : interval.upper - interval.lower;
    };
    expect(widthAt(LEAST_RECORDS)).toBeLessThan(0.3);
    expect(widthAt(20)).toBeGreaterThan(0.3);
  });

  it('joins pairs too small by themselves into one figure over all', () => {
    const half = [[], [4, 16, 0], []];
    const read = [...readAs(half), ...readAs(half, ['ann', 'cho'])];
    const { overall, pairs } = screeningAgreement(read, names);
    expect(pairs.map(({ coefficients }) => coefficients)).toEqual([null, null]);
    expect(overall).toMatchObject({ records: 40, coefficients: { percent: { count: 32, of: 40 } } });
  });

  it('counts every record once, does not depend on their order, and repeats to the digit', () => {
    const cells = fc.array(fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(cells, (given) => {
        const read = readAs(given);
        const { overall, pairs } = screeningAgreement(read, names);
        expect(pairs.flatMap((pair) => pair.table.flat()).reduce((sum, count) => sum + count, 0)).toBe(
          overall.records,
        );
        const again = screeningAgreement(read.toReversed(), names);
        expect(again.pairs.map((pair) => pair.table)).toEqual(pairs.map((pair) => pair.table));
        expect(screeningAgreement(read, names)).toEqual({ least: LEAST_RECORDS, overall, pairs });
      }),
      { numRuns: 30 },
    );
  });
});
