/** `firsthand scan`: asks the sources that a study has switched on, goes on where it was cut off, and takes in files. */
import type { Author } from '../access/record.ts';
import type { ScanSettings } from '../access/scan-settings.ts';
import type { Run, SavedQuery } from '../scan/model.ts';
import type { Store } from '../store/database.ts';
import type { ScanQueryTable, ScanRunTable } from '../store/scan-tables.ts';
import type { Language } from '../study/localised.ts';
import { type Command, type ExitCode, jsonOption, type Terminal, WrongCall } from './command.ts';
import { databaseAddress, databaseOption } from './database.ts';

const ACCOUNT = 'command line';
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export const scanCommand: Command = {
  name: 'scan',
  arguments: [
    {
      name: '[files...]',
      words: {
        ko: '서지 파일 (RIS, nbib, BibTeX, EndNote XML, CSV, XLSX 등)',
        en: 'reference files (RIS, nbib, BibTeX, EndNote XML, CSV, XLSX and others)',
      },
    },
  ],
  words: {
    ko: '연구에 저장된 검색을 실행하거나 파일을 가져옵니다. 중단된 검색은 다음에 그 자리에서 이어집니다',
    en: "run a study's saved queries, or take in files; a query that is cut off goes on from where it was",
  },
  options: [
    {
      flags: '--study <id>',
      words: {
        ko: '연구의 id (없으면 저장하지 않고 보여 줍니다)',
        en: "the study's id (none: look, and keep nothing)",
      },
    },
    databaseOption,
    {
      flags: '--source <name>',
      words: {
        ko: '이 출처에 물을 검색을 저장하고 실행합니다 (europepmc, pubmed, feed, …)',
        en: 'save and run a query of this source (europepmc, pubmed, feed, …)',
      },
    },
    {
      flags: '--query <text>',
      words: {
        ko: '--source에 물을 것: 검색식, 피드는 주소',
        en: 'what to ask it: a search; of a feed its address',
      },
    },
    { flags: '--since <date>', words: { ko: '이 날부터 (2026-01-31)', en: 'from this day (2026-01-31)' } },
    {
      flags: '--address <source=url>',
      words: {
        ko: '출처의 다른 주소 (여럿이면 쉼표로 나눔)',
        en: "another address in place of a source's own (several parted by commas)",
      },
    },
    jsonOption,
  ],
  async run(files, options, terminal) {
    if (options.study === undefined) return look(files, options, terminal);
    const { closeStore, openStore } = await import('../store/database.ts');
    const { findStudy } = await import('../store/snapshots.ts');
    const settings = await settingsFor(options);
    const slug = String(options.study);
    const { stopAllRuns } = await import('../scan/runs/at-work.ts');
    const store = await openStore(databaseAddress(options.database, process.env));
    let isStopped = false;
    const stop = () => {
      isStopped = true;
      void stopAllRuns(store);
    };
    for (const signal of SIGNALS) process.once(signal, stop);
    try {
      const studyId = await findStudy(store, slug);
      if (studyId === null) throw new WrongCall(wrong.study(slug), terminal.language);
      const { queryRows, saveQuery } = await import('../scan/runs/queries.ts');
      const given = await queryGiven(options, terminal.language);
      const author = { studyId, accountId: ACCOUNT, now: new Date().toISOString() };
      const runs = await takeFiles(store, author, files);
      const on = (await queryRows(store, studyId)).filter((query) => query.switched_on === 1);
      let queries = files.length > 0 ? [] : on;
      if (given !== null) {
        const known = on.find((query) => isSame(query, given));
        queries = [known ?? (await saveQuery(store, author, await freshId(), given))];
      }
      const { startRun } = await import('../scan/runs/at-work.ts');
      const { runOf } = await import('../scan/runs/run-rows.ts');
      const { readRun } = await import('../scan/runs/runs.ts');
      const clock = () => new Date().toISOString();
      for (const query of queries) {
        if (isStopped) break;
        const onPage = (row: ScanRunTable) => terminal.err(`${progress(query, row)}\n`);
        const { row, ended } = await startRun({
          store,
          author: { ...author, now: clock() },
          query,
          settings,
          clock,
          onPage,
        });
        await ended;
        runs.push({ label: query.label, run: runOf(await readRun(store, studyId, row.run), clock()) });
      }
      return tell(runs, options.json === true, terminal);
    } finally {
      for (const signal of SIGNALS) process.off(signal, stop);
      await closeStore(store);
    }
  },
};

interface Told {
  label: string;
  run: Run;
}

