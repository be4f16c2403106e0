/** Rounds of coding: planned by the lead, opened, closed. What was coded in a closed pass stays as it is. */
import type { Transaction } from 'kysely';
import { type Author, record } from '../access/record.ts';
import type { Store } from '../store/database.ts';
import type { PassTable, Tables } from '../store/tables.ts';
import { type CoderId, ParticipantId } from '../study/ids.ts';
import { assign, type Given } from './assign.ts';
import { findPass } from './check-coding.ts';
import { type AssignmentPlan, type NewPass, PassId, type PassState, WorkingPass } from './model.ts';
import {
  assignedBefore,
  codebookVersionUnknown,
  coderUnknown,
  nobodyLeft,
  passClosed,
  passNotReady,
  passTaken,
} from './refusals.ts';

const ROWS_A_STATEMENT = 1000;

export function workingPass(row: PassTable): WorkingPass {
  return WorkingPass.parse({
    id: row.pass_id,
    kind: row.kind,
    state: row.state,
    label: row.label,
    codebookVersion: row.codebook_version,
    source: row.source,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  });
}

/** Oldest first. */
export async function listPasses(store: Store, studyId: string): Promise<WorkingPass[]> {
  const rows = await store
    .selectFrom('passes')
    .selectAll()
    .where('study_id', '=', studyId)
    .orderBy('recorded_at')
    .orderBy('pass_id')
    .execute();
  return rows.map(workingPass);
}

/** Plans a pass and draws who is given whom. Asked again with the same id it answers as before. @throws Refusal */
export async function planPass(store: Store, by: Author, wanted: NewPass): Promise<WorkingPass> {
  return record(store, by, async ({ transaction, did, tell }) => {
    const before = await transaction
      .selectFrom('passes')
      .selectAll()
      .where('study_id', '=', by.studyId)
      .where('pass_id', '=', wanted.id)
      .executeTakeFirst();
    if (before !== undefined) {
      if (before.kind !== wanted.kind || before.label !== wanted.label) throw passTaken();
      return workingPass(before);
    }
    await checkVersion(transaction, by.studyId, wanted.codebookVersion);
    await checkSource(transaction, by.studyId, wanted);
    const row: PassTable = {
      study_id: by.studyId,
      pass_id: wanted.id,
      kind: wanted.kind,
      state: 'planned',
      label: wanted.label,
      codebook_version: wanted.codebookVersion,
      source: wanted.source ?? null,
      recorded_at: by.now,
      opened_at: null,
      closed_at: null,
    };
    await transaction.insertInto('passes').values(row).execute();
    const given = wanted.assign ? await draw(transaction, by.studyId, wanted.kind, wanted.assign) : [];
    await keepAssignments(transaction, row, given);
    did('pass planned', wanted.id, wanted);
    tell({ kind: 'pass', id: wanted.id });
    return workingPass(row);
  });
}

async function checkSource(
  transaction: Transaction<Tables>,
  studyId: string,
  { kind, source, assign: plan }: NewPass,
): Promise<void> {
  if (source === undefined || kind !== 'consensus') {
    if (plan === undefined) throw passNotReady('source needed');
    return;
  }
  if ((await findPass(transaction, studyId, source)).state !== 'closed')
    throw passNotReady('source not closed');
}

