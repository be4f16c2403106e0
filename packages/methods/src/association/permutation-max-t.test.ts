/** The permutation test against R (reference/association-permutation-maxT.json) and against all permutations. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../reference/association-permutation-maxT.json';
import { expectClose } from '../common/expect-close.ts';
import { seededRandom } from '../common/random.ts';
import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { lanesOutside, numberInLane, roomForDigits, setLane } from './bit-slices.ts';
import { type CoOccurrenceCounter, coOccurrenceCounter, countSlot, pairUp } from './co-occurrence-counter.ts';
import { fisherExact } from './fisher-exact.ts';
import { fourCells } from './four-cells.ts';
import { permutationMaxT } from './permutation-max-t.ts';
import { phi } from './phi.ts';
import { sampleWithoutReplacement, samplingState } from './sample-without-replacement.ts';

const { A, B } = reference;
const example = { left: A.flat(), right: B.flat(), rows: A.length, a: A[0].length, b: B[0].length };

/** Two binary matrices of the same participants, dense or sparse. */
const matrices = fc
  .record({
    rows: fc.integer({ min: 1, max: 40 }),
    a: fc.integer({ min: 1, max: 4 }),
    b: fc.integer({ min: 1, max: 40 }),
  })
  .chain(({ rows, a, b }) =>
    fc.record({
      left: fc.array(fc.constantFrom(0, 0, 1), { minLength: rows * a, maxLength: rows * a }),
      right: fc.array(fc.constantFrom(0, 0, 1), { minLength: rows * b, maxLength: rows * b }),
      rows: fc.constant(rows),
      a: fc.constant(a),
      b: fc.constant(b),
    }),
  );

describe('permutation of whole participants', () => {
  const result = permutationMaxT({ ...example, permutations: 100_000, random: seededRandom(99) });

  it('has the phi of every pair, to 1e-12', () => {
    reference.phi.flat().forEach((value, pair) => {
      expectClose(result.phi[pair], value, 1e-11);
    });
  });

  // Both are Monte Carlo with 100,000 draws: the standard error of their difference is at most .0022.
  it("has R's p-values within the Monte Carlo error", () => {
    reference.p_raw_exceed.flat().forEach((value, pair) => {
      expect(Math.abs(result.p[pair] - value)).toBeLessThan(0.009);
    });
    reference.p_maxT_single_step.flat().forEach((value, pair) => {
      expect(Math.abs(result.adjustedP[pair] - value)).toBeLessThan(0.009);
    });
    expect(result.p[0]).toBeLessThan(0.0001);
    expect(result.adjustedP[8]).toBeGreaterThan(0.0003);
  });

  it("stands beside Fisher's test and Benjamini-Hochberg on the same pairs, to 1e-9", () => {
    const column = (matrix: number[][], i: number) => matrix.map((row) => row[i]);
    const exact = A[0].flatMap((_, i) =>
      B[0].map((_, j) => fisherExact(fourCells(column(A, i), column(B, j))).p ?? Number.NaN),
    );
    reference.p_fisher.flat().forEach((value, pair) => {
      expectClose(exact[pair], value, 1e-9);
    });
    const adjusted = benjaminiHochberg(exact);
    reference.p_BH_of_fisher.flat().forEach((value, pair) => {
      expectClose(adjusted[pair], value, 1e-9);
    });
  });

  it('converges on the share among all permutations', () => {
    const left = [1, 0, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0];
    const right = [1, 0, 0, 1, 1, 0, 1, 0, 0, 0, 0, 1];
    const all = everyPermutation([0, 1, 2, 3, 4, 5]);
    const statistics = (order: number[]) =>
      [0, 1].flatMap((i) =>
        [0, 1].map((j) => {
          const column = (matrix: number[], c: number, rows: number[]) =>
            rows.map((row) => matrix[2 * row + c]);
          const cells = fourCells(column(left, i, [0, 1, 2, 3, 4, 5]), column(right, j, order));
          return Math.abs(phi(cells).estimate ?? 0);
        }),
      );
    const observed = statistics([0, 1, 2, 3, 4, 5]);
    const values = all.map(statistics);
    const { p, adjustedP } = permutationMaxT({
      ...{ left, right, rows: 6, a: 2, b: 2 },
      permutations: 40_000,
      random: seededRandom(4),
    });
    observed.forEach((value, pair) => {
      const share = (keep: (one: number[]) => boolean) => values.filter(keep).length / all.length;
      expect(Math.abs(p[pair] - share((one) => one[pair] >= value - 1e-12))).toBeLessThan(0.012);
      expect(Math.abs(adjustedP[pair] - share((one) => Math.max(...one) >= value - 1e-12))).toBeLessThan(
        0.012,
      );
    });
  });

  it('never gives a p-value of 0, adjusts upwards only and keeps the order of |phi|', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), (input, seed) => {
        const {
          p,
          adjustedP,
          defined,
          phi: values,
        } = permutationMaxT({
          ...input,
          permutations: 19,
          random: seededRandom(seed),
        });
        for (let pair = 0; pair < p.length; pair++) {
          if (p[pair] < 1 / 20 || adjustedP[pair] < p[pair] || adjustedP[pair] > 1) {
            expect([p[pair], adjustedP[pair]]).toBe('1/20 <= p <= adjusted p <= 1');
          }
        }
        const bySize = [...values.keys()].filter((pair) => defined[pair] === 1);
        bySize.sort((x, y) => Math.abs(values[y]) - Math.abs(values[x]));
        const adjusted = bySize.map((pair) => adjustedP[pair]);
        expect(adjusted).toEqual([...adjusted].sort((x, y) => x - y));
      }),
    );
  });

  it('marks the pairs that have no phi', () => {
    const {
      defined,
      p,
      phi: values,
      warnings,
    } = permutationMaxT({
      left: [1, 1, 1, 0, 1, 1],
      right: [1, 0, 1],
      rows: 3,
      a: 2,
      b: 1,
      permutations: 9,
      random: seededRandom(1),
    });
    expect([...defined]).toEqual([0, 1]);
    expect([values[0], p[0]]).toEqual([0, 1]);
    expect(warnings[0].message).toBe('1 of 2 pairs have no phi: a theme is shown by nobody or by everybody');
  });

  it('is the same again from the same seed, reports its progress and can be cancelled', () => {
    const shares: number[] = [];
    const input = { ...example, permutations: 500 };
    const first = permutationMaxT({
      ...input,
      random: seededRandom(8),
      onProgress: (share) => shares.push(share),
    });
    expect(permutationMaxT({ ...input, random: seededRandom(8) })).toEqual(first);
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    const cancel = () => {
      throw new Error('cancelled');
    };
    expect(() => permutationMaxT({ ...input, random: seededRandom(8), onProgress: cancel })).toThrow(
      'cancelled',
    );
  });

  it('refuses sizes that disagree and entries that are neither 0 nor 1', () => {
    const random = seededRandom(1);
    const input = { left: [1, 0], right: [1, 0], rows: 2, a: 1, b: 1, permutations: 9, random };
    expect(() => permutationMaxT({ ...input, left: [1] })).toThrow('left: got 1 entries; expected 2');
    expect(() => permutationMaxT({ ...input, right: [1, 2] })).toThrow('right[1]: got 2; expected 0 or 1');
    expect(() => permutationMaxT({ ...input, permutations: 0 })).toThrow('permutations: got 0');
  });
});

