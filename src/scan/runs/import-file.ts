/** A reference file as a run: its records are kept part by part, and what is wrong with it is told with the run. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { v7 as newId } from 'uuid';
import { type Author, record } from '../../access/record.ts';
import { Unreadable } from '../../kernel/defects.ts';
import type { Store } from '../../store/database.ts';
import type { ScanRunTable } from '../../store/scan-tables.ts';
import { readRecords } from '../files/read-records.ts';
import type { GivenRecord } from '../sources/source.ts';
import { whileBeating } from './beat.ts';
import type { BegunRun, Claim } from './begin-run.ts';
import { endRun, endStopped, keepPage } from './keep-page.ts';

const AT_ONCE = 500;

export interface GivenFile {
  /** Where the file lies, and what its owner calls it. */
  path: string;
  name: string;
}

interface Importing {
  store: Store;
  clock: () => string;
  signal?: AbortSignal;
}

export async function beginFileRun(store: Store, author: Author, name: string): Promise<BegunRun> {
  const row: ScanRunTable = {
    study_id: author.studyId,
    run: newId(),
    query: null,
    source: 'file',
    file_name: name,
    settings: '{}',
    covers_from: null,
    covers_until: null,
    state: 'running',
    cursor: null,
    attempt: 1,
    expected: null,
    received: 0,
    fresh: 0,
    problems: '[]',
    started_at: author.now,
    beat_at: author.now,
    ended_at: null,
    account_id: author.accountId,
  };
  return record(store, author, async ({ transaction, did, tell }) => {
    await transaction.insertInto('scan_runs').values(row).execute();
    did('scan file begun', row.run, { name });
    tell({ kind: 'scan', id: row.run });
    return { claim: { ...author, run: row.run, attempt: 1 }, row };
  });
}

/**
 * Reads the file to its end. The same file once more brings nothing new: its records are known by the file's content and
 * their place in it, whatever the file is called.
 */
export async function importFile(importing: Importing, { claim }: BegunRun, file: GivenFile): Promise<void> {
  const { store, clock, signal } = importing;
  try {
    await whileBeating(importing, claim, () => readFile(importing, claim, file));
  } catch (error) {
    const now = { ...claim, now: clock() };
    if (signal?.aborted) return endStopped(store, now, signal);
    if (error instanceof Unreadable)
      return endRun(store, now, 'failed', { code: 'file unreadable', detail: error.defect.code });
    await endRun(store, now, 'failed', {
      code: 'failed here',
      detail: error instanceof Error ? error.name : '',
    });
    throw error;
  }
}

async function readFile({ store, clock, signal }: Importing, claim: Claim, file: GivenFile): Promise<void> {
  const faults: string[] = [];
  const keep = (records: GivenRecord[], isLast: boolean) =>
    keepPage(
      store,
      { ...claim, now: clock() },
      { records, unreadable: 0, expected: null, notes: faults.splice(0) },
      isLast ? null : { cursor: null },
    );
  const content = await hashOf(file.path);
  let records: GivenRecord[] = [];
  for await (const one of readRecords(file.path, 'en', ({ code }) => faults.push(code ?? ''))) {
    const { source } = one;
    records.push({
      key: `${content}#${source.index}`,
      record: { ...one, source: { ...source, file: file.name } },
    });
    if (records.length < AT_ONCE) continue;
    signal?.throwIfAborted();
    if ((await keep(records, false)) === null) return;
    records = [];
  }
  await keep(records, true);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex').slice(0, 32);
}
