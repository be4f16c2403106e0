/** The runs of a study, newest first. */
import type { Author } from '../../access/record.ts';
import type { Store } from '../../store/database.ts';
import type { ScanRunTable } from '../../store/scan-tables.ts';
import { runUnknown } from '../refusals.ts';
import { endRun } from './keep-page.ts';

const MOST_SHOWN = 200;

export async function listRuns(store: Store, studyId: string): Promise<ScanRunTable[]> {
  return store
    .selectFrom('scan_runs')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('started_at', 'desc')
    .orderBy('run', 'desc')
    .limit(MOST_SHOWN)
    .execute();
}

/** @throws Refusal where there is none */
export async function readRun(store: Store, studyId: string, run: string): Promise<ScanRunTable> {
  const row = await store
    .selectFrom('scan_runs')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('run', '=', run)
    .executeTakeFirst();
  if (row === undefined) throw runUnknown();
  return row;
}

/** Ends a run that no process here is at; one elsewhere notices before it keeps its next page. */
export async function endForeignRun(store: Store, author: Author, run: string): Promise<void> {
  const row = await readRun(store, author.studyId, run);
  if (row.state !== 'running') return;
  await endRun(store, { ...author, run, attempt: row.attempt }, 'stopped', null);
}
