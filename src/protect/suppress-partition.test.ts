import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeWithholding, isSafePartition } from './suppress-partition.ts';

const complete = (parts: number[], threshold = 11) => {
  const small = parts.map((part) => part > 0 && part < threshold);
  return completeWithholding([{ parts }], small, parts, threshold);
};

describe('a total and its parts', () => {
  it('shows all parts where none is small', () => {
    expect(complete([20, 0, 15])).toEqual({ withheld: [false, false, false], total: false });
  });

  it('withholds a second part, or the total less the rest would be the small one', () => {
    expect(complete([30, 20, 4])).toEqual({ withheld: [false, true, true], total: false });
  });

  it('never withholds a zero as the second part: it would hide nothing', () => {
    expect(complete([30, 0, 4]).withheld).toEqual([true, false, true]);
  });

  it('goes on while the sum of the withheld parts is itself small', () => {
    expect(complete([40, 2, 3, 12]).withheld).toEqual([false, true, true, true]);
  });

  it('withholds the total where as many parts are left as there are people', () => {
    expect(complete(Array.from({ length: 12 }, () => 1))).toMatchObject({ total: true });
  });

  it('is not safe with a single part withheld, however large', () => {
    expect(isSafePartition({ parts: [50, 60] }, [true, false], 11)).toBe(false);
  });

  it('is not safe where what the others cannot exceed leaves too little choice', () => {
    // 20 in the two withheld parts, at most 11 of them in the second: 9 or 10 in the first.
    expect(isSafePartition({ parts: [9, 11], most: [30, 11] }, [true, true], 11)).toBe(false);
  });

  it('withholds nothing at a threshold of 0 or 1', () => {
    expect(complete([1, 2, 3], 0).withheld).toEqual([false, false, false]);
    expect(complete([1, 2, 3], 1).withheld).toEqual([false, false, false]);
  });

  it('leaves every withheld small part at least two possible values, for any parts', () => {
    const parts = fc.array(fc.nat(14), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 2, max: 8 }), (counts, threshold) => {
        const { withheld, total } = complete(counts, threshold);
        if (total) return;
        const hidden = counts.filter((_, at) => withheld[at]);
        const sum = hidden.reduce((all, one) => all + one, 0);
        hidden.forEach((part, at) => {
          if (part >= threshold) return;
          expect(possibleValues(hidden.length, sum, at).size).toBeGreaterThan(1);
        });
      }),
    );
  });
});

/** By brute force: what one of `length` numbers of 1 or more can be when they add up to `sum`. */
function possibleValues(length: number, sum: number, at: number): Set<number> {
  const found = new Set<number>();
  const fill = (chosen: number[], left: number): void => {
    if (chosen.length === length) {
      const value = chosen[at];
      if (left === 0 && value !== undefined) found.add(value);
      return;
    }
    for (let value = 1; value <= left; value++) fill([...chosen, value], left - value);
  };
  fill([], sum);
  return found;
}