async function checkVersion(store: Store, studyId: string, version: number): Promise<void> {
  const found = await store
    .selectFrom('codebooks')
    .select('version')
    .where('study_id', '=', studyId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (found === undefined) throw codebookVersionUnknown();
}

/** @throws Refusal where a coder is unknown, nobody is left, or somebody was given before in a pass of this kind */
async function draw(
  transaction: Transaction<Tables>,
  studyId: string,
  kind: PassTable['kind'],
  plan: AssignmentPlan,
): Promise<Given[]> {
  const coders = [...new Set(plan.coders)];
  const known = await transaction
    .selectFrom('coders')
    .select('coder')
    .where('study_id', '=', studyId)
    .where('coder', 'in', coders)
    .execute();
  if (known.length < coders.length) throw coderUnknown();
  const before = await transaction
    .selectFrom('assignments')
    .select(['participant', 'coder'])
    .where('study_id', '=', studyId)
    .where('pass', '=', kind)
    .where('coder', 'in', coders)
    .execute();
  const taken = new Set<string>(before.map(({ participant }) => participant));
  const all = await participantsToCode(transaction, studyId);
  const named = Array.isArray(plan.participants) ? new Set<string>(plan.participants) : null;
  const clashes = named === null ? 0 : [...taken].filter((participant) => named.has(participant)).length;
  if (clashes > 0) throw assignedBefore(clashes);
  const free = all.filter((participant) =>
    named === null ? !taken.has(participant) : named.has(participant),
  );
  if (free.length === 0) throw nobodyLeft();
  const sample =
    typeof plan.participants === 'object' && 'sample' in plan.participants ? plan.participants : {};
  return assign(free, coders, { ...plan, ...sample });
}

/** Those who have not withdrawn and wrote something, in the order of their ids. */
async function participantsToCode(store: Store, studyId: string): Promise<ParticipantId[]> {
  const rows = await store
    .selectFrom('participants')
    .innerJoin('answers', (join) =>
      join
        .onRef('answers.study_id', '=', 'participants.study_id')
        .onRef('answers.participant', '=', 'participants.participant'),
    )
    .select('participants.participant')
    .distinct()
    .where('participants.study_id', '=', studyId)
    .where('participants.withdrawn', 'is', null)
    .where('answers.standing', '!=', 'non-substantive')
    .orderBy('participants.participant')
    .execute();
  return rows.map(({ participant }) => ParticipantId.parse(participant));
}

async function keepAssignments(
  transaction: Transaction<Tables>,
  { study_id, pass_id, kind }: PassTable,
  given: readonly Given[],
): Promise<void> {
  const rows = given.map(({ coder, participant }, position) => ({
    study_id,
    pass: kind,
    pass_id,
    participant,
    coder,
    position,
  }));
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    await transaction
      .insertInto('assignments')
      .values(rows.slice(from, from + ROWS_A_STATEMENT))
      .execute();
  }
}

/** Opens or closes a pass; one that is there already stays so. @throws Refusal */
export async function movePass(
  store: Store,
  by: Author,
  passId: string,
  to: Exclude<PassState, 'planned'>,
): Promise<WorkingPass> {
  return record(store, by, async ({ transaction, did, tell }) => {
    const pass = await findPass(transaction, by.studyId, passId);
    if (pass.state === to) return workingPass(pass);
    if (pass.state === 'closed') throw passClosed();
    if (to === 'open' && pass.source === null && !(await hasAssignments(transaction, pass))) {
      throw passNotReady('nobody assigned');
    }
    const moved: PassTable = {
      ...pass,
      state: to,
      ...(to === 'open' ? { opened_at: by.now } : { closed_at: by.now }),
    };
    await keepPass(transaction, moved);
    did(to === 'open' ? 'pass opened' : 'pass closed', passId, { codebookVersion: pass.codebook_version });
    tell({ kind: 'pass', id: passId });
    return workingPass(moved);
  });
}

/** Lets the pass go on with another version of the codebook. @throws Refusal */
export async function moveToVersion(
  store: Store,
  by: Author,
  passId: string,
  version: number,
): Promise<WorkingPass> {
  return record(store, by, async ({ transaction, did, tell }) => {
    const pass = await findPass(transaction, by.studyId, passId);
    if (pass.codebook_version === version) return workingPass(pass);
    if (pass.state === 'closed') throw passClosed();
    await checkVersion(transaction, by.studyId, version);
    const moved = { ...pass, codebook_version: version };
    await keepPass(transaction, moved);
    did('pass moved to codebook version', passId, { version });
    tell({ kind: 'pass', id: passId });
    return workingPass(moved);
  });
}

async function keepPass(transaction: Transaction<Tables>, pass: PassTable): Promise<void> {
  await transaction
    .updateTable('passes')
    .set(pass)
    .where('study_id', '=', pass.study_id)
    .where('pass_id', '=', pass.pass_id)
    .execute();
}

async function hasAssignments(store: Store, { study_id, pass_id }: PassTable): Promise<boolean> {
  const row = await store
    .selectFrom('assignments')
    .select('coder')
    .where('study_id', '=', study_id)
    .where('pass_id', '=', pass_id)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Open passes in which the coder was given something. */
export async function openPassesOf(store: Store, studyId: string, coder: CoderId): Promise<PassId[]> {
  const rows = await store
    .selectFrom('passes')
    .innerJoin('assignments', (join) =>
      join
        .onRef('assignments.study_id', '=', 'passes.study_id')
        .onRef('assignments.pass_id', '=', 'passes.pass_id'),
    )
    .select('passes.pass_id')
    .distinct()
    .where('passes.study_id', '=', studyId)
    .where('passes.state', '=', 'open')
    .where('assignments.coder', '=', coder)
    .execute();
  return rows.map(({ pass_id }) => PassId.parse(pass_id));
}