describe('counting co-occurrences', () => {
  /** The counts of every pair under the present order, read from the slices. */
  function countsOf(counter: CoOccurrenceCounter, a: number, b: number): number[] {
    const digits = roomForDigits(counter.width);
    pairUp(counter);
    return Array.from({ length: a * b }, (_, at) => {
      const [i, j] = [Math.floor(at / b), at % b];
      countSlot(counter, i * counter.words + Math.floor(j / 32), digits);
      return numberInLane(digits, counter.width, j % 32);
    });
  }

  it('finds what a plain count finds, and keeps the margins when participants are paired anew', () => {
    fc.assert(
      fc.property(matrices, fc.nat(), ({ left, right, rows, a, b }, seed) => {
        const counter = coOccurrenceCounter(left, a, right, b, rows);
        const plain = Array.from({ length: a * b }, (_, at) => {
          const [i, j] = [Math.floor(at / b), at % b];
          let together = 0;
          for (let row = 0; row < rows; row++) together += left[row * a + i] * right[row * b + j];
          return together;
        });
        expect(countsOf(counter, a, b)).toEqual(plain);
        sampleWithoutReplacement(counter.order, counter.drawn, samplingState(seededRandom(seed)));
        const size = (values: number[], columns: number, column: number) =>
          values.reduce((sum, value, at) => sum + (at % columns === column ? value : 0), 0);
        countsOf(counter, a, b).forEach((together, at) => {
          const [r, s] = [size(left, a, Math.floor(at / b)), size(right, b, at % b)];
          expect(together).toBeLessThanOrEqual(Math.min(r, s));
          expect(together).toBeGreaterThanOrEqual(Math.max(0, r + s - rows));
        });
      }),
    );
  });

  it('does not overflow where everybody shows everything', () => {
    for (const rows of [1, 31, 248, 249, 1024, 70_000]) {
      const [fixed, shuffled] = [new Uint8Array(2 * rows).fill(1), new Uint8Array(33 * rows).fill(1)];
      const counter = coOccurrenceCounter(fixed, 2, shuffled, 33, rows);
      expect(countsOf(counter, 2, 33)).toEqual(new Array(66).fill(rows));
    }
  });
});

describe('numbers side by side', () => {
  it('are found outside their limits lane by lane', () => {
    const number = fc.nat(1023);
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 32 }), (lanes) => {
        const [digits, low, high] = [roomForDigits(10), new Int32Array(10), new Int32Array(10).fill(-1)];
        lanes.forEach(([value, from, to], lane) => {
          setLane(digits, 10, 0, lane, value);
          setLane(low, 10, 0, lane, from);
          setLane(high, 10, 0, lane, to);
        });
        const outside = lanesOutside(digits, 10, low, high, 0);
        lanes.forEach(([value, from, to], lane) => {
          expect(numberInLane(digits, 10, lane)).toBe(value);
          expect((outside >>> lane) & 1).toBe(Number(value < from || value > to));
        });
      }),
    );
  });
});

describe('sampling without replacement', () => {
  it('keeps the items and draws each equally often for each place', () => {
    const state = samplingState(seededRandom(2));
    const times = new Float64Array(25);
    for (let draw = 0; draw < 50_000; draw++) {
      const items = Int32Array.from([0, 1, 2, 3, 4]);
      sampleWithoutReplacement(items, 3, state);
      if (new Set(items).size < 5) expect([...items]).toBe('each of the five once');
      for (let place = 0; place < 3; place++) times[5 * place + items[place]]++;
    }
    // 10,000 expected of each of 15, standard deviation 89.
    for (let k = 0; k < 15; k++) expect(Math.abs(times[k] - 10_000)).toBeLessThan(450);
  });
});

function everyPermutation(items: number[]): number[][] {
  if (items.length < 2) return [items];
  return items.flatMap((item, i) => everyPermutation(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));
}
