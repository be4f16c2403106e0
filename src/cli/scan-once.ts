/** A look at sources and files without a study and without a database: what they give, and what is one document. */
import type { ScanSettings } from '../access/scan-settings.ts';
import type { SavedQuery } from '../scan/model.ts';
import type { ExternalRecord } from '../scan/records/model.ts';
import type { ExitCode, Terminal } from './command.ts';

export interface Look {
  query: SavedQuery | null;
  files: readonly string[];
  settings: ScanSettings;
  json: boolean;
  /** Where to write what was found. */
  folder: string | null;
}

/** Prints what came; where a source breaks off, what came before is printed all the same. */
export async function scanOnce(
  { query, files, settings, json, folder }: Look,
  terminal: Terminal,
): Promise<ExitCode> {
  const { findDuplicates } = await import('../scan/deduplicate/deduplicate.ts');
  const { wordsOfProblem } = await import('../scan/runs/run-words.ts');
  const { language, out, err } = terminal;
  const records: ExternalRecord[] = [];
  const problems: { code: string; detail: string }[] = [];
  if (query !== null) {
    const asked = await readSource(query, settings, terminal);
    records.push(...asked.records);
    problems.push(...asked.problems);
  }
  const { readRecords } = await import('../scan/files/read-records.ts');
  for (const file of files)
    for await (const record of readRecords(file, language, ({ code, row }) =>
      problems.push({ code: code ?? '', detail: row === undefined ? file : `${file}#${row}` }),
    ))
      records.push(record);
  const { groups, review } = findDuplicates(records);
  if (folder !== null) {
    const { writeLook } = await import('./scan-folder.ts');
    await writeLook(folder, records, groups);
  }
  for (const { code, detail } of problems) err(`${wordsOfProblem(code)[language]} [${detail}]\n`);
  if (json) out(`${JSON.stringify({ records, groups, review, problems }, null, 2)}\n`);
  else out(`${summary[language](records.length, groups.length, review.length)}\n`);
  return query !== null && problems.some(({ code }) => code !== 'records unreadable') ? 1 : 0;
}

async function readSource(
  { label, ask: { source: name, settings: said } }: SavedQuery,
  settings: ScanSettings,
  { err }: Terminal,
): Promise<{ records: ExternalRecord[]; problems: { code: string; detail: string }[] }> {
  const { askFor, realSurroundings } = await import('../scan/sources/ask.ts');
  const { SourceFault } = await import('../scan/sources/source.ts');
  const { sources } = await import('../scan/sources/sources.ts');
  const source = sources[name];
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort(new SourceFault('interrupted', '')));
  const asking = { settings, pace: new Map(), surroundings: realSurroundings, signal: stop.signal };
  const byKey = new Map<string, ExternalRecord>();
  const problems: { code: string; detail: string }[] = [];
  const span = { from: 'since' in said ? said.since : null, until: new Date().toISOString().slice(0, 10) };
  const seen = new Set<string>();
  try {
    for (let cursor: string | null = null; ; ) {
      stop.signal.throwIfAborted();
      const page = await source.page(askFor(source, asking), { settings: said, span, cursor });
      for (const { key, record } of page.records) byKey.set(key, record);
      for (const code of page.notes) problems.push({ code, detail: name });
      if (page.unreadable > 0)
        problems.push({ code: 'records unreadable', detail: `${name}: ${page.unreadable}` });
      err(`${label}: ${byKey.size}${page.expected === null ? '' : `/${page.expected}`}\n`);
      if (page.next === null) break;
      if (seen.has(page.next)) throw new SourceFault('cursor repeats', name);
      seen.add(page.next);
      cursor = page.next;
    }
  } catch (error) {
    const fault = stop.signal.aborted ? stop.signal.reason : error;
    if (!(fault instanceof SourceFault)) throw error;
    problems.push({ code: fault.code, detail: fault.detail || name });
  }
  // Each is named by its source and place, as a record of a file is by its file.
  const records = [...byKey.values()].map((record, index) => ({
    ...record,
    source: { ...record.source, index },
  }));
  return { records, problems };
}

const summary = {
  ko: (records: number, groups: number, review: number) =>
    `레코드 ${records}개를 받았습니다. 같은 문헌 ${groups}묶음, 사람이 볼 쌍 ${review}개입니다. --json으로 내용을 볼 수 있습니다.`,
  en: (records: number, groups: number, review: number) =>
    `${records} records; ${groups} documents stand more than once, ${review} pairs for a person. --json prints them.`,
};
