/**
 * A page and the place at which to go on are kept in one transaction: a run that is killed between two pages goes on
 * where it was, and nothing of what was acknowledged is lost or doubled.
 */
import type { Transaction } from 'kysely';
import { record } from '../../access/record.ts';
import type { Store } from '../../store/database.ts';
import type { ScanRunTable } from '../../store/scan-tables.ts';
import type { Tables } from '../../store/tables.ts';
import { type FaultCode, type Page, SourceFault } from '../sources/source.ts';
import type { Claim } from './begin-run.ts';
import { keepRecords } from './keep-records.ts';
import { withProblem } from './run-rows.ts';

/**
 * @param goOnAt the place of the next page; null where this was the last one
 * @returns the run as it stands now, or null where another process has taken it over
 */
export async function keepPage(
  store: Store,
  claim: Claim,
  page: Omit<Page, 'next'>,
  goOnAt: { cursor: string | null } | null,
): Promise<ScanRunTable | null> {
  return record(store, claim, async ({ transaction, did, tell }) => {
    const row = await held(transaction, claim);
    if (row === null) return null;
    const { studyId, run, now } = claim;
    const fresh = await keepRecords(transaction, { studyId, run, source: row.source, now }, page.records);
    let { problems } = row;
    for (const note of page.notes) problems = withProblem({ problems }, note, now);
    if (page.unreadable > 0)
      problems = withProblem({ problems }, 'records unreadable', now, { count: page.unreadable });
    const isLast = goOnAt === null;
    const after: ScanRunTable = {
      ...row,
      cursor: goOnAt?.cursor ?? null,
      expected: page.expected ?? row.expected,
      received: row.received + page.records.length,
      fresh: row.fresh + fresh,
      problems,
      beat_at: now,
      ...(isLast ? { state: 'finished', ended_at: now } : {}),
    };
    await write(transaction, after);
    if (isLast) did('scan run finished', run, { received: after.received, fresh: after.fresh });
    tell({ kind: 'scan', id: run });
    return after;
  });
}

/** Ends a run that did not come to its end; its place is kept. */
export async function endRun(
  store: Store,
  claim: Claim,
  state: 'stopped' | 'failed',
  problem: { code: FaultCode; detail: string } | null,
): Promise<void> {
  await record(store, claim, async ({ transaction, did, tell }) => {
    const row = await held(transaction, claim);
    if (row === null) return;
    const { now } = claim;
    const problems =
      problem === null ? row.problems : withProblem(row, problem.code, now, { detail: problem.detail });
    await write(transaction, { ...row, state, problems, beat_at: now, ended_at: now });
    did(`scan run ${state}`, row.run, { received: row.received, fresh: row.fresh });
    tell({ kind: 'scan', id: row.run });
  });
}

/** Ends a run that somebody stopped, or that is cut off because the program ends, as the signal's reason says. */
export async function endStopped(store: Store, claim: Claim, { reason }: AbortSignal): Promise<void> {
  if (reason instanceof SourceFault) await endRun(store, claim, 'failed', reason);
  else await endRun(store, claim, 'stopped', null);
}

async function held(transaction: Transaction<Tables>, claim: Claim): Promise<ScanRunTable | null> {
  const row = await transaction
    .selectFrom('scan_runs')
    .selectAll()
    .where('study_id', '=', claim.studyId)
    .where('run', '=', claim.run)
    .where('attempt', '=', claim.attempt)
    .where('state', '=', 'running')
    .executeTakeFirst();
  return row ?? null;
}

async function write(transaction: Transaction<Tables>, row: ScanRunTable): Promise<void> {
  await transaction
    .updateTable('scan_runs')
    .set(row)
    .where('study_id', '=', row.study_id)
    .where('run', '=', row.run)
    .execute();
}
