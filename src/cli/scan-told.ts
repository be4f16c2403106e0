/** What `firsthand scan` says of its runs. */
import type { Run } from '../scan/model.ts';
import type { ScanQueryTable, ScanRunTable } from '../store/scan-tables.ts';
import type { Language } from '../study/localised.ts';
import type { ExitCode, Terminal } from './command.ts';

/** A run under the name that a person knows it by: its source and query, or its file. */
export interface Told {
  label: string;
  run: Run;
}

/** Several sources are often asked the same. */
export function nameOf({ source, label }: ScanQueryTable): string {
  return `${source} ${label}`;
}

/** How far a run has come, on one line. */
export function progress(query: ScanQueryTable, { received, expected, fresh }: ScanRunTable): string {
  return `${nameOf(query)}: ${received}${expected === null ? '' : `/${expected}`} (+${fresh})`;
}

/** What came of the runs, and what was odd about them. 1 where one did not come to its end. */
export async function tell(
  runs: readonly Told[],
  json: boolean,
  { language, out, err }: Terminal,
): Promise<ExitCode> {
  const { wordsOfProblem } = await import('../scan/runs/run-words.ts');
  const isWhole = runs.every(({ run }) => run.state === 'finished');
  if (json) out(`${JSON.stringify({ runs: runs.map(({ run }) => run) }, null, 2)}\n`);
  for (const { label, run } of runs) {
    if (!json) out(`${label}: ${states[run.state][language]}, ${counts[language](run)}\n`);
    for (const { code, detail, count } of run.problems) {
      const words = wordsOfProblem(code)[language];
      err(`${label}: ${words}${count > 1 ? ` (×${count})` : ''}${detail === '' ? '' : ` [${detail}]`}\n`);
    }
  }
  if (runs.length === 0) err(`${nothingOn[language]}\n`);
  return isWhole ? 0 : 1;
}

const states: Record<Run['state'], Record<Language, string>> = {
  running: { ko: '실행 중', en: 'running' },
  finished: { ko: '끝남', en: 'finished' },
  stopped: { ko: '멈춤(다시 실행하면 이어집니다)', en: 'stopped (run again to go on)' },
  failed: { ko: '중단됨(다시 실행하면 이어집니다)', en: 'broken off (run again to go on)' },
};

const counts = {
  ko: ({ received, fresh }: Run) => `받은 레코드 ${received}개, 그중 새것 ${fresh}개`,
  en: ({ received, fresh }: Run) => `${received} records received, ${fresh} of them new`,
};

const nothingOn = {
  ko: '켜져 있는 검색이 없어 아무것도 묻지 않았습니다. --source와 --query로 하나를 저장하거나 화면에서 켜 주십시오',
  en: 'no saved query is switched on, so nothing was asked; save one with --source and --query, or switch one on',
};
