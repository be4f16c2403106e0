/** Rows of runs as the words of the stage, and back. */
import { z } from 'zod';
import type { ScanRunTable } from '../../store/scan-tables.ts';
import { type Run, RunProblem } from '../model.ts';
import { isAbandoned } from './beat.ts';

const MOST_PROBLEMS = 50;

export function runOf(row: ScanRunTable, now: string): Run {
  const abandoned = isAbandoned(row, now);
  return {
    id: row.run,
    query: row.query,
    source: row.source,
    fileName: row.file_name,
    state: row.state,
    abandoned,
    resumable: row.query !== null && (abandoned || row.state === 'stopped' || row.state === 'failed'),
    coversFrom: row.covers_from,
    coversUntil: row.covers_until,
    expected: row.expected,
    received: row.received,
    fresh: row.fresh,
    problems: problemsOf(row),
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}

export function problemsOf({ problems }: Pick<ScanRunTable, 'problems'>): RunProblem[] {
  return z.array(RunProblem).parse(JSON.parse(problems));
}

/** The list with one more; the same again is counted and not repeated. As JSON, as the row holds it. */
export function withProblem(
  row: Pick<ScanRunTable, 'problems'>,
  code: string,
  at: string,
  { detail = '', count = 1 } = {},
): string {
  const problems = problemsOf(row);
  const same = problems.find((problem) => problem.code === code && problem.detail === detail);
  if (same !== undefined) {
    same.count += count;
    same.at = at;
  } else if (problems.length < MOST_PROBLEMS) problems.push({ code, at, detail, count });
  return JSON.stringify(problems);
}
