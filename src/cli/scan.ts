/** `firsthand scan`: asks the sources that a study has switched on, goes on where it was cut off, and takes in files. */
import type { Author } from '../access/record.ts';
import type { ScanSettings } from '../access/scan-settings.ts';
import type { SavedQuery } from '../scan/model.ts';
import type { Store } from '../store/database.ts';
import type { ScanQueryTable, ScanRunTable } from '../store/scan-tables.ts';
import { type Command, type ExitCode, jsonOption, oneOf, type Terminal, WrongCall } from './command.ts';
import { databaseAddress, databaseOption } from './database.ts';
import { checkScanFolder } from './scan-folder.ts';
import { isSame, queryGiven, settingsFor } from './scan-query.ts';
import { nameOf, progress, type Told, tell } from './scan-told.ts';

const ACCOUNT = 'command line';
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const clock = () => new Date().toISOString();

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
    {
      flags: '--out <folder>',
      words: {
        ko: '찾은 문헌(CSV, RIS), 검색과 실행 기록, 평가한 것의 소식을 쓸 폴더',
        en: 'a folder, new or ours, for what was found: documents (CSV, RIS), searches and runs, the digest of what is appraised',
      },
    },
    jsonOption,
  ],
  async run(files, options, terminal) {
    const folder = typeof options.out === 'string' ? options.out : null;
    if (folder !== null) await checkScanFolder(folder, terminal.language);
    const asked = { files, options, folder };
    const code = await (options.study === undefined ? look(asked, terminal) : scanStudy(asked, terminal));
    if (folder !== null) terminal.err(`${written[terminal.language](folder)}\n`);
    return code;
  },
};

interface Asked {
  files: readonly string[];
  options: Record<string, unknown>;
  /** Where to write what was found. */
  folder: string | null;
}

async function scanStudy({ files, options, folder }: Asked, terminal: Terminal): Promise<ExitCode> {
  const { closeStore, openStore } = await import('../store/database.ts');
  const { findStudy } = await import('../store/snapshots.ts');
  const { stopAllRuns } = await import('../scan/runs/at-work.ts');
  const slug = String(options.study);
  const store = await openStore(databaseAddress(options.database, process.env));
  const stopping = new AbortController();
  const stop = () => {
    stopping.abort();
    void stopAllRuns(store);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  try {
    const studyId = await findStudy(store, slug);
    if (studyId === null) throw new WrongCall(wrong.study(slug), terminal.language);
    const author = { studyId, accountId: ACCOUNT, now: clock() };
    const given = await queryGiven(options, terminal.language);
    const settings = await settingsFor(options);
    const runs = await takeFiles(store, author, files);
    const queries = await queriesToRun(store, author, given, files.length > 0);
    runs.push(...(await runQueries({ store, author, queries, settings, signal: stopping.signal }, terminal)));
    if (folder !== null) {
      const { writeStudyScan } = await import('./scan-folder.ts');
      const language = oneOf(options.language, '--language', ['ko', 'en'] as const, terminal.language);
      await writeStudyScan(folder, store, studyId, { now: clock(), language });
    }
    return tell(runs, options.json === true, terminal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
    await closeStore(store);
  }
}

/** The one that was given, saved where it is not known; else all that are on, unless files were all that was meant. */
async function queriesToRun(
  store: Store,
  author: Author,
  given: SavedQuery | null,
  onlyFiles: boolean,
): Promise<ScanQueryTable[]> {
  const { queryRows, saveQuery } = await import('../scan/runs/queries.ts');
  const { v7: newId } = await import('uuid');
  const on = (await queryRows(store, author.studyId)).filter((query) => query.switched_on === 1);
  if (given === null) return onlyFiles ? [] : on;
  return [on.find((query) => isSame(query, given)) ?? (await saveQuery(store, author, newId(), given))];
}

interface Running {
  store: Store;
  author: Author;
  queries: readonly ScanQueryTable[];
  settings: ScanSettings;
  signal: AbortSignal;
}

async function runQueries(
  { store, author, queries, settings, signal }: Running,
  terminal: Terminal,
): Promise<Told[]> {
  const { startRun } = await import('../scan/runs/at-work.ts');
  const { runOf } = await import('../scan/runs/run-rows.ts');
  const { readRun } = await import('../scan/runs/runs.ts');
  const told: Told[] = [];
  for (const query of queries) {
    if (signal.aborted) break;
    const onPage = (row: ScanRunTable) => terminal.err(`${progress(query, row)}\n`);
    const asked = { store, author: { ...author, now: clock() }, query, settings, clock, onPage };
    const { row, ended } = await startRun(asked);
    await ended;
    told.push({
      label: nameOf(query),
      run: runOf(await readRun(store, author.studyId, row.run), clock()),
    });
  }
  return told;
}

async function look({ files, options, folder }: Asked, terminal: Terminal): Promise<ExitCode> {
  const query = await queryGiven(options, terminal.language);
  if (query === null && files.length === 0) throw new WrongCall(wrong.nothing, terminal.language);
  const { scanOnce } = await import('./scan-once.ts');
  const settings = await settingsFor(options);
  return scanOnce({ query, files, settings, json: options.json === true, folder }, terminal);
}

async function takeFiles(store: Store, author: Author, files: readonly string[]): Promise<Told[]> {
  const { basename } = await import('node:path');
  const { beginFileRun, importFile } = await import('../scan/runs/import-file.ts');
  const { runOf } = await import('../scan/runs/run-rows.ts');
  const { readRun } = await import('../scan/runs/runs.ts');
  const { givenFile } = await import('../collect/index.ts');
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

const wrong = {
  study: (slug: string) => ({
    ko: `--study: 데이터베이스에 \`${slug}\`라는 연구가 없습니다. 연구의 id가 필요합니다`,
    en: `--study: the database has no study called \`${slug}\`; expected the id of one that it has`,
  }),
  nothing: {
    ko: '연구(--study), 출처(--source와 --query), 파일 가운데 하나는 필요합니다',
    en: 'expected a study (--study), a source (--source and --query), or files',
  },
};

const written = {
  ko: (folder: string) => `찾은 것을 ${folder}에 썼습니다`,
  en: (folder: string) => `what was found is in ${folder}`,
};