async function look(
  files: readonly string[],
  options: Record<string, unknown>,
  terminal: Terminal,
): Promise<ExitCode> {
  const query = await queryGiven(options, terminal.language);
  if (query === null && files.length === 0) throw new WrongCall(wrong.nothing, terminal.language);
  const { scanOnce } = await import('./scan-once.ts');
  const settings = await settingsFor(options);
  return scanOnce({ query, files, settings, json: options.json === true }, terminal);
}

async function takeFiles(store: Store, author: Author, files: readonly string[]): Promise<Told[]> {
  const { basename } = await import('node:path');
  const { beginFileRun, importFile } = await import('../scan/runs/import-file.ts');
  const { runOf } = await import('../scan/runs/run-rows.ts');
  const { readRun } = await import('../scan/runs/runs.ts');
  const { givenFile } = await import('../collect/index.ts');
  const clock = () => new Date().toISOString();
  for (const file of files) await givenFile(file); // all are there before any is read
  const told: Told[] = [];
  for (const path of files) {
    const name = basename(path);
    const begun = await beginFileRun(store, { ...author, now: clock() }, name);
    await importFile({ store, clock }, begun, { path, name });
    told.push({ label: name, run: runOf(await readRun(store, author.studyId, begun.row.run), clock()) });
  }
  return told;
}

async function settingsFor({ address }: Record<string, unknown>): Promise<ScanSettings> {
  const { addressesIn, scanSettingsFrom } = await import('../access/scan-settings.ts');
  const settings = scanSettingsFrom(process.env);
  const named = typeof address === 'string' ? address : '';
  return { ...settings, addresses: { ...settings.addresses, ...addressesIn(named, '--address') } };
}

/** The query that the options describe, or null where they describe none. */
async function queryGiven(
  { source, query, since }: Record<string, unknown>,
  language: Language,
): Promise<SavedQuery | null> {
  if (source === undefined) return null;
  const { SavedQuery } = await import('../scan/model.ts');
  const said = String(query ?? '');
  const settings: Record<string, unknown> =
    source === 'feed'
      ? { address: said }
      : source === 'medrxiv'
        ? { words: said.split(',').filter((word) => word.trim() !== ''), since }
        : source === 'openfda'
          ? { list: said.split(':', 1)[0], search: said.slice(said.indexOf(':') + 1), since: since ?? null }
          : { search: said, since: since ?? null };
  const parsed = SavedQuery.safeParse({
    label: said.slice(0, 200),
    ask: { source, settings },
    switchedOn: true,
    every: 'by hand',
  });
  if (parsed.success) return parsed.data;
  throw new WrongCall(wrong.query(String(source)), language);
}

function isSame({ source, settings }: ScanQueryTable, { ask }: SavedQuery): boolean {
  const stored: Record<string, unknown> = JSON.parse(settings);
  const given: Record<string, unknown> = ask.settings;
  return (
    source === ask.source && Object.keys(given).every((name) => String(stored[name]) === String(given[name]))
  );
}

async function freshId(): Promise<string> {
  const { v7 } = await import('uuid');
  return v7();
}

function progress({ label }: ScanQueryTable, { received, expected, fresh }: ScanRunTable): string {
  return `${label}: ${received}${expected === null ? '' : `/${expected}`} (+${fresh})`;
}

async function tell(
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
  if (runs.length === 0) err(`${wrong.nothingOn[language]}\n`);
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

const wrong = {
  study: (slug: string) => ({
    ko: `--study: 데이터베이스에 \`${slug}\`라는 연구가 없습니다. 연구의 id가 필요합니다`,
    en: `--study: the database has no study called \`${slug}\`; expected the id of one that it has`,
  }),
  query: (source: string) => ({
    ko: `--source ${source}: 출처 이름과 --query가 맞지 않습니다. openfda는 \`510k:검색식\`, medrxiv는 쉼표로 나눈 낱말과 --since, feed는 주소가 필요합니다`,
    en: `--source ${source}: no such source, or --query does not fit it; openfda expects \`510k:search\`, medrxiv words parted by commas and --since, feed an address`,
  }),
  nothing: {
    ko: '연구(--study), 출처(--source와 --query), 파일 가운데 하나는 필요합니다',
    en: 'expected a study (--study), a source (--source and --query), or files',
  },
  nothingOn: {
    ko: '켜져 있는 검색이 없어 아무것도 묻지 않았습니다. --source와 --query로 하나를 저장하거나 화면에서 켜 주십시오',
    en: 'no saved query is switched on, so nothing was asked; save one with --source and --query, or switch one on',
  },
};
