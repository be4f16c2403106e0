import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord, csvTable, withFormulaGuard, withoutFormulaGuard } from './csv.ts';

// Made of the characters that matter here, so that hard cases come up often.
const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '1', '.', 'e', '"', ',', '가', '＝'),
  }),
  fc.string({ unit: 'grapheme' }),
);

describe('the guard against formulas', () => {
  it.each(['=1+1', '+82-10-1234-5678', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '- 첫째', '＝1', "'=1", '=='])(
    'puts an apostrophe before %j',
    (risky) => {
      expect(withFormulaGuard(risky)).toBe(`'${risky}`);
    },
  );

  it.each(['', '-', '+', '=', '-0.34', '+3', '-1.5e-7', '없음', "'s", "it's =1", '±'])(
    'leaves %j alone',
    (safe) => {
      expect(withFormulaGuard(safe)).toBe(safe);
    },
  );

  it('never lets out a cell that starts like a formula, lone signs and numbers apart', () => {
    fc.assert(
      fc.property(cell, (any) => {
        const written = withFormulaGuard(any);
        expect(written.length > 1 && /^[=+\-@\t\r\n]/.test(written) && Number.isNaN(Number(written))).toBe(
          false,
        );
      }),
    );
  });

  it('is undone by reading, whatever the cell', () => {
    fc.assert(
      fc.property(cell, (any) => {
        expect(withoutFormulaGuard(withFormulaGuard(any))).toBe(any);
      }),
      {
        numRuns: 2000,
      },
    );
  });
});

describe('a CSV record', () => {
  it('quotes what needs quotes and nothing else', () => {
    expect(csvRecord(['a', 'b,c', 'say "x"', 'two\r\nlines', null, 3])).toBe(
      'a,"b,c","say ""x""","two\r\nlines",,3\n',
    );
  });

  it('comes back from another reader as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(csvTable(['a', 'b'], rows), { from: 2, record_delimiter: '\n' });
        expect(read.map((record) => record.map(withoutFormulaGuard))).toEqual(rows);
      }),
    );
  });
});
