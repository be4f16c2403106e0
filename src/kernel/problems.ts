/** What is wrong with somebody's input, as data: where it is, what is wrong, what is expected. */

/** `row` counts from 1 as a spreadsheet does (the header is row 1); both may be absent for a whole file. */
export interface Problem {
  /** Stable name of the kind of defect, for programs. */
  code?: string;
  file: string;
  row?: number;
  column?: string;
  problem: string;
  expected: string;
}

export const MOST_PROBLEMS_SHOWN = 50;

/** The input's fault: carries every problem found, at most `MOST_PROBLEMS_SHOWN` of them, and how many there were. */
export class InputProblems extends Error {
  readonly problems: readonly Problem[];
  readonly total: number;

  constructor(problems: readonly Problem[], total = problems.length) {
    const shown = problems.slice(0, MOST_PROBLEMS_SHOWN);
    super(shown.map(problemLine).join('\n'));
    this.name = 'InputProblems';
    this.problems = shown;
    this.total = total;
  }
}

/** `file:row:column: what is wrong; what is expected`. */
export function problemLine({ file, row, column, problem, expected }: Problem): string {
  const place = [file, ...(row === undefined ? [] : [row]), ...(column === undefined ? [] : [column])].join(
    ':',
  );
  return `${place}: ${problem}; ${expected}`;
}
